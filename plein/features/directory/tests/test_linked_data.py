"""A search engine reads who they are, where and when they are open; nothing off the map."""

import json
import re

from django.utils import timezone

from plein.features.directory.tests.making import WEEK, make_entry
from plein.foundation.organisations.models import Organisation


def told(client, entry):
    html = client.get(entry.get_absolute_url()).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return [json.loads(each) for each in found]


def test_an_organisation_on_the_map_is_told_with_place_and_hours(client, waterdrecht):
    entry = make_entry(waterdrecht, phone="0184 555 030")
    entry.locations.update(opening=[list(each) for each in WEEK[:1]])

    (found,) = told(client, entry)

    assert (found["@type"], found["telephone"]) == ("Organization", "0184 555 030")
    (place,) = found["location"]
    assert place["address"]["streetAddress"] == "Kerkstraat 4"
    assert place["openingHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": "https://schema.org/Monday",
            "opens": "09:00",
            "closes": "17:00",
        }
    ]


def test_what_is_for_desks_only_or_off_the_map_is_told_to_no_machine(
    as_member, waterdrecht, fatima
):
    entry = make_entry(waterdrecht, desk_phone="0184 999 999")
    assert "0184 999 999" not in json.dumps(told(as_member(fatima), entry))
    Organisation.objects.filter(pk=entry.organisation_id).update(hidden_at=timezone.now())
    assert told(as_member(fatima), entry) == []
