"""What is asked of the index: tokens, all of some, any of some. Each engine writes its own words.

All((AnyOf((Token("pfiets"), Token("prijwiel"))), Token("hnoticeboard")))
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Token:
    word: str
    begins: bool = False
    """Any token that begins so."""


@dataclass(frozen=True)
class All:
    of: tuple["Match", ...]


@dataclass(frozen=True)
class AnyOf:
    of: tuple["Match", ...]


@dataclass(frozen=True)
class But:
    """What fits, without what has any of some tokens."""

    of: "Match"
    without: "Match"


Match = Token | All | AnyOf | But


@dataclass(frozen=True)
class Signs:
    """How one engine writes it."""

    token: Callable[[Token], str]
    both: str
    either: str
    but: str


def every(parts: Iterable[Match]) -> Match:
    kept = tuple(parts)
    return kept[0] if len(kept) == 1 else All(kept)


def some(parts: Iterable[Match]) -> Match:
    kept = tuple(dict.fromkeys(parts))
    return kept[0] if len(kept) == 1 else AnyOf(kept)


def any_token(words: Iterable[str]) -> Match:
    """Sorted, so that the same question always reads the same."""
    return some(Token(word) for word in sorted(set(words)))


def written(match: Match, signs: Signs) -> str:
    """As one engine reads it."""
    if isinstance(match, Token):
        return signs.token(match)
    if isinstance(match, But):
        return f"({written(match.of, signs)}{signs.but}{written(match.without, signs)})"
    sign = signs.both if isinstance(match, All) else signs.either
    return f"({sign.join(written(part, signs) for part in match.of)})"


def plain(token: Token) -> str:
    """Without signs that mean something to an engine."""
    return "".join(sign for sign in token.word if sign.isalnum() or sign in "-_")
