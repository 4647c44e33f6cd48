"""Helpers whom nobody thanked. It may rest, and lapses without harm (see occasions.LAPSES)."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard import actions, occasions
from plein.features.noticeboard.models import Match
from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocks_in
from plein.lib.matter import Layer, Matter, MatterSource
from plein.shared.notifications.channels import Way, way_to

BY_MESSAGE, IN_PERSON = "noticeboard.thanks", "noticeboard.thanks_in_person"
CHANGES = ("noticeboard.match", "noticeboard.concern", "communities.member", "communities.block")


def by_message(town_id: UUID) -> Iterator[Matter]:
    return _matters(town_id, BY_MESSAGE)


def in_person(town_id: UUID) -> Iterator[Matter]:
    """Who likes to hear news from a person gets a call, or a card."""
    return _matters(town_id, IN_PERSON)


def _matters(town_id: UUID, kind: str) -> Iterator[Matter]:
    blocked = blocks_in(town_id)
    for one in occasions.to_thank(town_id):
        if (way_to(one.helper) == Way.PERSON) != (kind == IN_PERSON):
            continue
        yield Matter(
            kind=kind,
            about=one.match,
            community=one.helper.home_id,
            area=one.helper.home_id,
            words=occasions.in_words(one.why, one.helper.name, one.times),
            url=reverse("noticeboard:thank-helper", args=[one.match]),
            hurts_from=one.since,
            hidden_from=frozenset({one.helper.pk} | blocked[one.helper.pk]),
        )


def thanked(about: UUID, by: Member) -> None:
    """With the usual words, or without: then it was said."""
    if match := Match.objects.filter(town=by.town_id, pk=about).first():
        occasion = occasions.occasion_of(match)
        words = occasions.usual_words(occasion, by) if occasion else ""
        actions.thank_for_the_place(match, words, by=by)


THANKS = (
    MatterSource(
        kind=BY_MESSAGE,
        title=_("Thanks to give"),
        all=by_message,
        module="noticeboard",
        right="post.arrange",
        pictogram="heart",
        layer=Layer.MAY_REST,
        urgency=20,  # First of what may rest: a minute each, and it lapses.
        minutes=1,
        changes=CHANGES,
        done=thanked,
        done_label=_("Say thank you"),
        batch=True,
    ),
    MatterSource(
        kind=IN_PERSON,
        title=_("Thanks to give: call, or write a card"),
        all=in_person,
        module="noticeboard",
        right="post.arrange",
        pictogram="phone-call",
        layer=Layer.MAY_REST,
        urgency=21,
        minutes=4,
        changes=CHANGES,
        done=thanked,
        done_label=_("I said thank you"),
    ),
)
