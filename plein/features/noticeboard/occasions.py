"""When a helper deserves a thank-you of the place: the first help, a long one that ended, a round
number. Read from what neighbours said is done; no message of anybody is looked at.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from django.db.models import Case, Exists, F, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plein.features.noticeboard.models import Concern, FollowUp, Match, Post
from plein.foundation.communities.models import Member
from plein.lib.formality import DUTCH, plain

ASKER_FIRST = timedelta(days=3)
"""So long the one who was helped has to say thank you; that is worth more than ours."""
LAPSES = timedelta(days=28)
"""After this a thank-you would come out of the blue."""
ROUND = frozenset({10, 25, 50, *range(100, 2001, 100)})


HELPER = Case(
    When(response__post__kind=Post.Kind.ASK, then=F("response__author")),
    default=F("response__post__author"),
)


class Why(StrEnum):
    FIRST = "first"
    ENDED = "ended"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class Help:
    """One help that is over: since when, and whether somebody said thank you for it."""

    match: UUID
    helper: UUID
    ended_at: datetime
    lasted: bool
    thanked: bool
    place_thanked_at: datetime | None
    marred: bool


@dataclass(frozen=True, slots=True)
class Occasion:
    match: UUID
    helper: Member
    why: Why
    since: datetime
    times: int


def to_thank(town_id: UUID) -> list[Occasion]:
    """One for each helper, the newest; two questions, however many there are."""
    found = dict(_chosen(town_id))
    people = Member.objects.here().filter(town=town_id, pk__in=found)
    helpers = people.select_related("account").in_bulk()
    return [
        Occasion(one.match, helpers[key], why, one.ended_at, times)
        for key, (one, why, times) in found.items()
        if key in helpers
    ]


def occasion_of(match: Match) -> Occasion | None:
    """None: it was done, or it is too long ago."""
    return next((one for one in to_thank(match.town_id) if one.match == match.pk), None)


def in_words(why: str, name: str, times: int) -> str:
    """For who gives it; whom they helped stays between those two."""
    words = {
        Why.FIRST: _("%(name)s helped a neighbour for the first time"),
        Why.ENDED: _("%(name)s helped a neighbour for a while, and that is over"),
        Why.ROUND: _("%(name)s helped neighbours %(times)s times"),
    }
    return words[Why(why)] % {"name": name, "times": times}


def usual_words(one: Occasion, by: Member) -> str:
    """To send at once or to adapt: in the giver's language, with je or u as the helper likes."""
    mine, theirs = get_language() or DUTCH, one.helper.tongue
    with translation.override(theirs if plain(theirs) == plain(mine) else mine):
        return _usual_words(one, by)


def _usual_words(one: Occasion, by: Member) -> str:
    helped = {
        Why.FIRST: _("You helped a neighbour for the first time."),
        Why.ENDED: _("You helped a neighbour for a good while."),
        Why.ROUND: _("You helped neighbours %(times)s times by now.") % {"times": one.times},
    }
    words = _(
        "Hello %(name)s,\n\n%(helped)s How good that you did. Thank you very much!\n\n"
        "Kind regards, %(by)s"
    )
    return words % {"name": one.helper.name, "helped": helped[one.why], "by": by.name}


def _chosen(town_id: UUID) -> "Iterable[tuple[UUID, tuple[Help, Why, int]]]":
    now = timezone.now()
    early, late = now - LAPSES, now - ASKER_FIRST
    for helper, theirs in groupby(_helps(town_id, early, late), key=lambda one: one.helper):
        helps = list(theirs)
        last = max((h.place_thanked_at for h in helps if h.place_thanked_at), default=None)
        for times, one in reversed(list(enumerate(helps, start=1))):
            why = _why(one, times)
            in_time = early <= one.ended_at <= late
            if why and in_time and not one.marred and (last is None or last < one.ended_at):
                yield helper, (one, why, times)
                break


def _why(one: Help, times: int) -> Why | None:
    """A round number is thanked by the place, whatever a neighbour said of one of them."""
    if times in ROUND:
        return Why.ROUND
    if one.thanked:
        return None
    if one.lasted:
        return Why.ENDED
    return Why.FIRST if times == 1 else None


def _helps(town_id: UUID, early: datetime, late: datetime) -> Iterable[Help]:
    """All helps, in order, of who helped in these days and of whom nobody worries.

    Ended: it was done, or it stopped, which both know; of older help also what the helper told us.
    """
    stopped = FollowUp.objects.filter(
        town=town_id, match=OuterRef("pk"), member=OuterRef("helper"),
        answer=FollowUp.Answer.STOPPED,
    )  # fmt: skip
    marred = Concern.objects.filter(town=town_id, response=OuterRef("response"))
    ended_at = Coalesce("done_at", Subquery(stopped.values("answered_at")[:1]))
    every = (
        _by_people(town_id)
        .annotate(helper=HELPER)
        .annotate(ended_at=ended_at, marred=Exists(marred), lasted=F("response__post__again"))
        .filter(ended_at__isnull=False)
    )
    lately = every.filter(ended_at__range=(early, late)).values("helper")
    open_ones = Concern.objects.filter(town=town_id, settled_at=None)
    rows = (
        every.filter(helper__in=lately)
        .exclude(helper__in=open_ones.values("response__author"))
        .exclude(helper__in=open_ones.values("response__post__author"))
        .order_by("helper", "ended_at", "pk")
    )
    for row in rows:
        thanked = bool(row.thanked_at)
        yield Help(
            row.pk, row.helper, row.ended_at, row.lasted, thanked, row.place_thanked_at, row.marred
        )


def _by_people(town_id: UUID) -> "QuerySet[Match]":
    """An organisation that offers something is not thanked by a list."""
    return Match.objects.filter(town=town_id, held_at=None).exclude(
        response__post__kind=Post.Kind.OFFER, response__post__organisation__isnull=False
    )
