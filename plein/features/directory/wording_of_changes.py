"""Fields of a sheet in words, to compare what it said with what it says."""

from collections.abc import Iterable
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.directory import hours, wording
from plein.features.directory.models import Cost, Referral, Vital
from plein.features.directory.sheet import Help, Sheet, Spot, differences
from plein.foundation.organisations.models import Sector

FIELDS = {
    "name": gettext_lazy("Name"),
    "line": gettext_lazy("In one line"),
    "about": gettext_lazy("Story"),
    "kvk": gettext_lazy("KVK number"),
    "sector": gettext_lazy("Sort"),
    "informal": gettext_lazy("By neighbours and volunteers"),
    "insures": gettext_lazy("Who helps is insured by the organisation"),
    "phone": gettext_lazy("Phone number"),
    "phones": gettext_lazy("More phone numbers"),
    "mail": gettext_lazy("Mail address"),
    "website": gettext_lazy("Website"),
    "area_words": gettext_lazy("Area"),
    "cost": gettext_lazy("Costs"),
    "cost_words": gettext_lazy("Costs in words"),
    "referral": gettext_lazy("Referral"),
    "referral_words": gettext_lazy("Referral in words"),
    "waiting_words": gettext_lazy("Waiting time"),
    "languages": gettext_lazy("Languages"),
    "access": gettext_lazy("Good to know"),
    "desk_phone": gettext_lazy("Number for professionals"),
    "desk_note": gettext_lazy("Note for professionals"),
    "vital": gettext_lazy("Vital"),
    "themes": gettext_lazy("Subjects"),
    "groups": gettext_lazy("Target groups"),
    "locations": gettext_lazy("Places and times"),
    "services": gettext_lazy("What you can go there for"),
}

CHOICES: dict[str, type[TextChoices]] = {
    "sector": Sector,
    "cost": Cost,
    "referral": Referral,
    "vital": Vital,
}


def names_of(names: Iterable[str]) -> list[str]:
    return [str(FIELDS[name]) for name in names]


def said(sheet: Sheet, field: str) -> str:
    """The value of one field, as a person reads it."""
    value = getattr(sheet, field)
    if value and field in CHOICES:
        return str(CHOICES[field](value).label)
    if field == "languages":
        return wording.language_names(value)
    if field == "phones":
        return "; ".join(f"{what}: {number}" for what, number in value)
    if field == "access":
        return "; ".join(
            str(wording.ACCESS[key][1]) if key in wording.ACCESS else key for key in value
        )
    return _words(value)


def compared(then: Sheet, now: Sheet) -> list[tuple[str, str, str]]:
    """(name of the field, what it said, what it says now), only what differs."""
    return [(str(FIELDS[f]), said(then, f), said(now, f)) for f in differences(then, now)]


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Spot):
        times = hours.write_week(hours.Opening(*row) for row in value.opening)
        where = (value.name, value.street, value.postcode, value.place, value.wijk)
        parts = (*where, times, value.opening_words)
        return ", ".join(part for part in parts if part)
    if isinstance(value, Help):
        return f"{value.name}: {value.text}" if value.text else value.name
    if isinstance(value, tuple):
        return "; ".join(_words(part) for part in value)
    return str(value)
