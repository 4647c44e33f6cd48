"""Writing a line of the audit."""

import re
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models

from plein.foundation.audit.models import INSTALLATION, Record

HARMLESS = re.compile(r"[^\s@]{0,60}")
"""A code, a key or an id. No spaces and no @: so no sentences, no names, no mail addresses."""


class NotHarmless(ValueError):
    """A value of the audit is a code, an id, a number or a date, never what somebody wrote."""


def record(
    key: str,
    *,
    on: models.Model | None = None,
    by: models.Model | None = None,
    community: models.Model | None = None,
    **values: Any,
) -> Record:
    """Write in the current transaction that `by` did `key` to `on`."""
    return Record.objects.create(
        key=key,
        town_id=_first("town_id", on, by, community) or INSTALLATION,
        community_id=community.pk if community else _first("community_id", on),
        about_kind=on._meta.label_lower if on else "",
        about_id=on.pk if on else None,
        by_id=by.pk if by else None,
        values={name: harmless(value) for name, value in values.items()},
    )


def harmless(value: Any) -> Any:
    """The value as JSON, or a refusal."""
    match value:
        case None | bool() | int() | float():
            return value
        case date() | time():
            return value.isoformat()
        case UUID() | Decimal():
            return str(value)
        case str() if HARMLESS.fullmatch(value):
            return str(value)
        case list() | tuple() | set() | frozenset():
            return [harmless(each) for each in value]
        case models.Model():
            return str(value.pk)
    raise NotHarmless(f"Not for the audit: {type(value).__name__}")


def _first(name: str, *objects: models.Model | None) -> UUID | None:
    return next((found for obj in objects if (found := getattr(obj, name, None))), None)
