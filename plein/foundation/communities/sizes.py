"""The four sizes in which a place starts, and what is on in each (SIMPLE-1, SIMPLE-2)."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Size(models.TextChoices):
    STREET = "straat", _("Street")
    VILLAGE = "dorp", _("Village")
    CITY = "stad", _("City")
    PURPOSE = "doel", _("One purpose")


@dataclass(frozen=True)
class Module:
    """One building block: a house in the street, or something around it."""

    key: str
    name: str | Promise
    line: str | Promise
    pictogram: str
    url_name: str
    house: int = 0
    sizes: frozenset[str] = frozenset(Size.values)
    pages: tuple[str, ...] = ()
    """Names of its pages; "noticeboard:" is all of an app. They are gone when it is off.

    A page of two modules is gone when both are off.
    """


# A house with fewer things behind it is not shown (SIMPLE-3).
ENOUGH = 3
# Beside the houses `Community.filled` remembers where nobody is there to call back.
NO_CALLS = "no_calls"

VILLAGE_UP = frozenset({Size.VILLAGE.value, Size.CITY.value})

# The order of the houses never changes: place memory helps people who do not read well.
MODULES: tuple[Module, ...] = (
    Module(
        "noticeboard",
        _("Notice board"),
        _("asks and offers"),
        "push-pin",
        "overviews:board",
        house=1,
        pages=("overviews:board", "noticeboard:", "matching:", "matchpoint:", "proofs:"),
    ),
    Module(
        "agenda",
        _("Agenda"),
        _("what is on when"),
        "calendar-dots",
        "overviews:agenda",
        house=2,
        sizes=frozenset({Size.STREET.value, Size.VILLAGE.value, Size.CITY.value}),
        pages=("overviews:agenda", "activities:"),
    ),
    Module(
        "showcase",
        _("Showcase"),
        _("always something to do"),
        "hands-clapping",
        "overviews:showcase",
        house=3,
        sizes=VILLAGE_UP,
        pages=("overviews:showcase", "activities:"),
    ),
    Module(
        "directory",
        _("Organisations"),
        _("who can help"),
        "lifebuoy",
        "overviews:directory",
        house=4,
        sizes=VILLAGE_UP,
        pages=("overviews:directory", "directory:", "referrals:"),
    ),
    Module(
        "about",
        _("About"),
        _("news and stories"),
        "buildings",
        "pages:about",
        house=5,
        pages=("overviews:stories", "pages:"),
    ),
    Module(
        "districts",
        _("Districts"),
        _("your neighbourhood"),
        "house-line",
        "home:districts",
        house=6,
        sizes=VILLAGE_UP,
        pages=("home:districts", "home:district"),
    ),
)


def modules_of(size: str, changes: dict[str, bool] | None = None) -> frozenset[str]:
    """Keys of the modules that are on: those of the size, with the manager's own changes."""
    changes = changes or {}
    return frozenset(m.key for m in MODULES if changes.get(m.key, size in m.sizes))


def modules_with(page: str) -> frozenset[str]:
    """Keys of the modules to which a page belongs, by the name of its address; often none."""
    app = page.split(":")[0] + ":"
    return frozenset(m.key for m in MODULES if page in m.pages or app in m.pages)
