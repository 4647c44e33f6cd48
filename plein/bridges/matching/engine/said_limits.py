"""Limits said in the text: proposed to the poster as fields, never applied in silence."""

import re
from typing import Any

from plein.lib.week import slot

from .shapes import Post, Question
from .words import fold

_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_PARTS = ("ochtend", "middag", "avond")
_WHEN = re.compile(rf"\b({'|'.join(_DAYS)})(?:en)?[ -]?({'|'.join(_PARTS)})?s?\b")
_DISTANCE = re.compile(
    r"\b(?:maximaal|hooguit|binnen|niet verder dan|max)\.? (\d{1,2}) ?(?:km|kilometer)"
)
_ONLY = r"\b(?:alleen|liefst|graag|liever)\ (?:een\ |met\ |door\ |aan\ )?"
# What we ask about, the field it could fill ("" when there is none), its value, and the words.
_SAID: tuple[tuple[str, str, Any, str], ...] = (
    ("vog", "needs_vog", True, r"\b(?:met|een|geldige)\ vog\b | verklaring\ omtrent\ gedrag"),
    (
        "again",
        "again",
        True,
        r"""\b(?:elke|iedere)\ (?:week|maand|dag|(?:maan|dins|woens|donder|vrij|zater|zon)dag)
        | \bwekelijks | om\ de\ week
        | \b(?:een|twee|drie|\d)\ ?(?:keer|maal|x)\ (?:per|in\ de)\ (?:week|maand)""",
    ),
    (
        "remote",
        "remote",
        True,
        r"\b(?:online|videobellen|telefonisch|via\ zoom|op\ afstand)\b",
    ),
    ("women", "", "women", _ONLY + r"(?:vrouw|vrouwen|dames)\b"),
    ("men", "", "men", _ONLY + r"(?:man|mannen|heren)\b"),
    (
        "dogs",
        "",
        "dogs",
        r"""\ballergi\w+\ (?:voor|aan|tegen)\ \w*(?:hond|kat|katten|huisdier|dier)\w*
        | honden-?allergie | katten-?allergie""",
    ),
    ("wheelchair", "", "wheelchair", r"\b(?:rolstoel|scootmobiel|rollator)\b"),
    ("smoking", "", "smoking", r"\b(?:rookvrij|niet\ rok|niet-rok)\w*"),
    ("sale", "", "sale", r"\bte\ koop\b | \bvraagprijs\b | \btegen\ betaling\b"),
    ("price", "", "price", r"€\ ?\d+ | \b\d+(?:,\d+)?\ ?(?:€|euro\b)"),
)
_PATTERNS = [(key, field, to, re.compile(words, re.VERBOSE)) for key, field, to, words in _SAID]


def said_limits(post: Post) -> list[Question]:
    """One question for each limit that the text says and the field does not hold."""
    text = fold(f"{post.title}. {post.text}"[:4000])
    found = [
        Question(key, field, value, match.group())
        for key, field, value, pattern in _PATTERNS
        if (match := pattern.search(text)) and not (field and getattr(post, field) == value)
    ]
    return (
        [question for question in found if not _has_it(post, question)]
        + _when(post, text)
        + (_distance(post, text))
    )


def _has_it(post: Post, question: Question) -> bool:
    """A helper who tells of their VOG holds one; only an ask can demand it."""
    return question.key == "vog" and (post.kind != "ask" or post.has_vog)


def _when(post: Post, text: str) -> list[Question]:
    if post.when:
        return []
    bits, said = 0, []
    for match in _WHEN.finditer(text):
        day = _DAYS.index(match.group(1))
        parts = [_PARTS.index(match.group(2))] if match.group(2) else range(3)
        for part in parts:
            bits |= slot(day, part)
        said.append(match.group())
    return [Question("when", "when", bits, ", ".join(said))] if bits else []


def _distance(post: Post, text: str) -> list[Question]:
    match = _DISTANCE.search(text)
    if not match or post.limit_km is not None:
        return []
    return [Question("distance", "limit_km", float(match.group(1)), match.group())]
