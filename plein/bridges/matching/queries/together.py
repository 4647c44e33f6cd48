"""What went together here: keys of the field of asks and of who helped; never a word or a name."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from uuid import UUID

from plein.bridges.matching.models import Answer, ConceptLink, Feature, Feedback
from plein.features.noticeboard.models import FollowUp, Match, Post

MOST = 4
"""Concepts of one side that are kept; what is named fourth or fifth is rarely what it is about."""


class Outcome(NamedTuple):
    """One ask and one helper. `good`: they agreed and nobody said that it went badly."""

    asker: UUID
    helper: UUID
    ask: list[str]
    help: list[str]
    good: bool


def concepts_of(ask: UUID, helper: UUID, offer: UUID | None = None) -> list[list[str]]:
    """[of the ask, of the helper], the clearest first; [] when one of both says nothing. Without
    an offer all that the helper offers counts, and their profile."""
    mine = Feature.objects.filter(pk=ask, live=True)
    theirs = Feature.objects.filter(owner=helper, live=True).exclude(kind=Feature.Kind.ASK)
    both = [_clearest(mine), _clearest(theirs.filter(pk=offer) if offer else theirs)]
    return both if all(both) else []


def outcomes(town_id: UUID) -> Iterator[Outcome]:
    """Every pair of the last year that agreed, or of which somebody said "not this"."""
    rows = Feedback.objects.filter(town=town_id, answer__in=[Answer.YES, Answer.NOT_THIS])
    rows = rows.exclude(concepts=[]).select_related("ask").order_by("id")
    agreed, seen = _agreed(town_id), set()
    for row in rows.iterator(chunk_size=500):
        asker, good = row.ask.author_id, row.answer == Answer.YES
        by_helper = row.side == Feedback.Side.HELPER
        key = (row.ask_id if by_helper else asker, row.helper_id)
        if (good and key not in agreed) or (row.ask_id, row.helper_id) in seen:
            continue
        seen.add((row.ask_id, row.helper_id))
        asked, helped = row.concepts
        yield Outcome(asker, row.helper_id, asked, helped, good)


def links(town_id: UUID, state: str) -> list[ConceptLink]:
    """Of a place, what worked out most often first."""
    rows = ConceptLink.objects.filter(town=town_id, state=state)
    return list(rows.order_by("-times", "one", "other"))


def _agreed(town_id: UUID) -> set[tuple[UUID, UUID]]:
    """(ask, or asker of what was offered; helper) of what was agreed and did not go badly."""
    badly = FollowUp.objects.filter(town=town_id, answer=FollowUp.Answer.NOT_WELL)
    well = Match.objects.filter(town=town_id, agreed_at__isnull=False)
    rows = well.exclude(pk__in=badly.values("match")).values_list(
        "response__post__kind", "response__post", "response__post__author", "response__author"
    )
    return {
        (post, answered) if kind == Post.Kind.ASK else (answered, author)
        for kind, post, author, answered in rows
    }


def _clearest(rows: Iterable[Feature]) -> list[str]:
    weights: dict[str, float] = {}
    for row in rows:
        for key, weight in json.loads(row.features).get("concepts", {}).items():
            weights[key] = max(weights.get(key, 0.0), weight)
    return sorted(weights, key=lambda key: (-weights[key], key))[:MOST]
