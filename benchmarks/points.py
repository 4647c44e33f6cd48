"""How many points each class of words gives, reckoned from the sentences by hand.

`python -m benchmarks.points` prints `meaning/points.toml`: for each kind a logistic regression over
the classes that its rules name. What takes something back may only take points, all other classes
only give them. Sentences that are kept apart are never used; posts of the demo count as innocent.
"""

import tomllib
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from benchmarks.writing import DEMO, FOLDER
from plein.lib.writing.checking import lowered
from plein.lib.writing.clues import ENOUGH, rules, sentences_of

Names = frozenset[str]
KINDS = ("absence", "alone", "place")
TAKES = frozenset(
    (
        "visit",
        "past",
        "dayout",
        "youaway",
        "local",
        "welcome",
        "lookfor",
        "searching",
        "wish",
        "group",
        "you",
    )
)
ENDS = {"absence": ("past", "youaway", "visit")}
"""What takes back everything: few sentences by hand have it, so it cannot be reckoned."""
ROUNDS, SHRINK, WORTH, MARGIN = 40, 2.0, 1.5, -0.1
"""Of Newton; of weights; of a telling sentence against an innocent one; above what is even."""


def windows(text: str) -> Iterator[Names]:
    """The classes of each sentence with those of the next."""
    names = [one.names for one in sentences_of(lowered(text))]
    for at, these in enumerate(names):
        yield these.union(*names[at + 1 : at + 2])


def points(kind: str, tells: list[str], innocent: list[str]) -> dict[str, float]:
    """Ten of them are enough."""
    known = {
        name for rule in rules() if rule.kind == kind for part in rule.together for name in part
    }
    takes = TAKES | {"pets"} if kind == "alone" else TAKES
    names = sorted(known | takes)
    rows = [frozenset[str]().union(*windows(text)) for text in tells]
    right = np.array([1.0] * len(rows))
    rows += [these for text in innocent for these in windows(text)]
    right = np.concatenate([right, np.zeros(len(rows) - len(right))])
    while True:
        seen = np.array([[float(name in row) for name in names] + [1.0] for row in rows])
        weights = fitted(seen, right)
        wrong = {
            name
            for name, weight in zip(names, weights, strict=False)
            if (weight > 0) == (name in takes) or abs(weight) < 0.1
        }
        if not wrong:
            break
        names = [name for name in names if name not in wrong]
    scale = ENOUGH / (MARGIN - weights[-1])
    page = {name: round(float(w * scale), 1) for name, w in zip(names, weights, strict=False)}
    return page | dict.fromkeys(ENDS.get(kind, ()), -float(ENOUGH))


def fitted(seen: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    weights = np.zeros(seen.shape[1])
    worth = np.where(right == 1, WORTH, 1.0)
    shrink = np.full(len(weights), SHRINK)
    shrink[-1] = 1e-6
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (worth * (chance - right)) + shrink * weights
        curve = (seen.T * (worth * chance * (1 - chance))) @ seen + np.diag(shrink)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def material() -> tuple[dict[str, list[str]], list[str]]:
    """Telling sentences by kind, and innocent ones."""
    tells: dict[str, list[str]] = {kind: [] for kind in KINDS}
    innocent = []
    for path in sorted(FOLDER.glob("corpus_*.toml")):
        page = tomllib.loads(path.read_text("utf-8"))
        innocent += page["innocent"]
        if page["kind"] in tells:
            tells[page["kind"]] += page["tells"] + page["later"]
    posts = [
        p for path in DEMO.glob("*.toml") for p in tomllib.loads(path.read_text("utf-8"))["posts"]
    ]
    return tells, innocent + 2 * [f"{post['title']}. {post['text']}" for post in posts]


def said(pages: Iterable[tuple[str, dict[str, float]]]) -> Iterator[str]:
    yield "# How many points a class gives (../clues.py). Reckoned: `python -m benchmarks.points`."
    for kind, page in pages:
        yield f"\n[{kind}]"
        for name in sorted(page, key=lambda one: -page[one]):
            yield f"{name} = {page[name]}"


if __name__ == "__main__":
    by_kind, without = material()
    print("\n".join(said((kind, points(kind, by_kind[kind], without)) for kind in KINDS)))
