"""How a Dutch word sounds: spellings that sound alike give one key (d/t, ei/ij, ou/au, c/k)."""

import re
from functools import lru_cache

_SOUNDS = tuple(
    (re.compile(pattern), heard)
    for pattern, heard in (
        (r"sch(?=[^aeiou]|$)", "s"), (r"ch", "g"), (r"ck|c(?=[^eiy]|$)|q", "k"), (r"c", "s"),
        (r"ij|ei|y", "1"), (r"ouw|auw|ou|au", "2"), (r"ph", "f"), (r"x", "ks"), (r"ieu", "iu"),
        (r"th|dt", "t"), (r"d(?=$|[^aeiou12])", "t"), (r"b(?=$)", "p"), (r"v", "f"), (r"z", "s"),
        (r"ie", "i"), (r"ee|é", "e"), (r"(.)\1", r"\1"), (r"en$", "e"), (r"h", ""),
    )
)  # fmt: skip


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """How a Dutch word sounds, roughly: spellings that sound alike give one key."""
    for pattern, heard in _SOUNDS:
        word = pattern.sub(heard, word)
    return word
