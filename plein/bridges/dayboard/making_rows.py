"""From matters to rows. Reads what the apps say now; writes nothing."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import translation

from plein.bridges.dayboard.models import MatterRow
from plein.lib.formality import DUTCH
from plein.lib.matter import Matter, MatterSource

SAID = (
    *("community_id", "area", "theme", "words", "url", "hurts_from", "due"),
    *("layer", "urgency", "minutes", "only_for", "hidden_from"),
)
"""Columns that say what the app says; the others are ours."""
Key = tuple[str, UUID]


def fresh_rows(town_id: UUID, sources: Iterable[MatterSource]) -> dict[Key, MatterRow]:
    """The rows as they should be, unsaved; one for each kind and what it is about."""
    rows: dict[Key, MatterRow] = {}
    for source in sources:
        for language in _languages():
            with translation.override(language):
                matters = list(source.all(town_id))
                for matter in matters:
                    _take(rows, town_id, source, matter, language)
            if not matters:
                break  # What nobody waits for has words in no language.
    return rows


def _take(
    rows: dict[Key, MatterRow], town_id: UUID, source: MatterSource, matter: Matter, language: str
) -> None:
    key = (source.kind, matter.about)
    if key not in rows:
        if language != DUTCH:
            return  # It began to wait a moment ago; next time it has all its words.
        rows[key] = MatterRow(town_id=town_id, kind=source.kind, **_columns(source, matter))
    rows[key].words[language] = matter.words


def _columns(source: MatterSource, matter: Matter) -> dict[str, Any]:
    return {
        "about": matter.about,
        "community_id": matter.community,
        "area": matter.area,
        "theme": matter.theme,
        "words": {},
        "url": matter.url,
        "hurts_from": matter.hurts_from,
        "due": matter.due,
        "layer": int(source.layer if matter.layer is None else matter.layer),
        "urgency": source.urgency,
        "minutes": source.minutes,
        "only_for": keys(matter.only_for),
        "hidden_from": keys(matter.hidden_from),
    }


def keys(members: Iterable[UUID | None]) -> str:
    """|key|key|, in order, so that the same people are the same text."""
    found = sorted(str(key) for key in members if key)
    return f"|{'|'.join(found)}|" if found else ""


def _languages() -> list[str]:
    """Dutch first. Words for the place's own people say je and u alike."""
    others = [code for code, _name in settings.LANGUAGES if code != DUTCH]
    return [DUTCH, *others]
