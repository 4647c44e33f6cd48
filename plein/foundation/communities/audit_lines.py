"""The audit of a town in sentences. Names are looked up now, so who left has no name in it.

Only what has a sentence in an `audit_words.py` is shown. The rest is in the audit as well, but who
writes to whom, or keeps away from whom (H4), is nothing for who arranges a place to leaf through.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import UUID

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Community, Member, RoleName

A_PAGE = 50


@dataclass(frozen=True)
class Line:
    when: datetime
    words: str


def lines_of(community: Community, before: UUID | None = None) -> tuple[list[Line], UUID | None]:
    """The newest lines first, and where the next page begins."""
    told = Record.objects.in_town(community.town_id).filter(key__in=list(words()))
    records = told.order_by("-id")
    if before:
        records = records.filter(pk__lt=before)
    found = list(records[: A_PAGE + 1])
    shown = found[:A_PAGE]
    names = _names(community, shown)
    more = shown[-1].pk if len(found) > A_PAGE else None
    return [Line(record.made_at, _words(record, names)) for record in shown], more


@cache
def words() -> Mapping[str, str | Promise]:
    """What every app wrote down in its `audit_words.py`."""
    found: dict[str, str | Promise] = {}
    for config in apps.get_app_configs():
        name = f"{config.name}.audit_words"
        if config.name.startswith("plein.") and find_spec(name):
            found.update(import_module(name).WORDS)
    return found


def _words(record: Record, names: Mapping[UUID, str]) -> str:
    values: dict[str, Any] = dict(record.values)
    values["by"] = names.get(record.by_id, _("somebody")) if record.by_id else "Plein"
    values["on"] = names.get(record.about_id, _("somebody")) if record.about_id else _("somebody")
    if role := record.values.get("role"):
        values["role"] = str(dict(RoleName.choices).get(role, role)).lower()
    try:
        return str(words()[record.key]) % values
    except KeyError:
        return record.key


def _names(community: Community, records: list[Record]) -> dict[UUID, str]:
    wanted = {key for record in records for key in (record.by_id, record.about_id) if key}
    people = Member.objects.filter(town=community.town_id, pk__in=wanted)
    names: dict[UUID, str] = dict(people.values_list("pk", "name"))
    return names | {c.pk: c.name for c in community.tree.all.values()}
