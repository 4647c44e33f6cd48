"""What somebody may mean: words while they type, and a better word when nothing was found.

Only words and titles that these very eyes can find, in this place: each is looked up before it is
shown. Words of private things are never suggested, to nobody (TRUST-7).
"""

from collections.abc import Iterable
from string import ascii_lowercase, digits
from uuid import UUID

from plein.bridges.overviews.models import Word
from plein.bridges.overviews.search import tokens
from plein.bridges.overviews.search.engines import engine
from plein.bridges.overviews.search.eyes import Eyes
from plein.bridges.overviews.search.hits import newest, rows_of
from plein.bridges.overviews.search.light import words_of
from plein.bridges.overviews.search.match import Match, Token, every, some
from plein.bridges.overviews.search.meanings import Meanings
from plein.bridges.overviews.search.vocabulary import keys_of
from plein.foundation.communities.models import Content

MOST_WORDS, MOST_TITLES, CANDIDATES = 5, 4, 8
LEAST_FOR_TITLES = 3
RARE, TIMES, LONG_ENOUGH = 2, 5, 5
"""What stands here once or twice may be a slip of what stands here five times as often."""
THIRD = ascii_lowercase + digits
"""Two signs alone are looked up by all that may stand behind them: the list knows three."""


def suggestions(eyes: Eyes, typed: str, house: str = "") -> list[str]:
    """Whole questions that find something: the typed words with the last one finished."""
    *before, last = list(words_of(typed))[-4:] or [""]
    if len(last) < 2:
        return []
    town = eyes.community.town_id
    keys = keys_of(town, before) if before else {}
    here, said = eyes.here(house), [eyes.word(keys[word]) for word in before]
    words = _beginning(town, last)
    good = _that_find(eyes, here, [every([*said, _public(word)]) for word in words])
    found = [" ".join([*before, w]) for w, finds in zip(words, good, strict=True) if finds]
    titles = _titles(town, every([here, *said]), last) if len(last) >= LEAST_FOR_TITLES else []
    return list(dict.fromkeys(found[:MOST_WORDS] + titles))


def did_you_mean(eyes: Eyes, asked: Meanings, house: str = "", *, few: bool = False) -> str:
    """The same question with what was probably meant; empty when nothing better is known.

    `few`: something was found, but somebody else may have made the same slip of the pen.
    """
    town = eyes.community.town_id
    here = eyes.here(house)
    good = _that_find(eyes, here, [some(map(eyes.word, each)) for each in asked.values()])
    meant: list[str] = []
    for word, finds in zip(asked, good, strict=True):
        near = _like(town, word, likelier=True) if few else [] if finds else _like(town, word)
        finding = _that_find(eyes, here, map(_public, near))
        better = next((other for other, ok in zip(near, finding, strict=True) if ok), "")
        if not (finds or better):
            return ""
        meant.append(better or word)
    return " ".join(meant) if meant != list(asked) else ""


def _beginning(town: UUID, last: str) -> list[str]:
    words = Word.objects.filter(town=town, public=True, word__startswith=last)
    if len(last) > 2:
        words = words.filter(start=last[:3])
    elif last.isascii():
        words = words.filter(start__in=[last + third for third in ("", *THIRD)])
    return list(words.order_by("-uses", "word").values_list("word", flat=True)[:CANDIDATES])


def _like(town: UUID, word: str, *, likelier: bool = False) -> list[str]:
    """Words of about the same length with the same first sign, the likeliest first.

    `likelier`: only those that stand here far more often than the word itself, which is rare.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 1 if len(word) < 6 else 2
    listed = Word.objects.filter(town=town, public=True, start__startswith=word[0])
    uses = {
        other: count
        for other, count in listed.values_list("word", "uses")
        if abs(len(other) - len(word)) <= most
    }
    near = process.extract(
        word, list(uses), scorer=OSA.distance, score_cutoff=most, limit=CANDIDATES
    )
    found = [other for other, far, _ in sorted(near, key=lambda n: (n[1], -uses[n[0]]))]
    if likelier:
        own = uses.get(word, 0)
        rare = own <= RARE and len(word) >= LONG_ENOUGH
        found = [other for other in found if rare and uses[other] >= max(own, 1) * TIMES]
    return found[:3]


def _public(word: str) -> Match:
    return Token(tokens.PUBLIC + word)


def _titles(town: UUID, start: Match, last: str) -> list[str]:
    """Titles of public things with a word that begins so."""
    begins = Token(tokens.PUBLIC_TITLE + last, begins=True)
    asked = newest(town, every([start, begins]), narrow=True, most=MOST_TITLES)
    rows = rows_of(asked.sql("r.title, r.audience"), asked.values)
    return sorted(title for title, audience in rows if audience == Content.Audience.PUBLIC)


def _that_find(eyes: Eyes, here: Match, questions: Iterable[Match]) -> list[bool]:
    """Of each question whether it finds anything here, in one query."""
    town = eyes.community.town_id
    if eyes.see_the_town:
        asked = [engine().one(town, match, here) for match in questions]
    else:
        asked = [engine().one(town, every([here, match])) for match in questions]
    if not asked:
        return []
    parts = [f"({found}) IS NOT NULL" for found, _values in asked]
    values = [value for _found, each in asked for value in each]
    return [bool(found) for found in rows_of(f"SELECT {', '.join(parts)}", values)[0]]
