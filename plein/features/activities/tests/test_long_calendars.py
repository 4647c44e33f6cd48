"""A calendar of many years: what comes is read, whatever stands first in the file."""

import pytest
from django.utils import timezone

from plein.features.activities import calendar_reading
from plein.features.activities.actions import feeds
from plein.features.activities.models import Activity
from plein.features.activities.tests.making import make_organisation
from plein.features.activities.tests.test_feeds import URL, calendar, event

OLD = [event(f"oud-{n}", day=f"{2000 + n // 365}0305", title=f"Oud {n}") for n in range(1_200)]


@pytest.fixture(autouse=True)
def _in_november(time_machine):
    time_machine.move_to("2026-11-22T12:00:00+00:00")


@pytest.fixture
def feed(noor, mila):
    return feeds.add(make_organisation(noor, mila), URL, by=noor)


def read(feed, *events):
    feeds.follow(feed, calendar_reading.read(calendar(*events), timezone.localdate()))


def test_what_comes_is_read_when_twelve_hundred_old_ones_stand_before_it(feed):
    read(feed, *OLD, event("nieuw", day="20261201"))

    assert [activity.feed_uid for activity in Activity.objects.all()] == ["nieuw"]


def test_what_no_longer_fits_is_not_cancelled(feed, monkeypatch):
    monkeypatch.setattr(calendar_reading, "MOST_EVENTS", 2)
    read(feed, event("een", day="20261208"), event("twee", day="20261209"))

    read(feed, *(event(uid, day=f"202612{day}") for uid, day in
                 (("een", "08"), ("twee", "09"), ("drie", "01"))))  # fmt: skip

    assert set(Activity.objects.values_list("feed_uid", flat=True)) == {"een", "twee", "drie"}
    assert not Activity.objects.exclude(cancelled_at=None).exists()


def test_what_really_vanished_is_cancelled(feed):
    read(feed, event("een", day="20261208"), event("twee", day="20261209"))

    read(feed, event("een", day="20261208"))

    assert Activity.objects.exclude(cancelled_at=None).get().feed_uid == "twee"
