"""The agenda: a card for each moment, by day, for the days somebody chose."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection

from plein.bridges.overviews import queries as overviews
from plein.bridges.overviews.periods import period, read_period
from plein.bridges.overviews.search import by_day
from plein.bridges.overviews.tests.listings_made import fact, made, moment
from plein.bridges.overviews.tests.making import titles
from plein.features.noticeboard.tests.test_many import queries
from plein.lib.clock import from_until
from plein.lib.listing import Moment
from plein.lib.week import pack

WEDNESDAY = datetime(2026, 6, 10, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _on_wednesday():
    with time_machine.travel(WEDNESDAY, tick=False):
        yield


def at(day, hour=10, length=2, **said):
    start = datetime(2026, 6, day, hour, tzinfo=UTC)
    return Moment(start, start + timedelta(hours=length), **said)


@pytest.fixture
def june(waterdrecht):
    made(waterdrecht, "Vanochtend", "agenda", moments=[at(10, 5)])
    made(waterdrecht, "Vanmiddag", "agenda", moments=[at(10, 13)], theme="tuin")
    made(waterdrecht, "Zaterdag", "agenda", moments=[at(13)], cost="free")
    made(waterdrecht, "Elke vrijdag", "agenda", moments=[at(12), at(19), at(26)])
    made(waterdrecht, "Juli", "agenda", moments=[moment(days=30)])
    made(waterdrecht, "Etalage zonder dag", "showcase")


def found(client, query=""):
    return titles(client.get(f"/agenda/{query}"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Vanmiddag", "Elke vrijdag", "Zaterdag", "Elke vrijdag", "Elke vrijdag", "Juli"]),
        ("?wanneer=vandaag", ["Vanmiddag"]),
        ("?wanneer=weekend", ["Zaterdag"]),
        ("?wanneer=week", ["Vanmiddag", "Elke vrijdag", "Zaterdag"]),
        ("?wanneer=maand", ["Vanmiddag", "Elke vrijdag", "Zaterdag", *["Elke vrijdag"] * 2]),
        ("?wanneer=dag&dag=2026-06-12", ["Elke vrijdag"]),
        ("?dag=2026-06-13", ["Zaterdag"]),
        ("?wanneer=week&dag=2026-06-19", ["Elke vrijdag"]),
        ("?wanneer=maand&dag=2026-07-01", ["Juli"]),
        ("?wanneer=maand&thema=tuin", ["Vanmiddag"]),
        ("?wanneer=week&kosten=gratis", ["Zaterdag"]),
        ("?zoek=vrijdag&wanneer=week", ["Elke vrijdag"]),
        ("?wanneer=dag&dag=2026-06-01", []),
    ],
)
def test_what_is_on_when(as_member, june, query, expected):
    assert found(as_member(), query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "?wanneer=ooit",
        "?dag=gisteren",
        "?wanneer=week&dag=9999-12-31",
        "?wanneer=maand&dag=0001-01-01",
    ],
)
def test_an_odd_day_shows_everything(as_member, june, query):
    assert as_member().get(f"/agenda/{query}").status_code == 200


@pytest.mark.parametrize("few", [0, 300])
def test_much_or_little_gives_the_same_moments_and_counts(
    as_member, june, waterdrecht, monkeypatch, few
):
    monkeypatch.setattr(by_day, "FEW", few)
    made(waterdrecht, "Koor", "agenda", moments=[at(11), at(18)], theme="muziek-cultuur")

    answer = as_member().get("/agenda/?thema=tuin&wanneer=maand")

    assert titles(answer) == ["Vanmiddag"]
    told = {each.value: each.count for each in answer.context["facets"].themes}
    assert (told["tuin"], told["muziek-cultuur"]) == ("1", "2")


def test_cards_stand_under_their_day(as_member, june):
    text = as_member().get("/agenda/").content.decode()

    assert "Vandaag, woensdag 10 juni" in text
    assert "Vrijdag 12 juni" in text
    assert text.index("Vrijdag 12 juni") < text.index("Zaterdag 13 juni")


def test_the_time_of_that_day_stands_on_the_card(as_member, waterdrecht):
    facts = (fact("elke vrijdag", "calendar-dots"), fact("Dorpshuis", "map-pin"))
    made(waterdrecht, "Koor", "agenda", moments=[at(12, 17)], facts=facts)

    (card,) = as_member().get("/agenda/").context["page"].cards

    assert [str(words) for _drawing, words in card.facts] == [
        from_until("19.00", "21.00"),
        "Dorpshuis",
    ]


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (Moment(WEDNESDAY + timedelta(hours=5)), "16.00 uur"),
        (Moment(WEDNESDAY + timedelta(hours=5), all_day=True), "De hele dag"),
        (Moment(WEDNESDAY, WEDNESDAY + timedelta(days=3)), "10 juni tot en met 13 juni"),
    ],
)
def test_a_time_is_said_as_people_do(as_member, waterdrecht, kept, words):
    made(waterdrecht, "Iets", "agenda", moments=[kept])

    assert words in as_member().get("/agenda/").content.decode()


def test_what_goes_on_for_days_stands_there_until_its_last(as_member, waterdrecht):
    start = WEDNESDAY - timedelta(days=5)
    made(
        waterdrecht, "Tentoonstelling", "agenda", moments=[Moment(start, start + timedelta(days=9))]
    )

    assert found(as_member()) == ["Tentoonstelling"]
    assert found(as_member(), "?dag=2026-06-12") == ["Tentoonstelling"]
    assert found(as_member(), "?dag=2026-06-17") == []


def test_an_address_of_its_own_is_that_of_the_moment(as_member, waterdrecht):
    made(waterdrecht, "Koor", "agenda", moments=[at(12, url="/koor/12-juni/"), at(19)])

    cards = as_member().get("/agenda/").context["page"].cards

    assert cards[0].url == "/koor/12-juni/"
    assert cards[1].url.startswith("/ding/")


def test_another_town_and_another_wijk_have_their_own(as_member, june, molenwijk, centrum):
    made(centrum, "Alleen in Centrum", "agenda", moments=[at(12)], reach="here")

    assert "Alleen in Centrum" not in found(as_member())
    assert found(as_member(host="molenwijk.testserver")) == []


def test_moments_go_and_come_with_their_thing(waterdrecht, as_member):
    row = made(waterdrecht, "Koor", "agenda", moments=[at(12), at(19)])
    made(waterdrecht, "Koor", "agenda", id=row.pk, moments=[at(26)])

    assert found(as_member()) == ["Koor"]
    assert row.moments.count() == 1


def test_24_moments_a_page_by_key(as_member, waterdrecht):
    made(waterdrecht, "Dagelijks", "agenda", moments=[at(11, h, 1) for h in range(12)])
    made(waterdrecht, "Nog eens", "agenda", moments=[at(d, 10) for d in range(12, 30)])
    client = as_member()

    first = client.get("/agenda/")
    second = client.get(f"/agenda/{first.context['more_url']}")

    assert [len(titles(page)) for page in (first, second)] == [24, 6]
    assert not second.context["more_url"]


@pytest.mark.parametrize("query", ["", "?wanneer=maand&zoek=koor&thema=tuin&wijk=molenwijk"])
def test_the_number_of_queries_does_not_grow_with_the_agenda(as_member, waterdrecht, query):
    client = as_member()
    made(waterdrecht, "Koor 0", "agenda", moments=[at(12), at(19)])
    client.get("/agenda/")
    few = queries(client, f"/agenda/{query}")

    for number in range(12):
        made(waterdrecht, f"Koor {number}", "agenda", moments=[at(d) for d in range(11, 30)])

    assert queries(client, f"/agenda/{query}") == few <= 12


@pytest.mark.parametrize("view", ["fotos", "kaart"])
@pytest.mark.parametrize("who", ["guest", "noor", "fatima"])
def test_past_what_is_sorted_a_word_and_all_choices_ask_no_more_than_12(
    as_member, request, waterdrecht, monkeypatch, who, view
):
    monkeypatch.setattr(overviews, "MOST", 30)
    days = [at(day, hour) for day in range(11, 29) for hour in (9, 12)]
    facts = {"theme": "tuin", "cost": "free", "groups": ("senioren",), "languages": ("nl",)}
    made(waterdrecht, "Koor", "agenda", moments=days, access=("wheelchair",), **facts)
    client = as_member(None if who == "guest" else request.getfixturevalue(who))
    query = f"zoek=koor&thema=tuin&doelgroep=senioren&bij=4291AA&wanneer=maand&weergave={view}"
    first = client.get(f"/agenda/?{query}")
    after = first.context["more_url"]
    assert queries(client, f"/agenda/{after}") <= 12
    assert len(titles(client.get(f"/agenda/{after}"))) == 12


@pytest.mark.parametrize(
    ("name", "day", "first", "days"),
    [
        ("vandaag", date(2026, 6, 10), date(2026, 6, 10), 1),
        ("weekend", date(2026, 6, 10), date(2026, 6, 13), 2),
        ("weekend", date(2026, 6, 13), date(2026, 6, 13), 2),
        ("weekend", date(2026, 6, 14), date(2026, 6, 14), 1),
        ("week", date(2026, 6, 14), date(2026, 6, 8), 7),
        ("maand", date(2026, 2, 28), date(2026, 2, 1), 28),
    ],
)
def test_a_period_has_its_days(name, day, first, days):
    made_period = period(name, day)

    assert made_period.first == first
    assert (made_period.until - first).days == days


def test_one_can_walk_from_period_to_period():
    june = period("maand", date(2026, 6, 10))

    assert june.later().first == date(2026, 7, 1)
    assert june.before().first == date(2026, 5, 1)
    assert read_period("maand", "2026-06-10", date(2026, 6, 1)) == june


def test_a_card_says_the_theme_where_everything_is_an_activity(as_member, waterdrecht):
    made(waterdrecht, "Koor", "agenda", moments=[at(12, 17)], theme="muziek-cultuur")

    (here,) = as_member().get("/agenda/").context["page"].cards
    (among_others,) = as_member().get("/zoeken/").context["page"].cards

    assert str(here.strip) == "Muziek en cultuur"
    assert str(among_others.strip) != "Muziek en cultuur"


TUESDAY_EVENING, SATURDAY_MORNING = (1, 2), (5, 0)


@pytest.mark.parametrize("few", [300, 0], ids=["few things", "many things"])
@pytest.mark.parametrize(("part", "day"), [("avond", 16), ("weekend", 20), ("overdag", None)])
def test_a_part_of_the_week_goes_by_the_moment_itself(
    client, waterdrecht, monkeypatch, few, part, day
):
    """On Tuesday evening and Saturday morning: each is found by its own, here and in a file."""
    monkeypatch.setattr(by_day, "FEW", few)
    bits = pack([TUESDAY_EVENING, SATURDAY_MORNING])
    made(waterdrecht, "Koor", "agenda", moments=[at(16, 18), at(20, 8)], when_bits=bits)
    made(waterdrecht, "Hele dag", "agenda", moments=[at(13, 22, 24, all_day=True)], when_bits=0)

    page = client.get(f"/agenda/?tijd={part}&zoek=koor").context["page"]
    events = client.get(f"/agenda/overzicht.ics?tijd={part}&zoek=koor").content.decode()

    cards = [each.day.day for each in page.days for _card in each.cards]
    assert cards == ([day] if day else [])
    assert re.findall(r"DTSTART\S*:202606(\d\d)", events) == ([str(day)] if day else [])


def test_each_moment_counts_in_its_own_part_of_the_week(client, waterdrecht):
    bits = pack([TUESDAY_EVENING, SATURDAY_MORNING])
    made(waterdrecht, "Koor", "agenda", moments=[at(16, 18), at(20, 8)], when_bits=bits)

    times = client.get("/agenda/").context["facets"].times

    assert {option.value: option.count for option in times} == {"avond": "1", "weekend": "1"}


def steps_of(client, path):
    """How many thousands of steps SQLite takes for a page: work, on whatever machine."""
    taken = []
    connection.connection.set_progress_handler(lambda: taken.append(1), 1000)
    try:
        client.get(path)
    finally:
        connection.connection.set_progress_handler(None, 0)
    return len(taken)


@pytest.mark.once
def test_what_an_agenda_costs_grows_with_the_moments_and_not_with_their_square(client, waterdrecht):
    """It walked all moments of a town for each activity: a third of a second in a small town."""

    def fill(number):
        for _thing in range(number):
            made(
                waterdrecht, "Koffie", "agenda", moments=[moment(days=day) for day in range(1, 31)]
            )
        return steps_of(client, "/agenda/")

    fill(1)
    some = fill(19)
    assert fill(20) < 3 * some
