"""The data of a poster: of one thing, or of as many as can be read from two metres."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plein.bridges.overviews.models import Row
from plein.bridges.publications import wording
from plein.bridges.publications.content import Chosen
from plein.bridges.publications.shapes import Shape
from plein.foundation.communities.links import absolute

MOST = 9
"""More do not fit on any paper; the template leaves away what does not fit on this one."""
FACTS = 4


def poster(chosen: Chosen, shape: Shape) -> dict[str, Any]:
    """As `kit` wants it."""
    alone = chosen.thing is not None
    community = chosen.community
    path = chosen.rows[0].url if alone else reverse(chosen.house.url_name)
    return {
        "title": wording.title_of(chosen),
        "summary": wording.lead_of(chosen),
        "format": shape.variant,
        "alone": alone,
        "lead": "" if alone else " · ".join(wording.told(chosen)),
        "items": [_item(row, chosen, alone=alone) for row in chosen.rows[:MOST]],
        "more": [_more(len(chosen.rows) - shown) for shown in range(MOST + 1)],
        "phone": _("Call %(phone)s") % {"phone": community.phone} if community.phone else "",
        "walk_in": community.walk_in,
        "qr": absolute(community, path) + ("" if alone else chosen.filters.url().removesuffix("?")),
    }


def _more(rest: int) -> str:
    words = ngettext("And %(number)s more on the site", "And %(number)s more on the site", rest)
    return words % {"number": rest} if rest > 0 else ""


def _item(row: Row, chosen: Chosen, *, alone: bool) -> dict[str, Any]:
    facts = wording.facts_of(row, chosen.moments.get(row.pk, ()), with_day=True)
    status = wording.STATUS.get(row.status)
    told = [("warning", str(status))] if status else []
    if not alone:
        facts = _when_and_where(facts)
    picture = chosen.pictures.get(row.pk) if alone else None
    return {
        "title": row.title,
        "facts": (told + facts)[: FACTS - 1 if picture else FACTS],
        "picture": picture,
        "alt": row.picture_alt,
        "pictogram": "star",
    }


def _when_and_where(facts: wording.Facts) -> wording.Facts:
    """Two lines is all there is in a list: when, and where."""
    when = [fact for fact in facts if fact[0].startswith(wording.CLOCKS)][:1]
    where = [fact for fact in facts if fact[0] == "map-pin"][:1]
    return when + where + [fact for fact in facts if fact not in when + where]
