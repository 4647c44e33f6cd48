"""Letters in groups of 3 to 5 within a word, hashed: forgives spelling, endings, joined words."""

from collections import Counter
from zlib import crc32

BITS = 18
SIZES = (3, 4, 5)


def grams(words: list[str]) -> tuple[int, ...]:
    """Hashed groups (0 ≤ n < 2**18) of the folded words, sorted, each as often as it occurs."""
    found: Counter[int] = Counter()
    for word in words:
        edged = f"<{word}>"
        for size in SIZES:
            for at in range(len(edged) - size + 1):
                found[crc32(edged[at : at + size].encode()) >> (32 - BITS)] += 1
    return tuple(sorted(found))
