"""What somebody may mean: words while they type, and a better word when nothing was found.

Only words and titles that these very eyes can find, in this place: each is looked up before it is
shown. Words of private things are never suggested, to nobody (TRUST-7).
"""

from collections.abc import Sequence
from string import ascii_lowercase, digits
from typing import Any
from uuid import UUID

from django.db import connection

from plein.bridges.overviews.models import Word
from plein.bridges.overviews.search import tokens
from plein.bridges.overviews.search.engines import engine
from plein.bridges.overviews.search.eyes import Eyes
from plein.bridges.overviews.search.hits import newest, rows_of, without
from plein.bridges.overviews.search.light import words_of
from plein.bridges.overviews.search.match import Match, Token, every, some
from plein.bridges.overviews.search.meanings import Meanings
from plein.bridges.overviews.search.vocabulary import keys_of
from plein.foundation.communities.models import Content

MOST_WORDS, MOST_TITLES, CANDIDATES = 5, 4, 8
LEAST_FOR_TITLES = 3
THIRD = ascii_lowercase + digits
"""Two signs alone are looked up by all that may stand behind them: the list knows three."""


def suggestions(eyes: Eyes, typed: str, house: str = "") -> list[str]:
    """Whole questions that find something: the typed words with the last one finished."""
    *before, last = list(words_of(typed))[-4:] or [""]
    if len(last) < 2:
        return []
    town = eyes.community.town_id
    keys = keys_of(town, before) if before else {}
    start = every([eyes.here(house), *(eyes.word(keys[word]) for word in before)])
    words = _beginning(town, last)
    good = _that_find(eyes, [every([start, _public(word)]) for word in words])
    found = [" ".join([*before, w]) for w, finds in zip(words, good, strict=True) if finds]
    titles = _titles(eyes, start, last) if len(last) >= LEAST_FOR_TITLES else []
    return list(dict.fromkeys(found[:MOST_WORDS] + titles))


def did_you_mean(eyes: Eyes, asked: Meanings, house: str = "") -> str:
    """The same question with what was probably meant; empty when nothing better is known."""
    town = eyes.community.town_id
    here = eyes.here(house)
    good = _that_find(
        eyes, [every([here, some(eyes.word(keys) for keys in each)]) for each in asked.values()]
    )
    meant: list[str] = []
    for word, finds in zip(asked, good, strict=True):
        near = [] if finds else _like(town, word)
        finding = _that_find(eyes, [every([here, _public(other)]) for other in near])
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


def _like(town: UUID, word: str) -> list[str]:
    """Words of about the same length with the same first sign, the likeliest first."""
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
    return [other for other, far, _ in sorted(near, key=lambda n: (n[1], -uses[n[0]]))][:3]


def _public(word: str) -> Match:
    return Token(tokens.PUBLIC + word)


def _titles(eyes: Eyes, start: Match, last: str) -> list[str]:
    """Titles of public things with a word that begins so."""
    begins = Token(tokens.PUBLIC_TITLE + last, begins=True)
    asked = newest(eyes, every([start, begins]), narrow=True, most=MOST_TITLES)
    rows = rows_of(asked.sql("r.title, r.audience"), asked.values)
    return sorted(title for title, audience in rows if audience == Content.Audience.PUBLIC)


def _that_find(eyes: Eyes, matches: Sequence[Match]) -> list[bool]:
    """Of each question whether it finds anything, in one query."""
    if not matches:
        return []
    parts, values = [], []
    for match in matches:
        found, asked = _findable(eyes, match)
        # A limit that PostgreSQL cannot foresee: else it reads all texts, hoping to meet one soon.
        parts.append(f"({found} LIMIT (SELECT 1)) IS NOT NULL")
        values += asked
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", values)
        return [bool(found) for found in cursor.fetchone()]


def _findable(eyes: Eyes, match: Match) -> tuple[str, list[Any]]:
    """(`SELECT`, parameters); whose it is, is on the row, and matters to few."""
    town, (not_met, people) = eyes.community.town_id, without(eyes)
    if not people:
        return engine().keys(town, match)
    joins, where, asked = engine().joined(town, match)
    return f"SELECT 1 FROM {joins} WHERE {where}{not_met}", [*asked, *people]  # noqa: S608
