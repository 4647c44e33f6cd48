"""The parts of a profile: what each asks, what stands there now, and what is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language_info, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from plein.foundation.communities.forms import profile
from plein.foundation.communities.models import Member


@dataclass(frozen=True)
class Part:
    """One small page of the profile."""

    key: str
    name: str | Promise
    pictogram: str
    form: type[forms.Form]
    now: Callable[[Member], str]
    initial: Callable[[Member], dict[str, Any]]
    seen_by_others: bool = False


def _fields(*names: str) -> Callable[[Member], dict[str, Any]]:
    return lambda member: {name: getattr(member, name) for name in names}


def _available(member: Member) -> str:
    count = member.available.bit_count()
    words = ngettext("%(count)s moment a week", "%(count)s moments a week", count)
    return words % {"count": count} if count else ""


def languages_of(member: Member) -> str:
    """What somebody speaks, each language by its own name."""
    return ", ".join(
        str(get_language_info(code)["name_local"]).capitalize() for code in member.languages
    )


def _reading(member: Member) -> dict[str, Any]:
    values = _fields("language", "letters", "contrast")(member)
    return values | {"formal": {None: "", False: "nee", True: "ja"}[member.formal]}


PARTS: tuple[Part, ...] = (
    Part(
        "over-mij",
        gettext_lazy("About me"),
        "user-circle",
        profile.AboutForm,
        lambda member: member.name,
        _fields("name", "about"),
        seen_by_others=True,
    ),
    Part(
        "beschikbaar",
        gettext_lazy("When I can"),
        "calendar-dots",
        profile.AvailableForm,
        _available,
        lambda member: {"available": profile.to_slots(member.available)},
    ),
    Part(
        "hoe-ver",
        gettext_lazy("How far I go"),
        "bicycle",
        profile.HowFarForm,
        lambda member: str(member.get_how_far_display()),
        _fields("how_far"),
    ),
    Part(
        "talen",
        gettext_lazy("Languages I speak"),
        "translate",
        profile.LanguagesForm,
        languages_of,
        _fields("languages"),
        seen_by_others=True,
    ),
    Part(
        "lezen",
        gettext_lazy("How I like to read"),
        "eyeglasses",
        profile.ReadingForm,
        lambda member: _("Bigger letters") if member.letters else "",
        _reading,
    ),
)
BY_KEY = {part.key: part for part in PARTS}
