"""The data of a booklet: parts by day or by theme, each thing once, and how to join."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from plein.bridges.overviews.filters import Filters
from plein.bridges.overviews.models import Row
from plein.bridges.overviews.periods import period, shown_day
from plein.bridges.publications import wording
from plein.bridges.publications.content import Chosen
from plein.bridges.publications.shapes import Shape
from plein.foundation.communities.links import absolute, origin

CODES = 120
"""With more things than this only each part has a code: the booklet stays thin."""
BY_DAY = timedelta(days=14)
COLOURS = (3, 2, 1, 5, 0, 4)
"""House colours of the parts, in turn; neighbours never look alike."""


def booklet(chosen: Chosen, shape: Shape) -> dict[str, Any]:
    """As `kit` wants it; nobody's private thing is in `chosen`."""
    site = origin(chosen.community).partition("://")[2]
    now = _("What is true now stands on %(site)s") % {"site": site}
    return {
        "title": wording.title_of(chosen),
        "lead": wording.lead_of(chosen),
        "size": shape.variant,
        "chosen": wording.told(chosen),
        "fours": True,
        "made": wording.made(),
        "colophon": f"{wording.made()}. {now}",
        "summary": wording.lead_of(chosen),
        "words": {"contents": _("Contents"), "scan": _("Scan the code to see this on your phone.")},
        "sections": list(sections(chosen)),
        "join": join(chosen),
    }


def sections(chosen: Chosen) -> Iterator[dict[str, Any]]:
    """By day for the agenda, what is further away by month; else by theme."""
    parts: dict[Part, list[Row]] = {}
    for row in chosen.rows:
        parts.setdefault(_part_of(row, chosen), []).append(row)
    keys = list(parts)
    if not chosen.house.dated:
        keys.sort(key=lambda part: part.order)
    for number, part in enumerate(keys):
        colour = COLOURS[number % len(COLOURS)]
        yield {
            "title": part.title,
            "colour": colour,
            "qr": absolute(chosen.community, reverse(chosen.house.url_name)) + part.query,
            "items": [_item(row, chosen, colour, part) for row in parts[part]],
        }


@dataclass(frozen=True)
class Part:
    title: str
    query: str
    """The same part on the site, for a phone."""
    order: int = 0
    by_month: bool = False


def _part_of(row: Row, chosen: Chosen) -> Part:
    filters = Filters(area=chosen.filters.area)
    if moments := chosen.moments.get(row.pk) if chosen.house.dated else None:
        today = timezone.localdate()
        day = shown_day(moments[0].starts_at, chosen.filters.period)
        if day - today < BY_DAY:
            return Part(wording.said_date(day), filters.url(period=period("dag", day)))
        month = filters.url(period=period("maand", day))
        return Part(wording.said_month(day), month, by_month=True)
    if theme := chosen.themes.get(row.theme):
        order = list(chosen.themes).index(row.theme)
        return Part(theme.name, filters.url(theme=theme), order)
    return Part(wording.other(), filters.url(), len(chosen.themes))


def _item(row: Row, chosen: Chosen, colour: int, part: Part) -> dict[str, Any]:
    theme = chosen.themes.get(row.theme)
    moments = chosen.moments.get(row.pk, ())
    return {
        "title": row.title,
        "text": row.summary,
        "strip": wording.strip_of(row, chosen),
        "facts": wording.facts_of(row, moments, with_day=part.by_month),
        "picture": chosen.pictures.get(row.pk),
        "alt": row.picture_alt,
        "pictogram": theme.pictogram if theme else "star",
        "colour": colour,
        "qr": absolute(chosen.community, row.url) if len(chosen.rows) <= CODES else "",
    }


def join(chosen: Chosen) -> dict[str, Any]:
    """The back: by phone first, then by walking in, then by screen."""
    community = chosen.community
    site = origin(community)
    ways = []
    if community.phone:
        hours = community.calling
        ways.append({
            "title": _("Call us: %(phone)s") % {"phone": community.phone},
            "lines": [hours] if hours else [],
            "pictogram": "phone",
        })  # fmt: skip
    if community.walk_in:
        ways.append({
            "title": _("Walk in"),
            "lines": [community.walk_in],
            "pictogram": "door-open",
        })  # fmt: skip
    ways.append({
        "title": site.partition("://")[2],
        "lines": [_("Scan the code with your phone.")],
        "pictogram": "device-mobile",
    })  # fmt: skip
    return {"title": _("How do I join in?"), "ways": ways, "qr": site + "/"}
