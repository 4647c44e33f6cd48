"""Six hundred organisations on the social map, and how sure the town is of each."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from plein.demo.geography import load_postcodes
from plein.demo.maker import BATCH, Maker
from plein.demo.organisations_photos import more_photos
from plein.demo.places import Places
from plein.demo.texts import load_organisations, load_places
from plein.demo.texts.map import Kind, Named, load_named
from plein.features.directory import hours
from plein.features.directory.actions.writing import add_many, write_many
from plein.features.directory.models import (
    AdmissionRules,
    Campaign,
    Claim,
    Contact,
    Entry,
    Invitation,
    Remark,
    Version,
)
from plein.features.directory.sheet import Help, Sheet, Spot
from plein.features.directory.vital import watched
from plein.foundation.communities.models import Member
from plein.foundation.media.models import Picture
from plein.foundation.organisations.actions import free_slug
from plein.foundation.organisations.models import Editor, Organisation

MONTHS = ([0] * 8 + [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] * 4 + [12, 13] * 4) + (
    [14, 15, 17, 20, 26, 31] * 2 + [None] * 6
)
"""How long ago each was confirmed: most lately, some fade, some for long, some never."""
DETAILS = Path(__file__).parent / "texts" / "map_details.toml"
RULES = (
    "Op deze kaart staan organisaties en groepen die iets doen voor mensen in Waterdrecht: van "
    "huisarts tot breiclub.\n\nWinkels en bedrijven staan er niet op, tenzij ze iets voor de buurt "
    "doen.\n\nNieuw? Een buurtverbinder belt eerst even."
)
SAID = (
    ("phone", "Dit nummer is niet meer in gebruik."),
    ("hours", "Op donderdag zijn ze dicht, het briefje hangt op de deur."),
    ("address", "Ze zijn verhuisd naar de overkant."),
    ("gone", ""),
    ("other", "De koffie kost nu twee euro."),
)


@dataclass
class OnMap:
    """What is made for the map, before it is written."""

    entries: list[tuple[Entry, Sheet]] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)


def make_map(
    maker: Maker,
    places: Places,
    organisations: list[Organisation],
    members: list[Member],
    pictures: dict[str, list[Picture]],
) -> None:
    """All organisations of the town with what they do, where, when, and since when we know it."""
    maker.start("social map")
    made = OnMap()
    spots = _Spots(maker)
    _known(maker, organisations, spots, made)
    first = len(made.entries)
    _others(maker, places, organisations, spots, made)
    _confirm(maker, made, pictures)
    Entry.objects.bulk_create([entry for entry, _sheet in made.entries[:first]])
    versions = write_many(made.entries[:first], by=None, cause=Version.Cause.EDIT)
    versions += add_many(made.entries[first:], by=None, cause=Version.Cause.EDIT)
    more_photos(maker, made.entries, versions, pictures)
    Contact.objects.bulk_create(made.contacts, batch_size=BATCH)
    AdmissionRules.objects.create(pk=maker.key(), town=places.town, text=RULES, decides="steward")
    _look_after(maker, places)
    _doubts_and_wishes(maker, places, made, members)


def _look_after(maker: Maker, places: Places) -> None:
    """What people cannot do without has its connector; one still waits for somebody."""
    _first, *rest = watched(places.town.pk)
    for row in rest:
        row.entry.steward = maker.chance.choice(row.could[:4])
    Entry.objects.bulk_update([row.entry for row in rest], ["steward"])


class _Spots:
    """Addresses: a street of the wijk, and a postcode with its point."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self.streets = {place.key: place.streets for place in load_places()}
        self.codes = defaultdict(list)
        for row in load_postcodes():
            self.codes[row.wijk].append(row)

    def one(self, wijk: str, **said: Any) -> Spot:
        chance = self.maker.chance
        code = chance.choice(self.codes[wijk])
        return Spot(
            street=f"{chance.choice(self.streets[wijk])} {chance.randint(1, 180)}",
            postcode=code.postcode.replace(" ", ""),
            place="Waterdrecht",
            lat=code.latitude,
            lon=code.longitude,
            **said,
        )


def _known(maker: Maker, organisations: list[Organisation], spots: _Spots, made: OnMap) -> None:
    """The first ones, with the details that were written by hand."""
    rows = tomllib.loads(DETAILS.read_text(encoding="utf-8"))["details"]
    details = {row["name"]: row for row in rows}
    texts = {text.name: text for text in load_organisations()}
    for organisation in organisations:
        text, row = texts[organisation.name], details.get(organisation.name, {})
        opening = _opening(row.get("hours", "ma-vr 9:30-16:30"))
        spot = spots.one(
            text.wijk,
            opening=opening,
            opening_words=row.get("opening_words", ""),
            open_on_holidays=row.get("open_on_holidays", False),
        )
        names = ("about", "cost", "cost_words", "referral", "referral_words", "desk_note", "vital")
        said = {name: row[name] for name in names if name in row}
        lists = {n: tuple(row[n]) for n in ("groups", "access", "languages") if n in row}
        sheet = _sheet(maker, organisation.name, text.line, row.get("informal", False)).changed(
            sector=row.get("sector", "neighbours"),
            waiting_words=row.get("waiting", ""),
            phones=tuple(tuple(line.split("|")) for line in row.get("phones", [])),
            themes=text.themes,
            locations=(spot,),
            services=_services(row.get("services", [])),
            **said,
            **lists,
        )
        entry = _entry(maker, organisation, made, sheet, ["secretaris"])
        if "confirmed" in row:
            _confirmed(maker, entry, row["confirmed"])


def _others(
    maker: Maker, places: Places, known: list[Organisation], spots: _Spots, made: OnMap
) -> None:
    slugs, there = {each.slug for each in known}, {each.name for each in known}
    for named in load_named():
        if named.name in there:
            continue
        kind, wijk = named.kind, named.wijk or maker.chance.choice(list(places.wijken))
        slug = free_slug(named.name, slugs)
        slugs.add(slug)
        moment = maker.ago(150, 900)
        organisation = Organisation(
            pk=maker.key(moment),
            town=places.town,
            community=places.wijken[wijk],
            code=maker.code(),
            name=named.name,
            slug=slug,
            reach=Organisation.Reach.ALL,
            made_at=moment,
            admitted_at=moment,
        )
        _entry(maker, organisation, made, _of_kind(maker, named, wijk, spots), list(kind.functions))


def _of_kind(maker: Maker, named: Named, wijk: str, spots: _Spots) -> Sheet:
    kind, chance = named.kind, maker.chance
    opening = _opening(chance.choice(kind.hours)) if kind.hours else ()
    spot = spots.one(
        wijk,
        opening=opening,
        opening_words=kind.opening_words,
        open_on_holidays=kind.open_on_holidays,
    )
    if kind.secret_address:
        spot = Spot(place="Waterdrecht", name="Het adres is geheim", opening=opening)
    sheet = _sheet(maker, named.name, chance.choice(kind.lines), kind.informal)
    return sheet.changed(
        **_same(kind),
        waiting_words=kind.waiting,
        locations=(spot,),
        services=_services(kind.services),
    )


def _same(kind: Kind) -> dict[str, Any]:
    names: tuple[str, ...] = (
        "sector",
        "about",
        "themes",
        "groups",
        "cost",
        "cost_words",
        "referral",
        "access",
    )
    names += ("referral_words", "languages", "desk_note", "vital")
    return {name: getattr(kind, name) for name in names}


def _sheet(maker: Maker, name: str, line: str, informal: bool) -> Sheet:
    """Number, mail and website that do not exist, as most have them."""
    slug, chance = slugify(name), maker.chance
    number = chance.randint(100, 989)
    site = chance.random() < (0.6 if informal else 0.95)
    return Sheet(
        name,
        line=line,
        informal=informal,
        phone=f"0184 555 {number}" if chance.random() < 0.9 else "",
        mail=f"info@{slug}.example",
        website=f"https://www.{slug}.example" if site else "",
        kvk="" if informal and chance.random() < 0.6 else f"00{chance.randint(100000, 999999)}",
        area_words="" if chance.random() < 0.7 else "heel Waterdrecht",
    )


def _opening(words: str) -> tuple[tuple[int, int, int], ...]:
    return tuple((o.day, o.opens, o.closes) for o in hours.read_week(words))


def _services(rows: Any) -> tuple[Help, ...]:
    return tuple(Help(*row.split("|")) for row in rows)


def _entry(
    maker: Maker, organisation: Organisation, made: OnMap, sheet: Sheet, functions: list[str]
) -> Entry:
    entry = Entry(
        pk=maker.key(organisation.made_at),
        town_id=organisation.town_id,
        organisation=organisation,
        made_at=organisation.made_at,
    )
    made.entries.append((entry, sheet))
    for order, function in enumerate(functions if maker.often(0.85) else []):
        address = f"{slugify(function)}@{slugify(sheet.name)}.example"
        bounced = maker.now - timedelta(days=9) if maker.often(0.04) else None
        made.contacts.append(
            Contact(
                pk=maker.key(),
                town_id=entry.town_id,
                entry=entry,
                order=order,
                function=function,
                mail=address,
                bounced_at=bounced,
            )
        )
    return entry


def _confirm(maker: Maker, made: OnMap, pictures: dict[str, list[Picture]]) -> None:
    """Every state there is; and a picture for some."""
    for entry, sheet in made.entries:
        theme = next((key for key in sheet.themes if pictures.get(key)), "")
        if theme and maker.often(0.4):
            entry.picture = maker.chance.choice(pictures[theme])
        if entry.confirmed_at is None:
            _confirmed(maker, entry, maker.chance.choice(MONTHS), vital=bool(sheet.vital))


def _confirmed(maker: Maker, entry: Entry, months: int | None, *, vital: bool = False) -> None:
    if months is None:
        return
    months = months % 4 if vital else months
    days = months * 30.5 + maker.chance.uniform(1, 25)
    entry.confirmed_at = maker.ago(days, days + 2)
    steward = vital or maker.often(0.2)
    entry.confirmed_as = "steward" if steward else "organisation"
    entry.checked_at = entry.confirmed_at if steward else None


def _doubts_and_wishes(maker: Maker, places: Places, made: OnMap, members: list[Member]) -> None:
    """What visitors say is not right, who wants to keep a page, and a round of invitations."""
    town, chance = places.town, maker.chance
    met = [member for member in members if member.greeted_at and member.account_id]
    kept = set(Editor.objects.filter(town=town).values_list("organisation", flat=True))
    free = [entry for entry, _sheet in made.entries if entry.organisation_id not in kept]
    picked = chance.sample(free, 90)
    Remark.objects.bulk_create(
        Remark(pk=maker.key(), town=town, entry=entry, what=what, words=words, made_at=when)
        for entry, (what, words) in zip(picked, SAID * 2, strict=False)
        for when in [maker.ago(0.5, 20)]
    )
    for entry, way, words in zip(
        picked[10:],
        ("letter", "steward", "steward"),
        ("", "Ik ben de secretaris.", ""),
        strict=False,
    ):
        Claim.objects.create(
            pk=maker.key(), town=town, entry=entry, member=chance.choice(met), way=way,
            words=words, made_at=maker.ago(0.5, 6),
        )  # fmt: skip
    _invitations(maker, places, picked[20:80], met)


def _invitations(maker: Maker, places: Places, entries: list[Entry], met: list[Member]) -> None:
    sent, town = maker.ago(38, 40), places.town
    campaign = Campaign.objects.create(
        pk=maker.key(sent), town=town, name="Eerste ronde, voorjaar", made_at=sent,
        words="Buren zoeken hulp en iets te doen. Kijk je of jullie pagina klopt?",
    )  # fmt: skip
    rows, editors = [], []
    for entry in entries:
        opened = maker.ago(1, 36) if maker.often(0.7) else None
        claimed = opened if opened and maker.often(0.55) else None
        rows.append(
            Invitation(
                pk=maker.key(),
                town=town,
                campaign=campaign,
                entry=entry,
                sent_at=sent,
                opened_at=opened,
                claimed_at=claimed,
            )
        )
        if claimed:
            member = maker.chance.choice(met)
            editors.append(
                Editor(
                    pk=maker.key(),
                    town=town,
                    organisation=entry.organisation,
                    member=member,
                    coordinator=True,
                    made_at=claimed,
                )
            )
    Invitation.objects.bulk_create(rows, batch_size=BATCH)
    Editor.objects.bulk_create(editors, batch_size=BATCH)
