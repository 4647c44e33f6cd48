"""Which classes of words stand in a sentence: "we" and "wij", "weg" and "er niet", however spelt.

`meaning/words/` puts words in classes. A word of a class may be several words, with `...` for
at most four others, `*` for any ending or beginning, `#` for a number, `|` for a comma or the end,
and `{our}` for each word of another class. A class that is called `not_lone` hides what begins with
`lone` and stands inside it: in "alleen maar" nobody is alone.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

FOLDER = Path(__file__).with_name("meaning")
GAP = 4
PAUSE = "|"
REFERENCE = re.compile(r"\{(\w+)\}")
SOUNDS = (
    (re.compile(r"([bcdfghjklmnpqrstvwxz])\1+"), r"\1"),
    (re.compile(r"(?<=\w)z|^z"), "s"),
    (re.compile(r"^v"), "f"),
    (re.compile(r"(?:dt|d)$"), "t"),
    (re.compile(r"(?<=\w{3})en$"), "e"),
)
ACCENTS = str.maketrans("àáâäãåçèéêëìíîïñòóôöõùúûüýığşč", "aaaaaaceeeeiiiinooooouuuuyigsc", "'’")

Asked = str | frozenset[str]
"""The sound of a word, or of each word of a class."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One way to say something: its class, the words that must follow the first, and those of
    them that must stand there as they are."""

    name: str
    rest: tuple[Asked, ...]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a class stands: from word `first` to `last`, both counted."""

    name: str
    first: int
    last: int


def places_of(words: list[str]) -> list[Place]:
    """The classes of a sentence, given as sounds, in its order and without what is hidden."""
    words = [*words, PAUSE]
    present = frozenset(words)
    found = [
        Place(sense.name, at, last)
        for at, word in enumerate(words)
        for sense in _senses_of(word)
        if sense.needs <= present and (last := _last(words, at, sense.rest)) is not None
    ]
    hiders = [one for one in found if one.name.startswith("not_")]
    return [one for one in found if not any(_hides(other, one) for other in hiders)]


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """How a word sounds, roughly: "sijn" is "zijn". Of a number with letters only those: "25e"."""
    if word in ",;:":
        return PAUSE
    if word[0].isdigit():
        return word if word.isdigit() else "#" + re.sub(r"\d", "", word)
    word = word.translate(ACCENTS)
    if len(word) > 3:
        for shape, instead in SOUNDS:
            word = shape.sub(instead, word)
    return word


def _hides(hider: Place, other: Place) -> bool:
    inside = hider.first <= other.first and other.last <= hider.last
    return inside and other.name.startswith(hider.name.removeprefix("not_"))


def _last(words: list[str], at: int, rest: tuple[Asked, ...]) -> int | None:
    """The place of the last word when all of `rest` follows."""
    if not rest:
        return at
    if rest[0] == PAUSE:
        return at if words[at + 1 : at + 2] == [PAUSE] else None
    if rest[0] == "...":
        ends = (_last(words, at + more, rest[1:]) for more in range(GAP + 1))
        return next((end for end in ends if end is not None), None)
    if at + 1 < len(words) and _same(words[at + 1], rest[0]):
        return _last(words, at + 1, rest[1:])
    if at + 2 < len(words) and words[at + 1] == PAUSE:
        return _last(words, at + 1, rest)
    return None


def _same(word: str, asked: Asked) -> bool:
    if not isinstance(asked, str):
        return word in asked or _is_shaped(word, asked)
    if asked[-1] == "*":
        return word.startswith(asked[:-1])
    if asked[0] == "*":
        return word.endswith(asked[1:])
    return word == asked or (asked == "#" and word.isdigit())


@lru_cache(maxsize=8192)
def _is_shaped(word: str, asked: frozenset[str]) -> bool:
    return any(_same(word, shape) for shape in asked if "*" in shape)


def _plain(rest: list[Asked]) -> Iterator[str]:
    for asked in rest:
        if isinstance(asked, str) and asked[0] != "#" and "*" not in asked and asked != "...":
            yield asked


@lru_cache(maxsize=8192)
def _senses_of(word: str) -> tuple[Sense, ...]:
    exact, loose = _lexicon()
    number = exact.get("#", ()) if word.isdigit() else ()
    return (*exact.get(word, ()), *number, *(sense for shape, sense in loose if _same(word, shape)))


@cache
def _lexicon() -> tuple[dict[str, list[Sense]], list[tuple[str, Sense]]]:
    """By first word, and those whose first word may end or begin in any way."""
    exact: dict[str, list[Sense]] = {}
    loose: list[tuple[str, Sense]] = []
    classes = _classes()
    for name, entries in classes.items():
        for entry in entries:
            for first, rest in _spelt_out(entry, classes):
                sense = Sense(name, tuple(rest), frozenset(_plain(rest)))
                if "*" in first:
                    loose.append((first, sense))
                else:
                    exact.setdefault(first, []).append(sense)
    return exact, loose


def _spelt_out(entry: str, classes: dict[str, list[str]]) -> Iterator[tuple[str, list[Asked]]]:
    """The sound of each word it may begin with, and what must follow."""
    first, *rest = (_asked(word, classes) for word in entry.split())
    for word in [first] if isinstance(first, str) else first:
        yield word, rest


def _asked(word: str, classes: dict[str, list[str]]) -> Asked:
    if found := REFERENCE.fullmatch(word):
        return frozenset(_sound_of_shape(one) for one in classes[found[1]] if " " not in one)
    return word if word in ("...", PAUSE) else _sound_of_shape(word)


def _sound_of_shape(shape: str) -> str:
    if shape.startswith("#"):
        return shape
    if shape.startswith("*"):
        return "*" + sound("q" + shape[1:])[1:]
    return sound(shape[:-1] + "q")[:-1] + "*" if shape.endswith("*") else sound(shape)


@cache
def _classes() -> dict[str, list[str]]:
    classes = {}
    for path in sorted((FOLDER / "words").glob("*.toml")):
        for name, said in tomllib.loads(path.read_text(encoding="utf-8")).items():
            classes[name] = [one.strip() for one in said.split(",") if one.strip()]
    return classes
