"""A row as a card, for one reader."""

from collections.abc import Mapping

from plein.bridges.overviews.models import Row
from plein.bridges.overviews.sources import source_of
from plein.foundation.taxonomy.models import Theme
from plein.lib.listing import in_my_language
from plein.ui.card import Card, Fact


def card(row: Row, *, full: bool, themes: Mapping[str, Theme], mine: bool = False) -> Card:
    """`full` says whether this reader may read all of it; else only the teaser is used."""
    source, theme = source_of(row.kind, row.house), themes.get(row.theme)
    action = str(source.action) if source and not mine else ""
    return Card(
        kind=source.card if source else "plain",  # type: ignore[arg-type]
        strip=(theme.said(row.kind) if theme else "") or str(source.name if source else ""),
        title=row.title if full else in_my_language(row.public_title),
        url=row.url,
        text=row.summary if full else "",
        facts=_facts(row.facts if full else row.public_facts),
        pictogram=theme.pictogram if theme else "",
        picture=row.picture if full else "",
        picture_alt=row.picture_alt if full else "",
        action=action,
        action_url=f"{row.url}{source.action_path}" if source and action else "",
        action_pictogram=source.action_pictogram if source else "caret-right",
    )


def _facts(facts: list[list[object]]) -> tuple[Fact, ...]:
    return tuple(Fact(str(name), in_my_language(words)) for name, words in facts)  # type: ignore[arg-type]
