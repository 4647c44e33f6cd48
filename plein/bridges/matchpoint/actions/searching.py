"""Searching together: what somebody looks for, and a list of what fits. Gone with the sitting."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from plein.bridges.matchpoint.models import Sitting
from plein.bridges.overviews.access import MOST_IN_BASKET
from plein.bridges.overviews.filters import key_of

ASKED = ("zoek", "thema", "wijk", "doelgroep")
"""As in the address of an overview. Here it stands in no address: a library shares its history."""
LIST = "ding"


def look_for(sitting: Sitting, said: Mapping[str, str]) -> None:
    """Something else is looked for; the list stays."""
    # A database keeps no zero sign.
    asked = {name: said.get(name, "").replace("\0", "")[:80] for name in ASKED}
    _keep(sitting, {LIST: listed(sitting), **{name: text for name, text in asked.items() if text}})


def put_on_list(sitting: Sitting, key: str) -> None:
    """At the end, once. A full list stays as it is, and what is no key is left out."""
    keys, thing = listed(sitting), key_of(key)
    if thing and str(thing) not in keys and len(keys) < MOST_IN_BASKET:
        _keep(sitting, sitting.found | {LIST: [*keys, str(thing)]})


def take_off_list(sitting: Sitting, key: str) -> None:
    _keep(sitting, sitting.found | {LIST: [each for each in listed(sitting) if each != key]})


def listed(sitting: Sitting) -> list[str]:
    return list(sitting.found.get(LIST, []))


def _keep(sitting: Sitting, found: dict[str, Any]) -> None:
    sitting.found, sitting.seen_at = found, timezone.now()
    sitting.save(update_fields=["found", "seen_at"])
