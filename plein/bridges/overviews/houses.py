"""The overviews there are: one for each house of the street, and one for everything."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True)
class Empty:
    """What stands there when nothing does."""

    title: Text
    text: Text
    pictogram: str


@dataclass(frozen=True)
class House:
    """Key of the module, and what its overview says."""

    key: str
    url_name: str
    title: Text
    empty: Empty
    path: str = ""
    """First part of its address; also the name of its files."""
    by_name: bool = False
    """In the order of names, with what nobody confirmed last; else the newest first."""
    dated: bool = False
    """One card for each moment, by day."""


HOUSES = (
    House(
        "noticeboard",
        "overviews:board",
        _("Notice board"),
        Empty(
            _("The board is still empty"),
            _("Be the first. A small ask is a good beginning."),
            "push-pin",
        ),
        path="prikbord",
    ),
    House(
        "agenda",
        "overviews:agenda",
        _("Agenda"),
        Empty(
            _("Nothing in the agenda yet"),
            _("Soon there will be something to do here. Do you organise something yourself?"),
            "calendar-dots",
        ),
        path="agenda",
        dated=True,
    ),
    House(
        "showcase",
        "overviews:showcase",
        _("Showcase"),
        Empty(
            _("Nothing in the showcase yet"),
            _("Here stands what you can join at any time. Do you have an idea?"),
            "hands-clapping",
        ),
        path="etalage",
    ),
    House(
        "directory",
        "overviews:directory",
        _("Organisations"),
        Empty(
            _("No organisations yet"),
            _("Here you will find who can help. Call us if you need somebody now."),
            "lifebuoy",
        ),
        path="organisaties",
        by_name=True,
    ),
    House(
        "about",
        "overviews:stories",
        _("News and stories"),
        Empty(
            _("No news yet"),
            _("Here you will read what happens in the neighbourhood."),
            "newspaper",
        ),
        path="verhalen",
    ),
)
EVERYTHING = House(
    "",
    "overviews:search",
    _("Search"),
    Empty(_("Nothing here yet"), _("There is nothing to find yet."), "magnifying-glass"),
    path="zoeken",
)


def house_of(key: str) -> House:
    return next((house for house in HOUSES if house.key == key), EVERYTHING)
