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


Match = Token | All | AnyOf


def every(parts: Iterable[Match]) -> Match:
    kept = tuple(parts)
    return kept[0] if len(kept) == 1 else All(kept)


def some(parts: Iterable[Match]) -> Match:
    kept = tuple(dict.fromkeys(parts))
    return kept[0] if len(kept) == 1 else AnyOf(kept)


def any_token(words: Iterable[str]) -> Match:
    """Sorted, so that the same question always reads the same."""
    return some(Token(word) for word in sorted(set(words)))


def written(match: Match, token: Callable[[Token], str], both: str, either: str) -> str:
    """As one engine reads it."""
    if isinstance(match, Token):
        return token(match)
    sign = both if isinstance(match, All) else either
    return f"({sign.join(written(part, token, both, either) for part in match.of)})"
