"""Posts for the tests of the engine, in one line each."""

from plein.bridges.matching.engine.ranking import rank
from plein.bridges.matching.engine.reading import read
from plein.bridges.matching.engine.shapes import Kind, Post, Ranking
from plein.lib.week import slot

HOME = (52.4, 6.05)
MONDAY_MORNING, MONDAY_AFTERNOON, FRIDAY_EVENING = slot(0, 0), slot(0, 1), slot(4, 2)


def km_east(km: float) -> tuple[float, float]:
    """A place so many kilometres east of home."""
    return (52.4, 6.05 + km / 67.86)


def ask(text: str = "Wie kan mijn gras maaien?", **fields) -> Post:
    return Post(**{"id": "ask", "kind": Kind.ASK, "text": text, "place": HOME, **fields})


def offer(text: str = "Ik help graag met gras maaien.", **fields) -> Post:
    return Post(**{"id": "offer", "kind": Kind.OFFER, "text": text, "place": HOME, **fields})


def profile(text: str = "Ik werk graag in de tuin.", **fields) -> Post:
    return Post(**{"id": "profile", "kind": Kind.PROFILE, "text": text, "place": HOME, **fields})


def ranked(one: Post, *others: Post, **options) -> Ranking:
    return rank(read(one), [read(other) for other in others], **options)


def ids(ranking: Ranking) -> list[str]:
    """Everybody within the limits, best first."""
    return [each.id for each in (*ranking.suggestions, *ranking.nearest)]
