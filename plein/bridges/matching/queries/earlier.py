"""What two people did together before (MATCH-1): it speaks for a pair, or keeps them apart.

Who said that it did not fit is told to nobody: such a pair is simply not suggested. An ask for a
client or in the name of family says nothing of who wrote it, so it is left as it is.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from plein.bridges.matching.models import Suggestion
from plein.features.noticeboard.models import Concern, FollowUp, Match, Post

MORE = 1.1
"""What having done something together before multiplies a score by: a little."""
BEFORE = "before"
SETTLED = (Concern.Outcome.CLEARED, Concern.Outcome.TALKED)
Pair = frozenset[UUID]


def weighed(town_id: UUID, rows: Iterable[Suggestion]) -> list[Suggestion]:
    """The rows without pairs that did not go well; what went well stands first and counts."""
    found = list(rows)
    asks = Post.objects.filter(
        town=town_id, pk__in=[row.ask_id for row in found], mandate=None, voice=None
    )
    known = {ask.pk: ask for ask in asks.only("author_id", "known_to", "organisation_id")}
    people = {row.helper_id for row in found} | {ask.author_id for ask in known.values()}
    apart = _apart(town_id, people) if known else set()
    well = _together(town_id, people) - apart if known else set()
    kept = []
    for row in found:
        ask = known.get(row.ask_id)
        pair = frozenset({ask.author_id, row.helper_id}) if ask else frozenset()
        if pair not in apart:
            if ask and pair in well and not (ask.is_shy or ask.organisation_id):
                _more(row)
            kept.append(row)
    return kept


def _more(row: Suggestion) -> None:
    row.score = round(min(1.0, row.score * MORE), 4)
    row.parts = {**row.parts, BEFORE: MORE}
    row.reasons = [[BEFORE, {}], *row.reasons]


def _together(town_id: UUID, people: set[UUID]) -> set[Pair]:
    done = Match.objects.filter(town=town_id, done_at__isnull=False)
    return _pairs(done, people, "response__author", "response__post__author")


def _apart(town_id: UUID, people: set[UUID]) -> set[Pair]:
    """One of both said that it did not fit so well, or a concern that was not talked out."""
    said = FollowUp.objects.filter(town=town_id, answer=FollowUp.Answer.NOT_WELL)
    told = Concern.objects.filter(town=town_id).exclude(outcome__in=SETTLED)
    told = told.exclude(about=Concern.About.ALONE, outcome="")  # for somebody, not against
    return _pairs(
        said, people, "match__response__author", "match__response__post__author"
    ) | _pairs(told, people, "response__author", "response__post__author")


def _pairs(rows: "QuerySet[Any]", people: set[UUID], one: str, other: str) -> set[Pair]:
    both = Q(**{f"{one}__in": people, f"{other}__in": people})
    return {frozenset(pair) for pair in rows.filter(both).values_list(one, other)}
