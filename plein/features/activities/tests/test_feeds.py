"""The calendar of an organisation, read by the worker: nobody types twice, nothing is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.features.activities import calendar_reading
from plein.features.activities.actions import feeds
from plein.features.activities.models import Activity, CalendarFeed, Occurrence
from plein.features.activities.tests.making import come, make_organisation
from plein.lib import fetching
from plein.shared.notifications.models import Notification

URL = "https://kalender.example/zangclub.ics"
PAGE = "/activiteiten/kalenders/"


def event(uid="zingen-1", *lines, day="20261201", title="Zingen bij de piano") -> str:
    return "\r\n".join(
        [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            "DTSTAMP:20261101T100000Z",
            f"DTSTART;TZID=Europe/Amsterdam:{day}T193000",
            f"DTEND;TZID=Europe/Amsterdam:{day}T210000",
            f"SUMMARY:{title}",
            *lines,
            "END:VEVENT",
        ]
    )


def calendar(*events) -> bytes:
    inside = "\r\n".join(events)
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//proef//NL\r\n"
    return f"{head}{inside}\r\nEND:VCALENDAR\r\n".encode()


WEEKLY = "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222T235959Z"


@pytest.fixture(autouse=True)
def _in_november(time_machine):
    time_machine.move_to("2026-11-22T12:00:00+00:00")


@pytest.fixture
def feed(noor, mila) -> CalendarFeed:
    return feeds.add(make_organisation(noor, mila), URL, by=noor)


@pytest.fixture
def site(monkeypatch):
    """What stands at the other end: `site.body`, or `site.failure`."""

    class Site:
        body, status, failure, asked = calendar(event()), 200, None, ()

        def fetch(self, _url, *, headers=None, **_limits):
            self.asked = headers or {}
            if self.failure:
                raise self.failure
            return fetching.Fetched(self.status, self.body, {"etag": '"een"'})

    there = Site()
    monkeypatch.setattr(fetching, "fetch", there.fetch)
    return there


def days() -> list[str]:
    return [str(row.day) for row in Occurrence.objects.happening().order_by("day")]


def test_an_event_stands_in_the_agenda_in_the_name_of_the_organisation(client, feed, site):
    feeds.read(feed.pk)

    activity = Activity.objects.get()
    assert (activity.title, activity.byline) == ("Zingen bij de piano", feed.organisation.name)
    assert Occurrence.objects.get().local_start.hour == 19
    assert "kalender van de organisatie" in client.get(activity.get_absolute_url()).content.decode()


def test_reading_again_changes_nothing(feed, site):
    site.body = calendar(event("a", WEEKLY), event("b"))
    feeds.read(feed.pk)
    before = [list(Activity.objects.order_by("pk").values()), list(Occurrence.objects.values())]

    for _time in range(3):
        feeds.read(feed.pk)

    after = [list(Activity.objects.order_by("pk").values()), list(Occurrence.objects.values())]
    assert after == before


def test_a_series_with_one_left_out_one_moved_and_one_cancelled(feed, site):
    moved = event("a", "RECURRENCE-ID;TZID=Europe/Amsterdam:20261215T193000", day="20261216")
    gone = event(
        "a", "RECURRENCE-ID;TZID=Europe/Amsterdam:20261222T193000", "STATUS:CANCELLED",
        day="20261222",
    )  # fmt: skip
    site.body = calendar(
        event("a", WEEKLY, "EXDATE;TZID=Europe/Amsterdam:20261208T193000"), moved, gone
    )

    feeds.read(feed.pk)
    feeds.read(feed.pk)

    rows = {str(row.day): row for row in Occurrence.objects.all()}
    assert sorted(rows) == ["2026-12-01", "2026-12-15", "2026-12-22"]
    assert rows["2026-12-15"].local_start.day == 16
    assert rows["2026-12-22"].is_cancelled


def test_what_was_moved_there_and_moved_back_is_so_here(feed, site):
    moved = event("a", "RECURRENCE-ID;TZID=Europe/Amsterdam:20261215T193000", day="20261216")
    site.body = calendar(event("a", WEEKLY), moved)
    feeds.read(feed.pk)
    site.body = calendar(event("a", WEEKLY))

    feeds.read(feed.pk)

    assert Occurrence.objects.get(day="2026-12-15").local_start.day == 15


def test_a_change_there_is_a_change_here(feed, site):
    feeds.read(feed.pk)
    site.body = calendar(event(title="Zingen in de kerk", day="20261208"))

    feeds.read(feed.pk)

    assert Activity.objects.get().title == "Zingen in de kerk"
    assert days() == ["2026-12-08"]


def test_what_vanished_is_cancelled_and_not_erased(feed, site, bram):
    site.body = calendar(event("a"), event("b", title="Blijft"))
    feeds.read(feed.pk)
    activity = Activity.objects.get(feed_uid="a")
    Activity.objects.filter(pk=activity.pk).update(enrolment="each")
    come(activity.occurrences.get(), bram)
    site.body = calendar(event("b", title="Blijft"))

    feeds.read(feed.pk)

    activity.refresh_from_db()
    assert activity.is_cancelled
    assert Notification.objects.filter(to=bram, key="activities.cancelled").exists()
    site.body = calendar(event("a"), event("b", title="Blijft"))
    feeds.read(feed.pk)
    activity.refresh_from_db()
    assert not activity.is_cancelled
    assert Activity.objects.count() == 2


def test_what_is_over_stays_as_it_was(feed, site, time_machine):
    feeds.read(feed.pk)
    time_machine.move_to("2026-12-05T12:00:00+00:00")
    site.body = calendar(event("b", day="20261210"))

    feeds.read(feed.pk)

    assert not Activity.objects.get(feed_uid="zingen-1").is_cancelled


def test_private_appointments_stay_out(feed, site):
    site.body = calendar(event("a", "CLASS:PRIVATE"), event("b", "CLASS:CONFIDENTIAL"))

    feeds.read(feed.pk)

    assert not Activity.objects.exists()


def test_a_failure_keeps_the_last_good_copy_and_warns_after_three_days(feed, site, time_machine):
    feeds.read(feed.pk)
    site.failure = fetching.TooSlow()
    feeds.read(feed.pk)
    assert not Notification.objects.filter(key="activities.calendar_fails").exists()
    time_machine.move_to(timezone.now() + timedelta(days=4))

    feeds.read(feed.pk)
    feeds.read(feed.pk)

    assert days() == ["2026-12-01"]
    assert Notification.objects.filter(key="activities.calendar_fails").count() == 1


def test_a_full_calendar_that_is_suddenly_empty_is_not_believed_at_once(feed, site, time_machine):
    site.body = calendar(event("a"), event("b"), event("c"))
    feeds.read(feed.pk)
    site.body = calendar()
    feeds.read(feed.pk)
    assert len(days()) == 3
    time_machine.move_to(timezone.now() + timedelta(days=3))

    feeds.read(feed.pk)

    assert days() == []


def test_what_did_not_change_is_asked_for_politely(feed, site):
    feeds.read(feed.pk)
    site.status, site.body = 304, b""

    feeds.read(feed.pk)

    assert site.asked["If-None-Match"] == '"een"'
    assert CalendarFeed.objects.get().failure == ""


@pytest.mark.parametrize(
    "body",
    [
        b"", b"<html>Niet gevonden</html>", b"BEGIN:VCALENDAR", b"\x00\xff" * 500,
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:zondag\r\nEND:VEVENT\r\nEND:VCALENDAR",
    ],
)  # fmt: skip
def test_what_is_no_calendar_is_said_and_breaks_nothing(feed, site, body):
    site.body = body

    feeds.read(feed.pk)

    assert not Activity.objects.exists()
    assert CalendarFeed.objects.get().failure in ("no_calendar", "")


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("RRULE:FREQ=SECONDLY", 1), ("RRULE:FREQ=DAILY;COUNT=99999999", 1),
        ("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", 1), ("RRULE:FREQ=DAILY;COUNT=3", 3),
        ("RRULE:FREQ=WEEKLY;COUNT=0", 1),
    ],
)  # fmt: skip
def test_an_endless_rule_happens_once(feed, site, line, count):
    site.body = calendar(event("a", line))

    feeds.read(feed.pk)

    assert Occurrence.objects.count() == count


def test_words_are_kept_plain(feed, site):
    site.body = calendar(
        event("a", "DESCRIPTION:<p>Kom <b>mee</b></p><script>boe()</script>",
              "LOCATION:Buurthuis\\, Molenpark 1", "URL:javascript:alert(1)")
    )  # fmt: skip

    feeds.read(feed.pk)

    activity = Activity.objects.get()
    assert "<" not in activity.text
    assert activity.place == "Buurthuis, Molenpark 1"
    assert activity.source_url == ""


@pytest.mark.parametrize(
    ("start", "hour"),
    [
        ("DTSTART:20261201T183000Z", 19), ("DTSTART:20261201T193000", 19),
        ("DTSTART;TZID=W. Europe Standard Time:20261201T193000", 19),
        ("DTSTART;TZID=Nergens/Iets:20261201T193000", 19),
        ("DTSTART;TZID=Europe/London:20261201T183000", 19),
    ],
)  # fmt: skip
def test_zones_of_other_programs_are_understood(start, hour):
    lines = ["BEGIN:VEVENT", "UID:z", start, "SUMMARY:Zingen", "END:VEVENT"]
    found = calendar_reading.read(calendar("\r\n".join(lines)))[0].said

    from plein.features.activities.repeating import Plan, times_on

    plan = Plan(first_day=found["first_day"], starts_at=found["starts_at"], zone=found["zone_name"])
    assert timezone.localtime(times_on(plan, plan.first_day).starts_at).hour == hour


def test_whole_days_are_whole_days():
    lines = ["BEGIN:VEVENT", "UID:z", "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261203",
             "SUMMARY:Kamp", "END:VEVENT"]  # fmt: skip
    said = calendar_reading.read(calendar("\r\n".join(lines)))[0].said

    assert (said["starts_at"], said["days"]) == (None, 2)


def test_an_editor_hands_in_a_calendar_on_a_page(as_member, noor, mila):
    club = make_organisation(noor, mila)

    as_member(noor).post(
        PAGE, {"organisation": str(club.pk), "url": "webcal://kalender.example/a.ics"}
    )

    assert CalendarFeed.objects.get().url == "https://kalender.example/a.ics"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a.example/", "https://a@b.example/", "http://a:8080/"]
)
def test_an_address_that_we_do_not_open_is_refused_in_words(as_member, noor, mila, url):
    club = make_organisation(noor, mila)

    response = as_member(noor).post(PAGE, {"organisation": str(club.pk), "url": url})

    assert response.status_code == 422
    assert not CalendarFeed.objects.exists()


def test_who_speaks_for_nobody_finds_no_such_page(as_member, bram):
    assert as_member(bram).get(PAGE).status_code == 404


def test_another_editor_takes_no_calendar_away(as_member, feed, bram, mila):
    make_organisation(bram, mila, name="Kaartclub")

    assert as_member(bram).post(f"{PAGE}{feed.pk}/weg/").status_code == 404
    assert CalendarFeed.objects.exists()


def test_taking_it_away_keeps_what_stands_there(as_member, noor, feed, site):
    feeds.read(feed.pk)

    as_member(noor).post(f"{PAGE}{feed.pk}/weg/")

    assert not CalendarFeed.objects.exists()
    activity = Activity.objects.get()
    assert not activity.is_imported
    assert as_member(noor).get(f"{activity.get_absolute_url()}wijzigen/").status_code == 200


def test_what_comes_from_a_calendar_is_changed_there(as_member, noor, feed, site):
    feeds.read(feed.pk)
    page = f"{Activity.objects.get().get_absolute_url()}wijzigen/"

    assert "eigen kalender" in as_member(noor).get(page).content.decode()


def test_every_hour_the_worker_reads_again(feed):
    CalendarFeed.objects.update(due_at=timezone.now() - timedelta(minutes=1))

    assert feeds.begin_due() == 1
    assert feeds.begin_due() == 0


def test_what_comes_from_a_calendar_is_called_off_there(as_member, feed, site, noor):
    """Called off here, the calendar would put it back within the hour, and nobody would know."""
    site.body = calendar(event("zingen-1", WEEKLY))
    feeds.read(feed.pk)
    activity = Activity.objects.get()
    browser, page = as_member(noor), activity.get_absolute_url()
    day = Occurrence.objects.filter(activity=activity).earliest("starts_at").when

    html = browser.get(page).content.decode()
    for way in (f"{page}afgelasten/", f"{page}{day}/wijzigen/"):
        assert way not in html
        answer = browser.post(way, {"wat": "afgelasten", "words": "Ziek"})
        assert "Verander het daar" in answer.content.decode()
    activity.refresh_from_db()
    assert not activity.is_cancelled
    assert not Occurrence.objects.filter(activity=activity, state="cancelled").exists()
