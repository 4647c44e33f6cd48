"""Where asks and offers do not meet: theme by part of the week, in one wijk or all."""

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db.models import Count, Max, QuerySet

from plein.bridges.matching.models import Feature
from plein.foundation.communities.models import Community
from plein.foundation.taxonomy.models import Theme
from plein.lib.week import DAYTIME, EVENINGS, WEEKEND

PARTS = (DAYTIME, EVENINGS, WEEKEND)


@dataclass(frozen=True)
class Cell:
    """One theme in one part of the week. A post without times counts in each part."""

    asks: int
    offers: int
    people: int

    @property
    def is_short(self) -> bool:
        """More asks than offers and people who like to do this."""
        return self.asks > self.offers + self.people

    @property
    def is_unused(self) -> bool:
        """Help that nobody asks for."""
        return self.asks == 0 and self.offers > 0


@dataclass(frozen=True)
class Row:
    theme: Theme
    cells: tuple[Cell, ...]

    @property
    def short_by(self) -> int:
        return sum(max(0, cell.asks - cell.offers - cell.people) for cell in self.cells)


def table(town_id: UUID, area: Community | None = None) -> list[Row]:
    """Every theme of the town, the shortest first. Never by target group (TRUST-7)."""
    counted = _remembered(town_id, area)
    themes = Theme.objects.in_town(town_id).in_use()
    rows = [
        Row(
            theme,
            tuple(
                Cell(*(counted[kind, theme.same_as or theme.key, part] for kind in KINDS))
                for part in PARTS
            ),
        )
        for theme in themes
    ]
    return sorted(rows, key=lambda row: -row.short_by)


KINDS = (Feature.Kind.ASK, Feature.Kind.OFFER, Feature.Kind.PROFILE)


def _remembered(town_id: UUID, area: Community | None) -> "Counter[tuple[str, str, int]]":
    """Counted once for as long as nothing changed: a city has thousands of profiles."""
    rows = _live(town_id, area)
    now = rows.aggregate(newest=Max("changed_at"), many=Count("pk"))
    key = f"matching.gaps:{town_id}:{area.pk if area else ''}:{now['many']}:{now['newest']}"
    key = sha256(key.encode()).hexdigest()
    counted: Counter[tuple[str, str, int]] | None = cache.get(key)
    if counted is None:
        counted = _counted(rows)
        cache.set(key, counted, 3600)
    return counted


def _live(town_id: UUID, area: Community | None) -> "QuerySet[Feature]":
    rows = Feature.objects.filter(town=town_id, live=True)
    return rows.filter(area__in=area.tree.below(area)) if area else rows


def _counted(rows: "QuerySet[Feature]") -> "Counter[tuple[str, str, int]]":
    counted: Counter[tuple[str, str, int]] = Counter()
    taken = rows.values_list("kind", "theme", "when_bits", "fields__interests")
    for kind, theme, bits, interests in taken.iterator(chunk_size=2000):
        for key in _themes(theme, interests):
            for part in PARTS:
                if not bits or bits & part:
                    counted[kind, key, part] += 1
    return counted


def _themes(theme: str, interests: Any) -> list[str]:
    if theme:
        return [theme]
    return [str(key) for key in interests] if isinstance(interests, list) else []
