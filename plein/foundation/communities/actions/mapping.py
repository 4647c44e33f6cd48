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
from plein.foundation.communities.whereabouts import MAP, Whereabouts
from plein.foundation.jobs import changed, changed_many
from plein.foundation.places import outlines
from plein.foundation.places.actions import Noted, note_postcodes
from plein.foundation.places.cells import cell_of
from plein.foundation.places.models import Area
from plein.foundation.places.postcodes import known
from plein.foundation.places.reading_outlines import Outline
from plein.foundation.places.reading_postcodes import Lies

Kind = Community.Kind
BESIDE = 0.03
"""Degrees around the outlines of a town: two or three kilometres."""
KINDS = {"WK": (Kind.DISTRICT,), "BU": (Kind.NEIGHBOURHOOD,), "GM": (Kind.TOWN,)}
"""What CBS draws, by the first letters of its code."""


@dataclass
class Linked:
    """What became of a file with outlines: names, in its order."""

    drawn: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    """Parts of the town that still have no outline."""


@dataclass(frozen=True)
class Placed(Noted):
    elsewhere: int = 0
    """Postcodes that do not lie in this town or around it."""


class NoOutlineYet(Exception):
    """Nobody knows yet where this town lies."""


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
def place_postcodes(town: Community, rows: Sequence[Lies], *, by: Member | None) -> Placed:
    """From now on these postcodes are known. Every public place of the town is looked up again.

    All towns of an installation share the postcodes: a manager tells only those of their own town.
    """
    _may(town, by)
    mine = _around(town, rows) if by else rows
    noted = note_postcodes(mine)
    if noted.new or noted.changed:
        _changed(town, by)
    return Placed(noted.new, noted.changed, noted.same, len(rows) - len(mine))


def _may(town: Community, by: Member | None) -> None:
    """Nobody: the operator, by command."""
    if by and not may(by, "community.arrange", town):
        raise MayNotArrange


def _around(town: Community, rows: Sequence[Lies]) -> list[Lies]:
    """Those that lie in the town or just beside it, by this list and by what we know already."""
    parts = tree.of(town.pk)
    drawn = [outlines.polygons_of(c.area.outline) for c in parts.all.values() if c.area]
    if not drawn:
        raise NoOutlineYet
    south, west, north, east = outlines.box([polygon for each in drawn for polygon in each])
    before, where = known(row.code for row in rows), Whereabouts(parts)

    def inside(lat: float | None, lon: float | None) -> bool:
        if lat is None or lon is None:
            return True
        return south - BESIDE <= lat <= north + BESIDE and west - BESIDE <= lon <= east + BESIDE

    def ours(row: Lies) -> bool:
        told = row.lat is not None or where.called(row.wijk) is not None
        old = before.get(row.code)
        return told and inside(row.lat, row.lon) and (old is None or inside(old.lat, old.lon))

    return [row for row in rows if ours(row)]


def _too_small(outline: Outline, part: Community) -> bool:
    """A buurt never takes the place of the wijk of the same name around it."""
    known = part.area.code[:2] if part.area else ""
    return outline.code[:2].upper() == "BU" and known == "WK"


def _draw(part: Community, outline: Outline) -> bool:
    """Whether something changed."""
    lat, lon = outline.middle
    # The communities of a tree are shared: their area is not ours to change.
    area = Area(code=part.pk.hex[-20:])
    if part.area_id:
        area = Area.objects.get(pk=part.area_id)
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
