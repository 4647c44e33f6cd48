"""Calls that only the hosts whom a shy asker picked may make: rows of their own on the day start.

Connectors whom an asker picked find them among all calls; a professional gets a message.
"""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.noticeboard import shy
from plein.features.noticeboard.models import Farewell, FollowUp, Post, Response
from plein.lib.matter import Layer, Matter, MatterSource

HOSTS = Post.KnownTo.HOSTS


def calls(town_id: UUID) -> Iterator[Matter]:
    yield from _after_a_match(town_id)
    yield from _off(town_id)


def _after_a_match(town_id: UUID) -> Iterator[Matter]:
    answers = FollowUp.objects.filter(town=town_id, match__response__post__known_to=HOSTS)
    answers = answers.to_act_on().order_by("answered_at")
    for one in answers.select_related("member", "match__response__post__author"):
        response = one.match.response
        if not shy.hides(one.member, response.post):
            continue
        more = one.answer == FollowUp.Answer.MORE_HELP
        words = _("Somebody who shows no name needs more help")
        if not more:
            words = _("With somebody who shows no name it did not fit so well")
        page = reverse("noticeboard:follow-up-seen", args=[one.pk])
        yield from _for_hosts(response, one.pk, words, page, one.answered_at or one.due_at, more)


def _off(town_id: UUID) -> Iterator[Matter]:
    rows = Farewell.objects.filter(town=town_id, told_at=None, response__post__known_to=HOSTS)
    for one in rows.select_related("to", "response__post__author").order_by("made_at"):
        if shy.hides(one.to, one.response.post):
            words = _("Tell somebody who shows no name that the appointment is off")
            page = reverse("noticeboard:farewell", args=[one.pk])
            yield from _for_hosts(one.response, one.pk, words, page, one.made_at, True)


def _for_hosts(
    response: Response, about: UUID, words: str, page: str, since: datetime, today: bool
) -> Iterator[Matter]:
    """Nothing when none of them is there: then it is the connectors' own row."""
    picked = frozenset(one.pk for one in shy.callers(response))
    if picked:
        yield Matter(
            kind="noticeboard.call_shy",
            about=about,
            community=response.post.community_id,
            area=response.post.community_id,
            words=words,
            url=page,
            hurts_from=since,
            layer=Layer.TODAY if today else Layer.WEEK,
            only_for=picked,
        )


SHY_CALLS = MatterSource(
    kind="noticeboard.call_shy",
    title=gettext_lazy("They picked you: call these people"),
    all=calls,
    module="noticeboard",
    pictogram="phone-call",
    urgency=24,
    may_wait=False,
    changes=(
        *("noticeboard.match", "noticeboard.farewell", "noticeboard.post"),
        "communities.member",
    ),
)
