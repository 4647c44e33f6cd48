"""Lists of themes and target groups: start them."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from plein.foundation.communities.models import Community
from plein.foundation.taxonomy.models import TargetGroup, Theme

STARTING_LIST = Path(__file__).parents[1] / "starting_list.toml"


@cache
def starting_list() -> dict[str, Any]:
    """The list every town starts with, as it stands in starting_list.toml."""
    return tomllib.loads(STARTING_LIST.read_text(encoding="utf-8"))


@transaction.atomic
def start_lists(town: Community) -> None:
    """Give a town the starting lists. Doing it twice changes nothing."""
    start = starting_list()
    themes = [
        Theme(town=town, words=_words(entry, start["strips"]), **_listed(entry, order))
        for order, entry in enumerate(start["themes"])
    ]
    groups = [
        TargetGroup(town=town, **_listed(entry, order))
        for order, entry in enumerate(start["target_groups"])
    ]
    Theme.objects.bulk_create(themes, ignore_conflicts=True)
    TargetGroup.objects.bulk_create(groups, ignore_conflicts=True)


def _words(entry: dict[str, Any], strips: dict[str, Any]) -> dict[str, Any]:
    return {
        "ask": strips["ask"][entry["ask_strip"]],
        "offer": strips["offer"][entry["offer_strip"]],
        "teaser": entry["teaser"],
        "ask_examples": entry["ask_examples"],
        "offer_examples": entry["offer_examples"],
    }


def _listed(entry: dict[str, Any], order: int) -> dict[str, Any]:
    return {
        "key": entry["key"],
        "names": entry["names"],
        "pictogram": entry.get("pictogram", ""),
        "order": order,
        "same_as": entry["key"],
    }
