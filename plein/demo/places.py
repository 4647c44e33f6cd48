"""The region, Waterdrecht with its wijken, buurten and a street, and Elders."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

from plein.demo.geography import Wijk, load_postcodes, load_wijken
from plein.demo.maker import BATCH, Maker
from plein.demo.texts import PlaceText, load_places, load_town
from plein.foundation.communities import reach, tree
from plein.foundation.communities.models import Community
from plein.foundation.communities.sizes import Size
from plein.foundation.places.models import Area, Postcode
from plein.foundation.taxonomy.actions import start_lists

Kind = Community.Kind
TOWN_HOST, WIJK_HOST, ELDERS_HOST = "localhost", "molenwijk.localhost", "elders.localhost"
REGION_HOST = "drechtoevers.localhost"
MOLENWIJK = "molenwijk"
STREET = "Wiekslag"
COLOURS = {
    MOLENWIJK: ["#FFD24A", "#8A4B1F", "#14735A", "#1F5F7A", "#E8F0D8", "#5B4A8F"],
    "elders": ["#FFD24A", "#7A1F3D", "#2B6B2F", "#0B3B8C", "#F6E3D3", "#4A4A6A"],
}


@dataclass(frozen=True)
class Places:
    """Where people live: the town, its wijken by key, and all homes inside each wijk."""

    town: Community
    wijken: dict[str, Community]
    homes: dict[str, list[Community]]
    elders: Community


def make_places(maker: Maker) -> Places:
    region = _independent(
        maker,
        Kind.REGION,
        "Drechtoevers",
        "drechtoevers",
        host=REGION_HOST,
        intro="Dorpen en steden langs de rivier. Kies je plaats: elke plaats heeft een eigen site.",
    )
    town = _waterdrecht(maker, region)
    texts = {place.key: place for place in load_places()}
    wijken, homes = {}, {}
    for wijk in load_wijken():
        wijken[wijk.key] = _wijk(maker, town, wijk, texts[wijk.key])
        homes[wijk.key] = [wijken[wijk.key], *_buurten(maker, wijken[wijk.key], wijk)]
    homes[MOLENWIJK].append(_street(maker, homes[MOLENWIJK][1]))
    _postcodes()
    elders = _elders(maker, region)
    for each in (town, elders):
        start_lists(each)
        tree.changed(each.pk)
    return Places(town, wijken, homes, elders)


def _waterdrecht(maker: Maker, region: Community) -> Community:
    text = load_town()
    return _independent(
        maker,
        Kind.TOWN,
        text.name,
        text.key,
        region=region,
        host=TOWN_HOST,
        size=Size.VILLAGE,
        intro=text.intro,
        phone=text.phone,
        phone_hours=text.phone_hours,
        walk_in=text.walk_in,
    )


def _elders(maker: Maker, region: Community) -> Community:
    """Another town, so small that most houses are gone: off means gone."""
    return _independent(
        maker,
        Kind.TOWN,
        "Elders",
        "elders",
        region=region,
        host=ELDERS_HOST,
        size=Size.STREET,
        colours=COLOURS["elders"],
        intro="Elders is een klein dorp. Wat je zoekt, heeft een buur vaak al.",
        phone="0184-555 090",
        phone_hours="Dinsdag van 19 tot 20 uur.",
        walk_in="Dorpshuis Elders: zaterdag van 10 tot 12 uur.",
    )


def _independent(maker: Maker, kind: str, name: str, slug: str, **fields: Any) -> Community:
    place = Community(pk=maker.key(), kind=kind, name=name, slug=slug, **fields)
    place.town = place
    place.save(force_insert=True)
    return place


def _wijk(maker: Maker, town: Community, wijk: Wijk, text: PlaceText) -> Community:
    outline = [list(point) for point in wijk.outline]
    corners = outline[:-1]
    area = Area.objects.create(
        pk=maker.key(),
        code=wijk.code,
        name=wijk.name,
        outline={"type": "Polygon", "coordinates": [outline]},
        lat=sum(point[1] for point in corners) / len(corners),
        lon=sum(point[0] for point in corners) / len(corners),
        inhabitants=wijk.inhabitants,
    )
    return Community.objects.create(
        pk=maker.key(),
        town=town,
        parent=town,
        kind=Kind.DISTRICT,
        name=wijk.name,
        slug=wijk.key,
        host=WIJK_HOST if wijk.key == MOLENWIJK else None,
        colours=COLOURS.get(wijk.key, []),
        area=area,
        intro=text.intro,
        phone=text.phone,
        phone_hours=text.phone_hours,
        walk_in=text.walk_in,
    )


def _buurten(maker: Maker, parent: Community, wijk: Wijk) -> list[Community]:
    return [_inside(maker, parent, Kind.NEIGHBOURHOOD, buurt.name) for buurt in wijk.buurten]


def _street(maker: Maker, buurt: Community) -> Community:
    return _inside(maker, buurt, Kind.STREET, STREET)


def _inside(maker: Maker, parent: Community, kind: str, name: str) -> Community:
    return Community.objects.create(
        pk=maker.key(),
        town_id=parent.town_id,
        parent=parent,
        kind=kind,
        name=name,
        slug=slugify(name),
        phone=parent.phone,
        phone_hours=parent.phone_hours,
        walk_in=parent.walk_in,
    )


def _postcodes() -> None:
    rows = (
        Postcode(code=row.postcode.replace(" ", ""), lat=row.latitude, lon=row.longitude)
        for row in load_postcodes()
    )
    Postcode.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)


def reach_of(place: Community, wish: str) -> str:
    """As the forms of the site have it: usual for the place, unless its owner chose what fits."""
    fits = wish == reach.ALL or (wish == reach.HERE and place.parent_id and place.host)
    return wish if fits else reach.usual(place)
