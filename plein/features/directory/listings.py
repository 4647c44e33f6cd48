"""What can be found of the map: every organisation that is shown, by all it does."""

from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from plein.features.directory import placing, wording
from plein.features.directory.models import Entry, EntryQuerySet, Location
from plein.lib.listing import Fact, Listing, ListingSource, Opening, folded, in_all_languages
from plein.ui import card

Say = Callable[[Entry], list[card.Fact]]


def listing(entry: Entry) -> Listing:
    organisation, trust = entry.organisation, entry.trust
    places = list(entry.locations.all())
    first = next((place for place in places if place.point), places[0] if places else None)
    card_photo = next(iter(entry.pictures), None)
    words = _words(entry)
    themes = _themes(entry)
    return Listing(
        id=organisation.pk,
        kind="organisation",
        town=entry.town_id,
        community=organisation.community_id,
        reach=organisation.reach,
        audience=organisation.audience,
        url=entry.get_absolute_url(),
        title=organisation.name,
        summary=organisation.line,
        organisation=organisation.pk,
        area=entry.stands_in,
        theme=next(iter(themes), ""),
        more_themes=tuple(themes[1:]),
        groups=tuple(sorted(row.group.key for row in entry.groups.all())),
        languages=tuple(entry.languages),
        picture=card_photo.url(800) if card_photo else "",
        picture_alt=card_photo.alt if card_photo else "",
        facts=_facts(entry, wording.card_facts),
        words=words,
        public_words=words,
        more_areas=_elsewhere(entry, places),
        point=first.point if first else None,
        more_points=tuple(place.point for place in places if place.point and place is not first),
        place=_place(first.name, first.address) if first else "",
        cost=entry.cost,
        access=tuple(entry.access),
        phone=entry.phone,
        mail=entry.mail,
        website=entry.website,
        opening=tuple(Opening(*row) for row in first.opening) if first else (),
        closed=wording.closed_days(first) if first else (),
        status="unsure" if trust.is_unsure else "",
        sinks=trust.sinks,
        desk_facts=_facts(entry, wording.desk_facts),
        desk_only=_facts(entry, wording.desk_only),
        changed_at=entry.changed_at,
    )


def _themes(entry: Entry) -> list[str]:
    """What it is about, and then what it offers is about: each once."""
    own = [row.theme.key for row in entry.themes.all()]
    offered = [row.theme.key for row in entry.services.all() if row.theme]
    return list(dict.fromkeys(own + offered))


def _elsewhere(entry: Entry, places: Sequence[Location]) -> tuple[UUID, ...]:
    """The other wijken where it has a place."""
    if len(places) < 2:
        return ()
    wijken = placing.wijken_of_places(entry.town_id, places)
    return tuple(wijk.pk for wijk in wijken if wijk.pk != entry.stands_in)


def _place(name: str, address: str) -> str:
    return ", ".join(part for part in (name, address) if part)


def _facts(entry: Entry, say: Say) -> tuple[Fact, ...]:
    """The same facts in each language of the site."""
    said: dict[str, list[card.Fact]] = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            said[code] = [card.Fact(fact.pictogram, str(fact.words)) for fact in say(entry)]
    first = next(iter(said.values()))
    return tuple(
        Fact(fact.pictogram, {code: str(facts[i].words) for code, facts in said.items()})
        for i, fact in enumerate(first)
    )


def _words(entry: Entry) -> str:
    """All by which somebody finds it: what it does, for whom, where, and its sort in words."""
    organisation = entry.organisation
    parts = [organisation.name, organisation.line, entry.about, entry.area_words]
    parts += [f"{service.name} {service.text}" for service in entry.services.all()]
    about = [row.theme for row in entry.themes.all()]
    about += [row.theme for row in entry.services.all() if row.theme]
    parts += [name for theme in dict.fromkeys(about) for name in theme.names.values()]
    parts += [name for row in entry.groups.all() for name in row.group.names.values()]
    parts += [f"{place.name} {place.street}" for place in entry.locations.all()]
    if organisation.sector:
        parts += in_all_languages(organisation.get_sector_display).values()
    parts.append(entry.area.name if entry.area else organisation.community.name)
    return folded(parts)


def one(pk: object) -> Listing | None:
    entry = _entries().filter(organisation=UUID(str(pk))).first()
    return listing(entry) if entry else None


def all_of(town_id: UUID) -> Iterator[Listing]:
    entries = _entries().in_town(town_id).order_by("pk")
    return (listing(entry) for entry in entries.iterator(chunk_size=500))


def _entries() -> EntryQuerySet:
    return Entry.objects.shown().complete()


LISTINGS = [
    ListingSource(
        kind="organisation",
        house="directory",
        change="organisations.organisation",
        one=one,
        all=all_of,
        name=_("Organisations"),
        action=_("Look at it"),
        action_pictogram="buildings",
    )
]
