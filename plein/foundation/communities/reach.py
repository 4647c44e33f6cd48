"""How far something goes (PLACE-2): what is usual, and what an owner can choose."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from plein.foundation.communities.models import Community, Content

HERE, UP, ALL = Content.Reach.HERE, Content.Reach.UP, Content.Reach.ALL
PICTOGRAMS = {
    "": "house-line",
    str(UP): "house-line",
    str(ALL): "map-trifold",
    str(HERE): "map-pin",
}


def usual(place: Community) -> Content.Reach:
    """Of a part: there and with the town. Of the whole town: in each part of it too."""
    return UP if place.parent_id else ALL


def choices(place: Community) -> list[tuple[str, str]]:
    """What can be chosen for a thing of this place; nothing where it makes no difference."""
    town = place.tree.town
    names = {"town": town.name, "part": place.name}
    if not place.parent_id:
        if not place.tree.districts(town):
            return []
        return [
            (str(ALL), _("On the pages of %(town)s and of each part") % names),
            (str(UP), _("Only on the pages of %(town)s") % names),
        ]
    wider = [
        (str(UP), _("In %(part)s and on the pages of %(town)s") % names),
        (str(ALL), _("Everywhere in %(town)s, also in the other parts") % names),
    ]
    return [*wider, (str(HERE), _("Only in %(part)s") % names)] if place.host else wider


def chosen(place: Community, reach: str) -> str:
    """Which choice tells what a thing has now: on the town itself `here` and `up` are one."""
    return reach if reach in dict(choices(place)) else UP


def choices_among(places: Sequence[Community]) -> list[tuple[str, str]]:
    """The same where the place itself is chosen on the same form."""
    parts = [place for place in places if place.parent_id]
    if not parts:
        return []
    names = {"town": parts[0].tree.town.name}
    wider = [
        (str(UP), _("In its own part and on the pages of %(town)s") % names),
        (str(ALL), _("Everywhere in %(town)s, also in the other parts") % names),
    ]
    own_site = any(place.host for place in parts)
    return [*wider, (str(HERE), _("Only in its own part"))] if own_site else wider
