"""A whole file of posts ranked as the site would: for measuring (benchmarks/matching)."""

from collections.abc import Iterator, Sequence
from typing import Any

from .concepts import Field, field_of
from .explain import say
from .index import Index
from .ranking import rank
from .reading import read_all
from .shapes import DEFAULT, Kind, Post, Suggestion, Weights
from .vectors import Model


def run(
    posts: Sequence[Post],
    *,
    model: Model | None = None,
    at_most: int = 50,
    explained: bool = False,
    known: Field | None = None,
    weights: Weights = DEFAULT,
) -> Iterator[dict[str, Any]]:
    """For each ask {"request": id, "ranked": [{"offer", "score", …}]}, best first.

    Those under the threshold follow after the suggestions, marked `"ok": false` when explained.
    """
    reads = read_all(posts, known=known, model=model)
    asks = [read for read in reads if read.post.kind is Kind.ASK]
    index = Index([r for r in reads if r.post.kind is not Kind.ASK], known=known or field_of())
    for ask in asks:
        found = rank(ask, index, at_most=at_most, weights=weights)
        listed = [*found.suggestions, *found.nearest][:at_most]
        line: dict[str, Any] = {
            "request": ask.post.id,
            "ranked": [_entry(each, explained) for each in listed],
        }
        yield line | ({"fallen": dict(found.fallen)} if explained else {})


def _entry(each: Suggestion, explained: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {"offer": each.id, "score": round(each.score, 6)}
    if explained:
        entry |= {
            "ok": each.ok,
            "reasons": [say(reason) for reason in each.reasons],
            "doubts": [say(reason, against=True) for reason in each.doubts],
            "km": round(each.parts["km"], 2),
            "parts": {name: round(value, 3) for name, value in each.parts.items()},
        }
    return entry
