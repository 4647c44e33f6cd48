"""Limits said in the text: proposed to the poster as fields, never applied in silence (DESIGN 1)."""

import re

from plein.lib.week import slot

from .shapes import Post, Question
from .words import fold

_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_PARTS = ("ochtend", "middag", "avond")
_WHEN = re.compile(rf"\b({'|'.join(_DAYS)})(?:en)?[ -]?({'|'.join(_PARTS)})?s?\b")
_DISTANCE = re.compile(
    r"\b(?:maximaal|hooguit|binnen|niet verder dan|max)\.? (\d{1,2}) ?(?:km|kilometer)"
)
_PLAIN = (
    ("vog", "needs_vog", True, re.compile(r"\b(?:met|een|geldige) vog\b|verklaring omtrent gedrag")),
    ("again", "again", True, re.compile(
        r"\b(?:elke|iedere) (?:week|maand|dag|(?:maan|dins|woens|donder|vrij|zater|zon)dag)"
        r"|\bwekelijks|om de week|\b(?:een|twee|drie|\d) ?(?:keer|maal|x) (?:per|in de) (?:week|maand)"
    )),
    ("remote", "remote", True, re.compile(r"\b(?:online|videobellen|telefonisch|via zoom|op afstand)\b")),
    ("women", "", "women", re.compile(r"\b(?:alleen|liefst|graag|liever) (?:een |met |door |aan )?(?:vrouw|vrouwen|dames)\b")),
    ("men", "", "men", re.compile(r"\b(?:alleen|liefst|graag|liever) (?:een |met |door )?(?:man|mannen|heren)\b")),
    ("dogs", "", "dogs", re.compile(r"\ballergi\w+ (?:voor|aan|tegen) \w*(?:hond|kat|huisdier|dier)\w*|hondenallergie|kattenallergie")),
    ("wheelchair", "", "wheelchair", re.compile(r"\b(?:rolstoel|scootmobiel|rollator)\b")),
    ("smoking", "", "smoking", re.compile(r"\b(?:rookvrij|niet roken|niet-roker|niet rokend)\w*")),
    ("sale", "", "sale", re.compile(r"\bte koop\b|\bvraagprijs\b|\btegen betaling\b")),
    ("price", "", "price", re.compile(r"(?:€|\beuro) ?\d+|\b\d+(?:,\d+)? ?(?:€|euro\b)|\bper uur betaald")),
)  # fmt: skip


def said_limits(post: Post) -> list[Question]:
    """One question for each limit that the text says and the field does not hold."""
    text = fold(f"{post.title}. {post.text}"[:4000])
    found = [
        Question(key, field, value, match.group())
        for key, field, value, pattern in _PLAIN
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
