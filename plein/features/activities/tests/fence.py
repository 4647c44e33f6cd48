"""How a stranger from another town could try to open activities, or who comes to them."""

from plein.features.activities.actions import feeds
from plein.features.activities.keys import key_of
from plein.features.activities.tests.making import come, first, make_club, make_organisation


def _address(cast):
    return {"address": make_club(cast.noor).address}


def _date(cast):
    row = first(make_club(cast.noor))
    return {"address": row.activity.address, "when": row.day}


def _one(cast):
    row = first(make_club(cast.noor))
    return {
        "address": row.activity.address,
        "when": row.day,
        "pk": come(row, cast.bram).pk,
    }


def _key(cast):
    return {"key": key_of(come(first(make_club(cast.noor)), cast.bram))}


def _feed(cast):
    club = make_organisation(cast.noor, cast.mila)
    return {"pk": feeds.add(club, "https://kalender.example/a.ics", by=cast.noor).pk}


FENCE = {
    **dict.fromkeys(
        (
            "activities:activity",
            "activities:ics",
            "activities:published",
            "activities:edit",
            "activities:photo",
            "activities:hide",
            "activities:cancel",
            "activities:call",
            "activities:ask",
            "activities:dates",
        ),
        _address,
    ),
    **dict.fromkeys(
        (
            "activities:occurrence",
            "activities:date",
            "activities:enrol",
            "activities:enrolled",
            "activities:by-phone",
            "activities:attendance",
            "activities:message",
        ),
        _date,
    ),
    "activities:attendance-one": _one,
    "activities:mine-one": _key,
    "activities:mine-ics": _key,
    "activities:feed-remove": _feed,
}

OPEN: dict[str, str] = {}
