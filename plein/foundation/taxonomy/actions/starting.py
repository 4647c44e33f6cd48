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
    strips = start["strips"]
    for order, entry in enumerate(start["themes"]):
        words = {
            "ask": strips["ask"][entry["ask_strip"]],
            "offer": strips["offer"][entry["offer_strip"]],
            "teaser": entry["teaser"],
            "ask_examples": entry["ask_examples"],
            "offer_examples": entry["offer_examples"],
        }
        Theme.objects.get_or_create(
            town=town, key=entry["key"], defaults=_listed(entry, order) | {"words": words}
        )
    for order, entry in enumerate(start["target_groups"]):
        TargetGroup.objects.get_or_create(
            town=town, key=entry["key"], defaults=_listed(entry, order)
        )


def _listed(entry: dict[str, Any], order: int) -> dict[str, Any]:
    return {
        "names": entry["names"],
        "pictogram": entry.get("pictogram", ""),
        "order": order,
        "same_as": entry["key"],
    }
