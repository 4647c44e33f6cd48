"""What came of suggestions, kept with the parts of the score as they were."""

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plein.bridges.matching import guarding, thinking
from plein.bridges.matching.actions import suggesting
from plein.bridges.matching.models import Answer, Feedback, Invitation, Suggestion, Weighing
from plein.bridges.matching.queries import together
from plein.features.noticeboard.models import Match, Response
from plein.foundation import jobs
from plein.foundation.audit import record

if TYPE_CHECKING:
    from plein.bridges.matching.engine.learn import Outcome

MONTH = timedelta(days=30)
LEAST, LEAST_OF_MONTH = 60, 20
"""With fewer answers nothing is learnt: chance would speak louder than people."""


@transaction.atomic
def note_response(pk: UUID) -> None:
    """A 'yes': of a helper to an ask that was suggested to them, or of an asker to an offer."""
    response = Response.objects.filter(pk=pk).select_related("post", "author").first()
    if response is None or response.state == Response.State.WITHDRAWN:
        return
    side = Feedback.Side.HELPER if response.post.is_ask else Feedback.Side.ASKER
    for ask, helper, parts in _behind(response):
        offer = None if response.post.is_ask else response.post_id
        concepts = together.concepts_of(ask, helper, offer)
        if parts or concepts:
            Feedback.objects.update_or_create(
                town_id=response.town_id,
                ask_id=ask,
                helper_id=helper,
                side=side,
                defaults={"answer": Answer.YES, "parts": parts}
                | ({"concepts": concepts} if concepts else {}),
            )
    if response.post.is_ask:
        asked = Invitation.objects.filter(
            town=response.town_id, ask=response.post_id, to=response.author_id
        )
        asked.update(answer=Answer.YES, answered_at=response.changed_at)
    suggesting.touch(response.author_id)


@transaction.atomic
def note_match(pk: UUID) -> None:
    """Agreed or done: the best outcome there is. Cancelled: the row is gone, nothing is kept."""
    match = Match.objects.filter(pk=pk).select_related("response__post", "response__author").first()
    if match is None:
        return
    response = match.response
    pairs = Feedback.objects.filter(town=match.town_id, answer=Answer.YES)
    if response.post.is_ask:
        pairs = pairs.filter(ask=response.post_id, helper=response.author_id)
    else:
        pairs = pairs.filter(ask__author=response.author_id, helper=response.post.author_id)
    pairs.update(done=match.done_at is not None)
    suggesting.touch(response.author_id)
    suggesting.touch(response.post.author_id)
    suggesting.part(match.town_id, response.author_id, response.post.author_id)


def learn(town_id: UUID) -> Weighing | None:
    """New weights from what came of suggestions; None when there is too little, or no better.

    Fitted on what is older than a month and judged on the month itself, which it never saw.
    """
    from plein.bridges.matching.engine.learn import better
    from plein.bridges.matching.engine.learn import learn as fit

    before, month = _outcomes(town_id)
    if len(before) < LEAST or len(month) < LEAST_OF_MONTH:
        return None
    old = thinking.weights_of(town_id)
    new = fit(before, old, thinking.hand_weights_of(town_id))
    was, becomes = guarding.figures(old, month), guarding.figures(new, month)
    if new == old or not better(becomes, was):
        return None
    with transaction.atomic():
        made = Weighing.objects.create(
            town_id=town_id,
            values=new.as_dict(),
            origin=Weighing.Origin.LEARNT,
            figures={"before": was, "after": becomes},
        )
        record("matching.weights.learnt", on=made, answers=len(before) + len(month))
        jobs.later("matching.suggest_town", town_id)
    return made


def _outcomes(town_id: UUID) -> "tuple[list[Outcome], list[Outcome]]":
    """What people said before the last month, and in it."""
    from plein.bridges.matching.engine.learn import Outcome

    since = timezone.now() - MONTH
    rows = Feedback.objects.filter(town=town_id).exclude(parts={}).order_by("id")
    before: list[Outcome] = []
    month: list[Outcome] = []
    for row in rows.iterator(chunk_size=500):
        good = row.answer == Answer.YES
        outcome = Outcome(row.parts, good, "" if good else row.answer)
        (month if row.made_at > since else before).append(outcome)
    return before, month


def _behind(response: Response) -> list[tuple[UUID, UUID, dict[str, float]]]:
    """(ask, helper, parts) of what was suggested, or asked, before somebody answered; without
    parts when they found the ask themselves: nothing is learnt of weights, only what goes together.
    """
    rows = Suggestion.objects.filter(town=response.town_id)
    pair = ("ask", "helper", "parts")
    if not response.post.is_ask:
        taken = rows.filter(offer=response.post_id, ask__author=response.author_id)
        return list(taken.order_by("-score").values_list(*pair)[:1])
    found = list(rows.filter(ask=response.post_id, helper=response.author_id).values_list(*pair))
    asked = Invitation.objects.filter(
        town=response.town_id, ask=response.post_id, to=response.author_id
    )
    found = found or list(asked.values_list("ask", "to", "parts"))
    return found or [(response.post_id, response.author_id, {})]
