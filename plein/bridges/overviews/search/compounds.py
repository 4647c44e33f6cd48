"""Long Dutch words in their parts: boodschappendienst is found by boodschap and by dienst."""

from collections.abc import Callable, Iterator

LEAST, LEAST_PART = 7, 4
LINKS = ("", "s", "en", "e", "n")
_SHORT_PARTS = """
bad bal bar bed bel bos bus dag dak eet fit fee gas gym hal hof hout hulp huur jas kas kok kop
les lid markt mee oma opa oog oor pan pen pop rad reis rit rok rug ski spel tas tea thee tv vis
was weg wol yoga zee zon zorg
"""
SHORT_PARTS = frozenset(_SHORT_PARTS.split())
_ENDINGS = """
eren elen enen aren iers heid lijk lijke baar loos loze zaam isme teit atie atie ster sters ling
lingen achtig ende ends erij erijen eerd eert aard tjes jes ings ieren schap schappen schapje
chap chappen willig williger willigers sten rekken sels
"""
ENDINGS = frozenset(_ENDINGS.split())


def parts(word: str, known: Callable[[str], bool]) -> tuple[str, str] | None:
    """The two parts of a compound, the most even split first; None when it is one word."""
    if len(word) < LEAST:
        return None
    found = list(_splits(word, known))
    return max(found, key=_goodness) if found else None


def _splits(word: str, known: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    for place in range(3, len(word) - 2):
        left, right = word[:place], word[place:]
        if not (_long_enough(right) and right not in ENDINGS and known(right)):
            continue
        for link in LINKS:
            first = left.removesuffix(link) if link else left
            if (not link or first != left) and _long_enough(first) and known(first):
                yield first, right
                break


def _long_enough(part: str) -> bool:
    return len(part) >= LEAST_PART or part in SHORT_PARTS


def _goodness(split: tuple[str, str]) -> tuple[int, int]:
    return min(map(len, split)), len(split[1])
