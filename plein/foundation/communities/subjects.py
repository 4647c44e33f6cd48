"""Themes and groups for which somebody may have a role. The lists live above; they register."""

from collections.abc import Callable
from uuid import UUID

Subjects = Callable[[UUID], list[tuple[str, str]]]
_providers: list[Subjects] = []


def register(provider: Subjects) -> None:
    """`provider(town_id)` gives (key, name) pairs."""
    if provider not in _providers:
        _providers.append(provider)


def subjects_of(town_id: UUID) -> list[tuple[str, str]]:
    return [pair for provider in _providers for pair in provider(town_id)]
