"""An overview to take along: the same things in every form, and never a private one."""

import csv
import io
from datetime import UTC, datetime, timedelta

import feedparser
import openpyxl
import pytest
import recurring_ical_events
import time_machine
import vobject
from django.test import Client
from icalendar import Calendar

from plein.bridges.overviews import queries
from plein.bridges.overviews.models import Row
from plein.bridges.overviews.paging import page_of
from plein.bridges.overviews.shown_as import VIEWS
from plein.bridges.overviews.tests.listings_made import made
from plein.bridges.overviews.tests.parity import fill, on_screen, titles_in
from plein.foundation.communities import tree
from plein.foundation.communities.actions import block
from plein.foundation.communities.models import Community
from plein.lib.listing import Moment, Opening

FORMS = ["csv", "xlsx", "ics", "atom", "json"]


def file(house, form, query="", client=None):
    return (client or Client()).get(f"/{house}/overzicht.{form}{query}")


@pytest.fixture
def town(noor, bram, fatima, centrum):
    return fill(noor, bram, fatima, centrum)


def test_the_calendar_has_what_stands_in_the_agenda(town):
    """Also what goes on already, and what is a year away."""
    seen = on_screen(Client(), "agenda", {})

    assert {"Tentoonstelling 24", "Koor 25"} < set(seen)
    assert sorted(titles_in("ics", file("agenda", "ics").content)) == sorted(seen)
    assert file("agenda", "ics").content.count(b"Koor 25") == 1, "and of far away its first"
    lines = file("agenda", "csv").content.decode("utf-8-sig").splitlines()
    assert all(line.split(";")[3] for line in lines), "each with its day"


@pytest.mark.parametrize(
    ("house", "query"),
    [
        ("prikbord", {}),
        ("prikbord", {"zoek": "fiets"}),
        ("agenda", {}),
        ("organisaties", {}),
        ("organisaties", {"bij": "molenwijk"}),
        ("zoeken", {"zoek": "koor"}),
    ],
)
def test_the_screen_goes_on_beyond_what_is_sorted_and_so_does_every_file(
    town, monkeypatch, house, query
):
    """Few are sorted and counted; then come all others, in one order for screen and file."""
    monkeypatch.setattr(queries, "MOST", 3)
    monkeypatch.setattr(queries, "MOST_NEAR", 4)
    monkeypatch.setattr(queries, "A_PAGE", 2)
    monkeypatch.setattr(page_of, "__kwdefaults__", {"size": 2})
    for number in range(6):
        made(town, f"Koor met fiets {number}", "noticeboard", summary="koor", sinks=number % 2)
        made(town, f"Huis {number}", summary="koor", point=(51.8 + number / 100, 4.8))
    views = [on_screen(Client(), house, query | {"weergave": view}) for view in VIEWS]

    assert len(views[0]) > 5
    assert views[0] == views[1] == views[2]
    for form in ("csv", "xlsx", "json"):
        assert (
            titles_in(form, Client().get(f"/{house}/overzicht.{form}", query).content) == views[0]
        )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("who", ["guest", "noor", "fatima", "mila"])
def test_a_private_ask_is_in_no_file_for_nobody(as_member, request, town, form, who):
    client = as_member(None if who == "guest" else request.getfixturevalue(who))

    for house in ("prikbord", "zoeken"):
        content = file(house, form, client=client).content
        assert b"Geheime" not in content
        assert b"Iemand" not in content


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_member_gets_the_same_file_as_a_visitor(as_member, town, bram, noor, form):
    block(noor, by=bram)

    mine = file("zoeken", form, client=as_member(bram)).content

    assert mine == file("zoeken", form).content


def test_a_member_is_told_what_stays_on_the_screen(as_member, town, bram):
    text = as_member(bram).get("/prikbord/").content.decode()

    assert "1 vraag staat alleen op het scherm" in text


def test_a_file_of_another_town_holds_nothing_of_this_one(as_member, town, joost):
    client = as_member(joost, host="elders.testserver")

    for form in FORMS:
        assert titles_in(form, file("zoeken", form, client=client).content) == []


@pytest.mark.parametrize("form", FORMS)
def test_what_did_not_change_is_not_sent_again(town, form):
    client = Client()
    first = file("agenda", form, client=client)

    again = client.get(f"/agenda/overzicht.{form}", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert "Set-Cookie" not in first.headers
    assert not first.cookies


def test_what_changed_is_sent(town):
    first = file("organisaties", "json")
    made(town, "Nieuw", "directory")

    assert file("organisaties", "json")["ETag"] != first["ETag"]


@pytest.mark.parametrize(("house", "form"), [("agenda", "exe"), ("agenda", "pdf")])
def test_another_form_does_not_exist(town, house, form):
    assert file(house, form).status_code == 404


def test_files_go_with_their_house(town):
    Community.objects.filter(pk=town.pk).update(module_changes={"agenda": False})
    tree.changed(town.pk)

    assert file("agenda", "ics").status_code == 404
    assert b'"kind": "thing"' in file("zoeken", "json").content
    agenda = set(Row.objects.filter(house="agenda").values_list("title", flat=True))
    assert not agenda & set(titles_in("json", file("zoeken", "json").content))


@pytest.mark.parametrize("sign", ["=1+1", "+31", "-2", "@x", "\tx"])
def test_a_cell_is_never_a_formula(town, sign):
    made(town, f"{sign} som", "directory", kind="x")

    csv = file("organisaties", "csv").content.decode("utf-8-sig")
    cells = openpyxl.load_workbook(io.BytesIO(file("organisaties", "xlsx").content)).active

    assert f";'{sign} som" in csv or f"'{sign} som" in csv
    found = [cell for row in cells.iter_rows() for cell in row if cell.value == f"{sign} som"]
    assert [cell.data_type for cell in found] == ["s"]


def test_a_sheet_of_organisations_has_their_hours_mail_and_website(waterdrecht):
    week = tuple(Opening(day, 540, 1020) for day in range(5))
    made(
        waterdrecht, "Taalhuis", opening=week, mail="info@taal.example", website="https://t.example"
    )

    for house in ("organisaties", "zoeken"):
        text = file(house, "csv").content.decode("utf-8-sig")
        (line,) = csv.DictReader(io.StringIO(text), delimiter=";")
        assert line["Open"].startswith("maandag t/m vrijdag 9.00")
        assert (line["Mailadres"], line["Website"]) == ("info@taal.example", "https://t.example")
        assert ("Dag" in line) == (house == "zoeken")
    assert "Open" not in file("agenda", "csv").content.decode("utf-8-sig").splitlines()[0]


@pytest.mark.parametrize("house", ["organisaties", "zoeken"])
def test_on_paper_stands_how_much_it_is_and_where_all_is(client, waterdrecht, house):
    for number in range(30):
        made(waterdrecht, f"Eettafel {number}")
    page = client.get(f"/{house}/?zoek=eettafel")
    text = page.content.decode()

    assert "24 van 30 · gekozen: “eettafel”" in text
    assert f"De hele lijst: kies “Neem mee” op testserver/{house}/" in text
    assert f"/{'directory' if house == 'organisaties' else 'alles'}/zoek" in text, "booklet, poster"
    rest = client.get(f"/{house}/{page.context['more_url']}").content.decode()
    assert "30 van 30" in rest
    assert "De hele lijst: kies" not in rest


def test_odd_signs_break_no_file(town):
    made(town, 'Huis "De; <Molen>" & co', "directory", summary="één\x0b twee 🙂")

    for form in ("xlsx", "atom", "json"):
        assert 'Huis "De; <Molen>" & co' in titles_in(form, file("organisaties", form).content)
    assert '"Huis ""De; <Molen>"" & co"' in file("organisaties", "csv").content.decode()


def test_newsreaders_have_no_complaint(town):
    feed = feedparser.parse(file("zoeken", "atom").content)

    assert not feed.bozo
    assert feed.feed.id
    assert {link.rel for link in feed.feed.links} == {"alternate", "self"}
    assert all(entry.id.startswith("urn:uuid:") for entry in feed.entries)


def test_the_file_is_dutch_whatever_the_reader_speaks(town):
    client = Client(headers={"accept-language": "en"})

    assert "Titel" in file("agenda", "csv", client=client).content.decode()
    assert "Title" in file("agenda", "csv", "?in=en", client=client).content.decode()


def as_utc(when):
    return when.astimezone(UTC) if isinstance(when, datetime) else when


class TestTheCalendar:
    """Read the same by two other programs, over the clock change."""

    NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)
    WEEKLY = [datetime(2026, 3, 24, 18, 30, tzinfo=UTC), datetime(2026, 3, 31, 17, 30, tzinfo=UTC)]

    @pytest.fixture
    def choir(self, waterdrecht):
        with time_machine.travel(self.NOW, tick=False):
            times = [Moment(start, start + timedelta(hours=2)) for start in self.WEEKLY]
            day = datetime(2026, 4, 3, 22, tzinfo=UTC)
            times.append(Moment(day, day + timedelta(days=1), all_day=True))
            made(
                waterdrecht,
                "Koor; met, komma's en een heel lange titel met é en nog meer woorden erachter 🙂",
                "agenda",
                moments=times,
                place="Dorpshuis, Kerkstraat 4",
                point=(51.85, 4.85),
            )
            yield file("agenda", "ics").content

    def test_two_programs_read_the_same(self, choir):
        one = Calendar.from_ical(choir).walk("VEVENT")
        other = vobject.readOne(choir.decode()).vevent_list

        assert len(one) == len(other) == 3
        for mine, theirs in zip(one, other, strict=True):
            assert str(mine["summary"]) == theirs.summary.value
            assert as_utc(mine.decoded("dtstart")) == as_utc(theirs.dtstart.value)
            assert as_utc(mine.decoded("dtend")) == as_utc(theirs.dtend.value)
            assert str(mine["uid"]) == theirs.uid.value

    def test_half_past_seven_stays_half_past_seven(self, choir):
        calendar = Calendar.from_ical(choir)
        found = recurring_ical_events.of(calendar).between((2026, 3, 23), (2026, 4, 2))

        assert [f"{e.decoded('dtstart'):%d %H:%M}" for e in found] == ["24 19:30", "31 19:30"]

    def test_it_has_what_the_standard_asks(self, choir):
        calendar = Calendar.from_ical(choir)
        zone = calendar.walk("VTIMEZONE")[0]
        event = calendar.walk("VEVENT")[0]

        assert str(zone["tzid"]) == "Europe/Amsterdam"
        assert event["dtstart"].params["TZID"] == "Europe/Amsterdam"
        assert {"UID", "DTSTAMP", "URL", "LOCATION", "GEO", "STATUS", "SEQUENCE"} <= set(event)
        assert "ATTENDEE" not in event
        assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in choir

    def test_its_lines_are_short_and_end_well(self, choir):
        lines = choir.split(b"\r\n")

        assert all(len(line) <= 75 for line in lines)
        assert b"\n" not in b"".join(lines)
        assert [line.decode() for line in lines]

    def test_a_whole_day_ends_on_the_next(self, choir):
        event = Calendar.from_ical(choir).walk("VEVENT")[2]

        assert str(event.decoded("dtstart")) == "2026-04-04"
        assert str(event.decoded("dtend")) == "2026-04-05"

    def test_what_is_cancelled_says_so_and_keeps_its_key(self, choir, waterdrecht):
        with time_machine.travel(self.NOW, tick=False):
            before = Calendar.from_ical(choir).walk("VEVENT")[0]
            row = Row.objects.get()
            later = row.changed_at + timedelta(hours=1)
            Row.objects.update(status="cancelled", changed_at=later)
            after = Calendar.from_ical(file("agenda", "ics").content).walk("VEVENT")[0]

        assert after["status"] == "CANCELLED"
        assert after["uid"] == before["uid"]
        assert after["sequence"] > before["sequence"]
