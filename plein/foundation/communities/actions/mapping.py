"""Drawing the map of a town: outlines of its parts, and where its postcodes lie."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from plein.foundation.audit import record
from plein.foundation.communities import tree
from plein.foundation.communities.actions.arranging import MayNotArrange
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may
from plein.foundation.communities.whereabouts import Whereabouts
from plein.foundation.jobs import changed, changed_many
from plein.foundation.places import outlines
from plein.foundation.places.actions import Noted, note_postcodes
from plein.foundation.places.cells import cell_of
from plein.foundation.places.models import Area
from plein.foundation.places.reading_outlines import Outline
from plein.foundation.places.reading_postcodes import Lies

Kind = Community.Kind
KINDS = {"WK": (Kind.DISTRICT,), "BU": (Kind.NEIGHBOURHOOD,), "GM": (Kind.TOWN,)}
"""What CBS draws, by the first letters of its code."""
MAP = "communities.map"
"""The change to listen to, with the key of the town: look again where public places lie."""


@dataclass
class Linked:
    """What became of a file with outlines: names, in its order."""

    drawn: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    """Parts of the town that still have no outline."""


@transaction.atomic
def draw_outlines(town: Community, drawn: Sequence[Outline], *, by: Member | None) -> Linked:
    """Give each part the outline of its name. Twice does no harm."""
    _may(town, by)
    where, linked, met = Whereabouts(tree.of(town.pk)), Linked(), set[UUID]()
    for outline in drawn:
        part = where.called(outline.name, first=KINDS.get(outline.code[:2].upper(), ()))
        if part is None or _too_small(outline, part):
            linked.unknown.append(outline.name)
        elif part.pk in met:
            linked.twice.append(outline.name)
        else:
            met.add(part.pk)
            (linked.drawn if _draw(part, outline) else linked.same).append(part.name)
    if linked.drawn:
        _changed(town, by)
    districts = tree.of(town.pk).districts(town)
    linked.without = [c.name for c in districts if c.area is None]
    return linked


@transaction.atomic
def place_postcodes(town: Community, rows: Sequence[Lies], *, by: Member | None) -> Noted:
    """From now on these postcodes are known. Every public place of the town is looked up again."""
    _may(town, by)
    noted = note_postcodes(rows)
    if noted.new or noted.changed:
        _changed(town, by)
    return noted


def _may(town: Community, by: Member | None) -> None:
    """Nobody: the operator, by command."""
    if by and not may(by, "community.arrange", town):
        raise MayNotArrange


def _too_small(outline: Outline, part: Community) -> bool:
    """A buurt never takes the place of the wijk of the same name around it."""
    known = part.area.code[:2] if part.area else ""
    return outline.code[:2].upper() == "BU" and known == "WK"


def _draw(part: Community, outline: Outline) -> bool:
    """Whether something changed."""
    lat, lon = outline.middle
    # The communities of a tree are shared: their area is not ours to change.
    area = Area.objects.filter(pk=part.area_id).first() or Area(code=part.pk.hex[-20:])
    said = {
        "code": _code_of(area, outline.code),
        "name": outline.name[:100],
        "outline": outlines.outline_of(outline.polygons),
        "lat": lat,
        "lon": lon,
        "inhabitants": outline.inhabitants or area.inhabitants,
    }
    if area.pk == part.area_id and said == {name: getattr(area, name) for name in said}:
        return False
    for name, value in said.items():
        setattr(area, name, value)
    area.save()
    Community.objects.filter(town=part.town_id, pk=part.pk).update(area=area)
    _place_people(part, lat, lon)
    return True


def _code_of(area: Area, code: str) -> str:
    """Of the file, unless something else has it: what another town drew stays of that town."""
    taken = Area.objects.filter(code=code).exclude(pk=area.pk).exists()
    return area.code if taken or not code else code


def _place_people(part: Community, lat: float, lon: float) -> None:
    """Who joined before there was a map, is from now on in the middle of their wijk."""
    cell = cell_of(lat, lon)
    nowhere = Member.objects.filter(town=part.town_id, home=part.pk, cell_row=None)
    keys = list(nowhere.exclude(state=Member.State.LEFT).values_list("pk", flat=True))
    nowhere.exclude(state=Member.State.LEFT).update(cell_row=cell.row, cell_column=cell.column)
    changed_many("communities.member", keys)


def _changed(town: Community, by: Member | None) -> None:
    record("communities.map.drawn", on=town, by=by, community=town)
    tree.changed(town.pk)
    changed(MAP, town.pk)
