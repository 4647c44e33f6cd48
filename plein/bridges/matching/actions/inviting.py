"""Careful questions to people: at most three at once for an ask, each as often as they chose."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from plein.bridges.matching import telling
from plein.bridges.matching.models import Answer, Feedback, Invitation, Suggestion
from plein.bridges.matching.queries import busy, together, turns
from plein.features.noticeboard import promise
from plein.features.noticeboard.models import AskClock, Contact, Post
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.queries import blocked_between

AT_ONCE = 3
STANDS = timedelta(days=3)
"""So long a question takes a place, whatever was answered: a 'no' cannot be counted out."""
WAITS = timedelta(days=14)
"""After this a question that found no good moment is let go."""
MOST_BY_CLOCK = 9
"""Whom the clock asks for one ask in all; after that a connector thinks along."""


class NotOpen(Exception):
    """Help was found, or it is not needed any more."""


class NotToBeAsked(Exception):
    """On a break, not met yet, or rather looks by themselves: a question would never be sent."""


class EnoughAsked(Exception):
    """Three people have been asked just now: they get some days to think."""


def room(ask: Post) -> int:
    """How many more people may be asked now."""
    since = timezone.now() - STANDS
    standing = Invitation.objects.filter(town=ask.town_id, ask=ask, made_at__gt=since)
    return max(0, AT_ONCE - standing.count())


@transaction.atomic
def invite(
    suggestion: Suggestion, *, by: Member | None, way: str = Invitation.Way.CLOCK
) -> Invitation:
    """Ask the helper of a suggestion. At once when they may be asked now, else at a good moment."""
    ask = _locked(suggestion)
    known = Invitation.objects.filter(town=ask.town_id, ask=ask, to=suggestion.helper_id).first()
    if known:
        return known
    if not ask.is_open or ask.hidden_at or not ask.is_ask:
        raise NotOpen
    if not busy.open_to_questions(ask.town_id, [suggestion.helper_id]):
        raise NotToBeAsked
    if not room(ask):
        raise EnoughAsked
    invitation = Invitation.objects.create(
        town_id=ask.town_id,
        ask=ask,
        to=suggestion.helper,
        offer=suggestion.offer,
        by=by,
        way=way,
        parts=suggestion.parts,
        reasons=suggestion.reasons,
        doubts=suggestion.doubts,
    )
    record("matching.invitation.made", on=invitation, by=by, way=str(way))
    if busy.may_be_asked(ask.town_id, [suggestion.helper_id]):
        _send(invitation)
    return invitation


@transaction.atomic
def invite_best(ask: Post, *, by: Member | None, way: str = Invitation.Way.CLOCK) -> int:
    """Ask as many people as there is room for; says how many. One place in five goes by turn."""
    asked = 0
    for suggestion in turns.next_for(ask, room(ask)):
        invite(suggestion, by=by, way=way)
        asked += 1
    return asked


def invite_waiting(most: int = 200) -> int:
    """For asks whose clock came to asking around, where people are awake: a few are asked.

    One clock for both: who reads "we are asking around" is asked around for. A talk holds the
    clock; once that came to its next step, the talk stops nobody from being asked.
    """
    now = timezone.now()
    spoken = Contact.objects.filter(
        result=Contact.Result.REACHED, made_at__gte=F("post__clocks__reached_at")
    )
    asks = (
        Post.objects.filter(
            kind=Post.Kind.ASK,
            clocks__step__gte=AskClock.Step.INVITED,
            clocks__due_at__isnull=False,
            author__greeted_at__isnull=False,
            author__state__in=[Member.State.ACTIVE, Member.State.PAUSED],
        )
        .exclude(pk__in=spoken.values("post"))
        .open()
        .not_hidden()
    )
    asks = asks.filter(community__in=_awake(asks.values("community"), now))
    tired = turns.asked_often(MOST_BY_CLOCK, since=now - STANDS, at_once=AT_ONCE)
    waiting = asks.exclude(pk__in=tired).filter(turns.somebody_is_left()).complete()
    # Each town has a row of its own: where it is busy, nobody elsewhere waits for it.
    towns = set(waiting.values_list("town", flat=True).order_by())
    rows = (waiting.filter(town=town).order_by("made_at")[:most] for town in sorted(towns))
    return sum(invite_best(ask, by=None) for asks in rows for ask in asks)


def send_waiting(most: int = 500) -> int:
    """Questions that waited for a good moment, the oldest first; what is over is let go."""
    now, sent = timezone.now(), 0
    over = Invitation.objects.waiting().exclude(made_at__gt=now - WAITS)
    over.delete()
    waiting = Invitation.objects.waiting().select_related("ask__theme", "ask__community", "to")
    waiting = waiting.filter(ask__community__in=_awake(waiting.values("ask__community"), now))
    for invitation in waiting.select_related("ask__author").order_by("made_at")[:most]:
        if not invitation.ask.is_open or invitation.ask.hidden_at:
            invitation.delete()
        elif busy.may_be_asked(invitation.town_id, [invitation.to_id]):
            _send(invitation)
            sent += 1
    return sent


@transaction.atomic
def say(
    ask: Post, helper: Member, answer: str, *, by: Member, suggestion: Suggestion | None = None
) -> Feedback:
    """'Past niet, want …' of one side; for later suggestions, and for nobody to read."""
    side = Feedback.Side.HELPER if by.pk == helper.pk else Feedback.Side.ASKER
    invitation = Invitation.objects.filter(town=ask.town_id, ask=ask, to=helper).first()
    source = suggestion or invitation
    feedback, _new = Feedback.objects.update_or_create(
        town_id=ask.town_id,
        ask=ask,
        helper=helper,
        side=side,
        defaults={
            "answer": Answer(answer),
            "parts": source.parts if source else {},
            "concepts": together.concepts_of(
                ask.pk, helper.pk, source.offer_id if source else None
            ),
        },
    )
    if side == Feedback.Side.HELPER and invitation:
        invitation.answer, invitation.answered_at = answer, timezone.now()
        invitation.save(update_fields=["answer", "answered_at"])
    # Who said what is in the audit of nobody: only that somebody gave an answer.
    record("matching.feedback.given", on=feedback, by=by)
    jobs.changed("matching.feedback", feedback.pk)
    return feedback


def forget(member: Member) -> None:
    """Somebody leaves: all that was read, suggested, asked and said goes with them."""
    from plein.bridges.matching.models import Feature, Helper, Planned

    town = member.town_id
    Feature.objects.filter(town=town, owner=member).delete()
    for model, name in ((Suggestion, "helper"), (Planned, "helper"), (Feedback, "helper")):
        model._default_manager.filter(town=town, **{name: member}).delete()
        model._default_manager.filter(town=town, ask__author=member).delete()
    Invitation.objects.filter(town=town, to=member).delete()
    Invitation.objects.filter(town=town, ask__author=member).delete()
    Helper.objects.filter(town=town, member=member).delete()


def _awake(places: "QuerySet[Any, Any]", moment: datetime) -> list[UUID]:
    """Those of these places where somebody may be asked something now."""
    found = Community.objects.filter(pk__in=places)
    return [place.pk for place in found if promise.is_awake(place, moment)]


def _locked(suggestion: Suggestion) -> Post:
    """Two press at once: never a fourth question."""
    ask: Post = (
        Post.objects.select_for_update(of=("self",))
        .complete()
        .get(town=suggestion.town_id, pk=suggestion.ask_id)
    )
    return ask


def _send(invitation: Invitation) -> None:
    invitation.sent_at = timezone.now()
    invitation.save(update_fields=["sent_at"])
    if not blocked_between(invitation.to, invitation.ask.author):
        telling.invited(invitation)


def pairs(rows: Iterable[Invitation]) -> set[tuple[UUID, UUID]]:
    return {(row.ask_id, row.to_id) for row in rows}
