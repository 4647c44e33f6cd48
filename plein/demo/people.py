"""The people of Waterdrecht: accounts, members, what they like and are good at."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from django.contrib.auth.hashers import make_password
from django.utils.text import slugify

from plein.demo.geography import Postcode, load_postcodes, load_wijken
from plein.demo.maker import BATCH, Maker, spread
from plein.demo.places import Places
from plein.demo.texts import AboutLine, Person, load_about_lines, load_people
from plein.foundation.accounts.models import Account
from plein.foundation.communities.models import Community, Member
from plein.foundation.media.models import Picture
from plein.foundation.places.cells import cell_of
from plein.foundation.taxonomy.models import MemberTargetGroup, MemberTheme, TargetGroup, Theme
from plein.lib.week import pack

WITH_PORTRAIT = 0.25
WITHOUT_ACCOUNT, WITH_PHONE = 0.06, 0.16
NOT_GREETED, WAITING, PAUSED = 0.4, 0.1, 0.03
DAY_PATTERNS = {
    "old": [(day, part) for day in range(5) for part in (0, 1)],
    "middle": [(day, 2) for day in range(5)] + [(5, 0), (5, 1)],
    "young": [(day, 2) for day in range(7)] + [(5, 1), (6, 1)],
    "mixed": [(day, part) for day in range(7) for part in (1, 2)],
}


class Neighbour(NamedTuple):
    """A member, and what they were made from."""

    member: Member
    person: Person
    about: AboutLine | None


def make_people(maker: Maker, places: Places, portraits: list[Picture]) -> list[Neighbour]:
    """All members of the town, most of them met by somebody."""
    chance = maker.start("people")
    wijken = load_wijken()
    keys = spread(chance, [w.key for w in wijken], [w.inhabitants for w in wijken], maker.people)
    codes = {w.key: [p for p in load_postcodes() if p.wijk == w.key] for w in wijken}
    abouts = load_about_lines()
    accounts, people = [], []
    for number, (key, person) in enumerate(zip(keys, _names(maker), strict=False)):
        about = chance.choice(abouts) if maker.often(0.6) else None
        member = _member(maker, places, person, key, chance.choice(codes[key]), about)
        if account := _account(maker, person.name, number):
            accounts.append(account)
            member.account = account
            _reach(maker, member, account)
        else:
            member.channel = chance.choice((Member.Channel.PHONE, Member.Channel.PAPER))
        if portraits and maker.often(WITH_PORTRAIT):
            member.photo = chance.choice(portraits)
        people.append(Neighbour(member, person, about))
    Account.objects.bulk_create(accounts, batch_size=BATCH)
    Member.objects.bulk_create([each.member for each in people], batch_size=BATCH)
    _likes(maker, places.town, people)
    return people


def unguessable() -> str:
    """Nobody signs in with a password here until they choose one."""
    return make_password(None)


def _names(maker: Maker) -> Iterator[Person]:
    people = list(load_people())
    while True:
        maker.chance.shuffle(people)
        yield from people


def _member(
    maker: Maker, places: Places, person: Person, wijk: str, door: Postcode, about: AboutLine | None
) -> Member:
    chance = maker.chance
    made = maker.ago(0.5, 400) if maker.often(0.9) else maker.ago(0.1, 14)
    homes = places.homes[wijk]
    cell = cell_of(door.latitude, door.longitude)
    member = Member(
        pk=maker.key(made),
        town=places.town,
        name=person.name,
        home=homes[0] if maker.often(0.7) else chance.choice(homes),
        cell_row=cell.row,
        cell_column=cell.column,
        about=about.text if about else "",
        available=pack(s for s in DAY_PATTERNS[person.age] if maker.often(0.5)),
        how_far=chance.choices(Member.Reach.values, [2, 4, 5, 2])[0],
        languages=list(person.languages),
        language="en" if "nl" not in person.languages and "en" in person.languages else "nl",
        made_at=made,
    )
    _state(maker, member)
    return member


def _state(maker: Maker, member: Member) -> None:
    # A connector greets within days: only who came this week may still wait.
    new = member.made_at > maker.now - timedelta(days=7)
    member.state = Member.State.ACTIVE
    if new and maker.often(WAITING):
        member.state = Member.State.WAITING
    elif maker.often(PAUSED):
        member.state = Member.State.PAUSED
        member.paused_until = (maker.now + timedelta(days=maker.chance.randint(5, 60))).date()
    if member.state != Member.State.WAITING and not (new and maker.often(NOT_GREETED)):
        member.greeted_at = min(
            member.made_at + timedelta(hours=maker.chance.uniform(1, 60)), maker.now
        )


def _account(maker: Maker, name: str, number: int) -> Account | None:
    """A made-up address (example domain) or a number that no phone company gives out."""
    if maker.often(WITHOUT_ACCOUNT):
        return None
    email: str | None = f"{slugify(name) or 'buur'}.{number}@waterdrecht.example"
    phone = None
    if maker.often(WITH_PHONE):
        email, phone = None, f"+316000{number:05d}"
    return Account(pk=maker.key(), email=email, phone=phone, password=unguessable())


def _reach(maker: Maker, member: Member, account: Account) -> None:
    member.channel = Member.Channel.MAIL if account.email else Member.Channel.TEXT
    member.rhythm = maker.chance.choices(Member.Rhythm.values, [6, 3, 1])[0]


def _likes(maker: Maker, town: Community, people: list[Neighbour]) -> None:
    themes = list(Theme.objects.filter(town=town))
    by_key = {theme.key: theme for theme in themes}
    groups = list(TargetGroup.objects.filter(town=town))
    liked, joined = [], []
    for member, _person, about in people:
        talents = about.talents if about else ()
        chosen = [(by_key[key], MemberTheme.Kind.TALENT) for key in talents if key in by_key]
        chosen += [
            (theme, MemberTheme.Kind.INTEREST)
            for theme in maker.chance.sample(themes, maker.chance.randint(0, 4))
        ]
        liked += [
            MemberTheme(pk=maker.key(), town=town, member=member, theme=theme, kind=kind)
            for theme, kind in chosen
        ]
        joined += [
            MemberTargetGroup(pk=maker.key(), town=town, member=member, group=group)
            for group in maker.chance.sample(groups, maker.chance.choice((0, 0, 1, 2)))
        ]
    MemberTheme.objects.bulk_create(liked, batch_size=BATCH)
    MemberTargetGroup.objects.bulk_create(joined, batch_size=BATCH)
