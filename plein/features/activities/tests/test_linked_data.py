"""A search engine reads what a public activity is; never who lives where, nor what is private."""

import json
import re

from django.utils import timezone

from plein.features.activities.tests.making import (
    make_activity,
    make_organisation,
    make_weekly,
    next_week,
)


def told(client, activity):
    html = client.get(activity.get_absolute_url()).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return [json.loads(each) for each in found]


def test_a_public_activity_is_told_as_an_event_with_time_and_place(client, noor, mila):
    club = make_organisation(noor, mila)
    activity = make_activity(noor, organisation=club, cost="free", postcode="4291AA")

    (event,) = told(client, activity)

    assert (event["@type"], event["name"]) == ("Event", activity.title)
    assert event["startDate"].startswith(f"{next_week()}T10:00:00+0")
    assert event["endDate"].startswith(f"{next_week()}T12:00:00+0")
    assert event["location"]["address"]["streetAddress"] == "Molenpark 1"
    assert event["organizer"] == {"@type": "Organization", "name": "Zangclub De Kanarie"}
    assert event["isAccessibleForFree"] is True
    assert event["url"].endswith(activity.get_absolute_url())


def test_of_what_is_at_home_only_the_wijk_and_of_a_resident_no_name(client, noor):
    (event,) = told(client, make_activity(noor, at_home=True))

    assert event["location"]["name"] == noor.home.name
    assert "streetAddress" not in event["location"]["address"]
    assert "organizer" not in event
    assert noor.name not in json.dumps(event)


def test_a_series_is_told_by_its_next_date_and_a_cancelled_one_as_cancelled(client, noor):
    weekly = make_weekly(noor)
    (event,) = told(client, weekly)
    assert event["startDate"] >= f"{timezone.localdate()}"
    type(weekly).objects.filter(pk=weekly.pk).update(cancelled_at=timezone.now())
    (event,) = told(client, weekly)
    assert event["eventStatus"] == "https://schema.org/EventCancelled"


def test_what_is_private_hidden_or_undated_tells_no_machine_anything(as_member, noor, bram):
    private = make_activity(noor, audience="members")
    assert told(as_member(bram), private) == []
    hidden = make_activity(noor)
    type(hidden).objects.filter(pk=hidden.pk).update(hidden_at=timezone.now())
    assert told(as_member(noor), hidden) == []
    assert told(as_member(noor), make_activity(noor, first_day=None)) == []


def test_no_word_of_a_title_ends_the_block_or_runs(client, noor):
    title = "Koor </script><script>alert(1)</script> & meer"
    activity = make_activity(noor, title=title)

    answer = client.get(activity.get_absolute_url())

    assert told(client, activity)[0]["name"] == title
    assert "<script>alert" not in answer.content.decode()
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"].split("script-src")[1]
