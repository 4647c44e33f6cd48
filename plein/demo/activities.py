"""The agenda and the showcase of Waterdrecht: every rhythm, every state."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from dateutil.easter import easter
from django.utils import timezone

from plein.demo.activity_guests import make_guests
from plein.demo.activity_texts import (
    HOME,
    RESIDENT,
    ActivityText,
    When,
    load_activities,
    load_meeting_places,
)
from plein.demo.geography import load_postcodes
from plein.demo.maker import BATCH, Maker
from plein.demo.places import Places, reach_of
from plein.features.activities.models import Activity, ActivityTargetGroup, CalendarFeed, Occurrence
from plein.features.activities.repeating import planned_days, times_on
from plein.foundation.communities.models import Community, Member
from plein.foundation.media.models import Picture
from plein.foundation.organisations.models import Organisation
from plein.foundation.taxonomy.models import TargetGroup, Theme

AHEAD = timedelta(days=548)
WITH_PICTURE, CANCELLED, OVER = 0.6, 0.02, 0.06
ACCESS = tuple(Activity.Access.values)
PAUSED = {"christmas", "summer"}
HAS_A_CALENDAR = "waterlelie"
OF_NOOR = ("Eetclub Rondje Wijk", "Geveltuintjes aanleggen")
SEASONS: Mapping[str, tuple[int, int]] = {
    "Sinterklaas": (12, 2),
    "Kerst": (12, 20),
    "IJsvrij": (12, 28),
    "Oliebollen": (12, 30),
    "Nieuwjaar": (1, 6),
    "Zomerkamp": (7, 20),
    "Barbecue": (7, 4),
    "strand": (7, 11),
    "Oogst": (9, 20),
    "Paddenstoelen": (10, 20),
    "Pompoensoep": (10, 28),
    "Dauwtrappen": (5, 10),
    "Nachtvlinders": (6, 20),
    "Pontje": (5, 25),
}

HANDS: Mapping[str, str] = {
    "Koffie met een koekje": "koffie schenken en een praatje maken",
    "Soep van de buurt": "groente snijden en opdienen",
    "Repair Café": "kleine apparaten en kleding repareren",
    "Buurttoernooi straatvoetbal": "fluiten en limonade schenken",
    "Schilderdag speeltuin": "schuren en schilderen",
    "Egels helpen": "huisjes timmeren",
    "Koffieochtend voor nieuwe bewoners": "nieuwe buren ontvangen, ook in een andere taal",
    "Klusteam zoekt handen": "",
    "Voorleeslunch": "voorlezen",
    "Boodschappenbusje": "rijden en tassen dragen",
    "Tabletcafé": "geduldig uitleggen",
}
"""What still looks for hands, and to do what."""


def make_activities(
    maker: Maker,
    places: Places,
    organisations: Mapping[str, Organisation],
    editors: Mapping[str, Member],
    members: list[Member],
    cast: Mapping[str, Member],
    pictures: Mapping[str, list[Picture]],
) -> int:
    """Write them all, with their dates and with who comes; how many."""
    maker.start("activities")
    themes = {theme.key: theme for theme in Theme.objects.filter(town=places.town)}
    groups = {group.key: group for group in TargetGroup.objects.filter(town=places.town)}
    makers = [m for m in members if m.greeted_at and m.account_id] + [cast["noor"], cast["bram"]]
    made: list[tuple[Activity, ActivityText]] = []
    for text in load_activities():
        activity = _activity(maker, places.town, themes[text.theme], text)
        _sign(maker, places, activity, text, organisations, editors, makers)
        if maker.often(WITH_PICTURE) and pictures.get(text.theme):
            activity.picture = maker.chance.choice(pictures[text.theme])
        made.append((activity, text))
    _hand_in_calendar(maker, places, made)
    Activity.objects.bulk_create([activity for activity, _text in made], batch_size=BATCH)
    _groups(maker, places.town, made, groups)
    rows = [row for activity, _text in made for row in _dates(maker, activity)]
    Occurrence.objects.bulk_create(rows, batch_size=BATCH)
    make_guests(maker, rows, members, cast)
    return len(made)


def _activity(maker: Maker, town: Community, theme: Theme, text: ActivityText) -> Activity:
    made = maker.ago(1, 200)
    return Activity(
        pk=maker.key(made),
        town=town,
        code=maker.code(),
        theme=theme,
        title=text.title,
        text=text.text,
        needs_hands=text.title in HANDS,
        hands_words=HANDS.get(text.title, ""),
        made_at=made,
        changed_at=made,
        access=sorted(maker.chance.sample(ACCESS, maker.chance.choice((0, 1, 1, 2))))
        if text.by != HOME
        else [],
        **_cost(text),
        **_enrolment(maker, text),
        **(_rhythm(maker, text.title, text.when) if text.when else {}),
    )


def _cost(text: ActivityText) -> dict[str, str]:
    if text.cost == "gratis":
        return {"cost": "free"}
    return {"cost": "paid" if "€" in text.cost else "", "cost_words": text.cost}


def _enrolment(maker: Maker, text: ActivityText) -> dict[str, Any]:
    if text.seats is None:
        return {}
    whole = text.when is None or text.when.kind[0] in "ck"
    eats = text.theme == "boodschappen-koken" or "eten" in text.title.lower()
    return {
        "enrolment": "whole" if whole else "each",
        "seats": text.seats,
        "guests": maker.chance.choice((0, 1, 1, 3)),
        "closes_days": maker.chance.choice((0, 0, 1, 2)),
        "questions": ["diet"] if eats else ["lift"] if maker.often(0.2) else [],
    }


def _rhythm(maker: Maker, title: str, when: When) -> dict[str, Any]:
    """The plan: a series has begun some time ago, what is once lies ahead or is just over."""
    today = timezone.localdate(maker.now)
    once = when.kind[0] in "ek"
    if once:
        first = _once(maker, title, when.days[0], today)
    elif when.kind[0] == "c":
        first = _on_weekday(today + timedelta(days=maker.chance.randint(4, 60)), when.days[0])
    else:
        first = _on_weekday(today - timedelta(days=maker.chance.randint(10, 280)), when.days[0])
    if when.kind[0] == "m":
        first = _nth_of_month(first, when.count, when.days[0])
    ends = None if once or when.kind[0] == "c" or not when.rests else _end_of_season(today)
    return {
        "first_day": first,
        "starts_at": when.starts_at,
        "ends_at": when.ends_at,
        "days": when.count if when.kind[0] == "k" else 1,
        "rrule": when.rrule,
        "until": ends,
        "skips": sorted(PAUSED) if when.rests else [],
    }


def _once(maker: Maker, title: str, weekday: int, today: date) -> date:
    """In its own season when it has one, else in the coming weeks."""
    if "Paas" in title:
        springs: list[date] = [easter(today.year), easter(today.year + 1)]
        return next(spring for spring in springs if spring > today)
    for word, (month, day) in SEASONS.items():
        if word in title:
            found = date(today.year, month, day)
            if found < today:
                found = date(today.year + 1, month, day)
            return _on_weekday(found, weekday)
    if maker.often(OVER):
        return _on_weekday(today - timedelta(days=maker.chance.randint(9, 25)), weekday)
    return _on_weekday(today + timedelta(days=maker.chance.randint(0, 75)), weekday)


def _on_weekday(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _nth_of_month(day: date, nth: int, weekday: int) -> date:
    return _on_weekday(day.replace(day=1), weekday) + timedelta(weeks=nth - 1)


def _end_of_season(today: date) -> date:
    """The end of June that comes after the winter."""
    return date(today.year + (1 if today.month >= 5 else 0), 6, 30)


def _sign(
    maker: Maker,
    places: Places,
    activity: Activity,
    text: ActivityText,
    organisations: Mapping[str, Organisation],
    editors: Mapping[str, Member],
    makers: list[Member],
) -> None:
    """Who organises it, and where."""
    wish = maker.chance.choices(Activity.Reach.values, [1, 14, 3])[0]
    if text.by in (RESIDENT, HOME):
        activity.author = makers[-2] if text.title in OF_NOOR else maker.chance.choice(makers)
        activity.community = _wijk_of(places, activity.author)
        activity.at_home = text.by == HOME
        if not activity.at_home:
            activity.place = _outside(maker, activity.community)
        activity.reach = reach_of(activity.community, wish)
        return
    where = load_meeting_places()[text.by]
    organisation = organisations[where.organisation]
    activity.organisation = organisation
    activity.author = editors[where.organisation]
    activity.community_id = organisation.community_id
    activity.reach = reach_of(organisation.community, wish)
    activity.place, activity.street = where.place, where.street
    _point(places, activity)


def _wijk_of(places: Places, author: Member) -> Community:
    for key, homes in places.homes.items():
        if any(home.pk == author.home_id for home in homes):
            return places.wijken[key]
    return places.town


def _outside(maker: Maker, wijk: Community) -> str:
    spots = ("Het plein in {}", "De speelplek in {}", "Het park in {}", "De brug in {}")
    return maker.chance.choice(spots).format(wijk.name)


def _point(places: Places, activity: Activity) -> None:
    """One fixed postcode for each place, so that it stands still on the map."""
    key = next((k for k, w in places.wijken.items() if w.pk == activity.community_id), "centrum")
    codes = [row for row in load_postcodes() if row.wijk == key]
    code = codes[sum(map(ord, activity.place)) % len(codes)]
    activity.postcode = code.postcode.replace(" ", "")
    activity.lat, activity.lon = code.latitude, code.longitude


def _hand_in_calendar(
    maker: Maker, places: Places, made: list[tuple[Activity, ActivityText]]
) -> None:
    """One organisation keeps its own calendar, and we read it."""
    mine = [activity for activity, text in made if text.by == HAS_A_CALENDAR and activity.first_day]
    if not mine or mine[0].organisation is None:
        return
    feed = CalendarFeed.objects.create(
        pk=maker.key(),
        town=places.town,
        organisation=mine[0].organisation,
        url="https://www.zwembad-waterlelie.example/agenda.ics",
        added_by=mine[0].author,
        read_at=maker.now - timedelta(minutes=40),
        due_at=maker.now + timedelta(days=3650),
        found=len(mine),
    )
    for number, activity in enumerate(mine):
        activity.feed, activity.feed_uid = feed, f"agenda-{number}@zwembad-waterlelie.example"


def _dates(maker: Maker, activity: Activity) -> list[Occurrence]:
    """All dates from today, a few of them moved or cancelled; or one row for the whole."""
    rows: list[Occurrence] = []
    today = timezone.localdate(maker.now)
    if activity.plan:
        first = min(activity.plan.first_day, today) if not activity.rrule else today
        days = planned_days(activity.plan, first, today + AHEAD)
        rows = [_date(maker, activity, day) for day in days]
    if rows and not activity.rrule and maker.often(CANCELLED * 2):
        activity.cancelled_at = maker.ago(0.5, 3)
        activity.cancelled_words = "We krijgen de zaal niet warm. Sorry, het komt later."
        rows[0].state = Occurrence.State.CANCELLED
        Activity.objects.filter(town=activity.town_id, pk=activity.pk).update(
            cancelled_at=activity.cancelled_at, cancelled_words=activity.cancelled_words
        )
    elif len(rows) > 3 and maker.often(0.1):
        _disturb(maker, rows[maker.chance.randint(0, 3)])
    if activity.enrolment == "whole":
        rows.append(
            Occurrence(
                pk=maker.key(), town_id=activity.town_id, activity=activity, seats=activity.seats
            )
        )
    return rows


def _date(maker: Maker, activity: Activity, day: date) -> Occurrence:
    assert activity.plan is not None  # noqa: S101 - for the type only
    times = times_on(activity.plan, day)
    return Occurrence(
        pk=maker.key(),
        town_id=activity.town_id,
        activity=activity,
        day=day,
        starts_at=times.starts_at,
        ends_at=times.ends_at,
        all_day=times.all_day,
        seats=activity.seats if activity.enrolment == "each" else None,
        changed_at=activity.made_at,
    )


def _disturb(maker: Maker, row: Occurrence) -> None:
    """One date that is different."""
    row.sequence = 1
    if maker.often(0.5):
        row.state, row.words = Occurrence.State.CANCELLED, "De begeleider is ziek."
        return
    row.moved, row.words = True, "Deze keer een uur later."
    row.starts_at = row.starts_at + timedelta(hours=1) if row.starts_at else None
    row.ends_at = row.ends_at + timedelta(hours=1) if row.ends_at else None


def _groups(
    maker: Maker,
    town: Community,
    made: list[tuple[Activity, ActivityText]],
    groups: Mapping[str, TargetGroup],
) -> None:
    ActivityTargetGroup.objects.bulk_create(
        [
            ActivityTargetGroup(
                pk=maker.key(), town=town, activity=activity, group=groups[text.group]
            )
            for activity, text in made
            if text.group in groups
        ],
        batch_size=BATCH,
    )
