"""A list taken home and taken in somewhere else loses nothing: every place, every service."""

import pytest

from plein.features.directory.actions.lists import listed_rows
from plein.features.directory.lists.writing import csv_lines
from plein.features.directory.models import Entry
from plein.features.directory.sheet import Help, Spot, sheet_of
from plein.features.directory.tests.making import ADDRESS, WEEK, fresh, make_entry
from plein.features.directory.tests.taking_in import entry, taken, tried
from plein.testing.cast import give, make_member

SEVERAL = (
    Spot("De Wiek", **ADDRESS, opening=WEEK, open_on_holidays=True),
    Spot("Bibliotheek", "Dijk 2", "4292BB", "Waterdrecht", opening=((1, 600, 720), (3, 840, 960))),
    Spot(
        street="Markt 1 | achterom",
        place="Waterdrecht",
        open_on_holidays=True,
        opening_words="Alleen met kerst; bel eerst",
    ),
)
OFFERED = (
    Help("Koffie, thee en soep", "Elke dag vers.", "boodschappen-koken", "free", "no"),
    Help("Een maatje / buddy", "Wij zoeken | samen", "", "paid", "appointment"),
    Help("Post lezen"),
)


@pytest.fixture
def wiek(waterdrecht, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return make_entry(
        waterdrecht,
        "Welzijn De Wiek",
        locations=SEVERAL,
        services=OFFERED,
        phones=(("Afspraken", "0184 555 021"), ("Bestuur", "020 555 0122")),
        referral="appointment",
        referral_words="Bel de balie.",
        desk_note="Alleen voor ons",
        groups=("ouderen",),
    )


@pytest.fixture
def els(elders):
    return give(make_member("Els", elders), "manager", elders)


def taken_home(town):
    return "".join(csv_lines(listed_rows(town, desk=True))).encode()


def said(entry):
    """All of it, but for where its postcode lies: each town knows its own."""
    sheet = sheet_of(fresh(entry))
    spots = tuple(Spot(**vars(spot) | {"lat": None, "lon": None}) for spot in sheet.locations)
    return sheet.changed(locations=spots)


def test_in_another_town_it_is_the_same_organisation(wiek, waterdrecht, elders, els):
    taken(elders, els, data=taken_home(waterdrecht))

    assert said(Entry.objects.get(town=elders)) == said(wiek)


def test_in_the_same_town_nothing_comes_twice(wiek, waterdrecht, mila):
    before = said(wiek)

    taken(waterdrecht, mila, data=taken_home(waterdrecht), take_over=True)

    assert said(wiek) == before


def test_a_wijk_that_somebody_chose_comes_along_where_it_is_known(
    waterdrecht, centrum, elders, els, mila, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    spots = [Spot("De Wiek", wijk="centrum"), Spot("De Schuur", wijk="centrum")]
    wiek = make_entry(waterdrecht, "Welzijn De Wiek", locations=tuple(spots))
    data = taken_home(waterdrecht)
    assert b"Centrum" in data

    wiek.organisation.delete()
    taken(waterdrecht, mila, data=data)
    assert [spot.wijk for spot in said(Entry.objects.get()).locations] == ["centrum", "centrum"]

    there = taken(elders, els, data=data)
    assert sum("Centrum" in problem for problem in there.rows.get().problems) == 2
    assert [spot.wijk for spot in said(Entry.objects.get(town=elders)).locations] == ["", ""]


def test_a_new_line_is_a_new_place(wiek, waterdrecht, mila):
    data = (
        taken_home(waterdrecht)
        .decode()
        .replace("Bibliotheek |", "School | Laan 9 | 4293CC\nBibliotheek |")
    )

    taken(waterdrecht, mila, data=data.encode())

    assert [spot.street for spot in said(wiek).locations] == [
        "Kerkstraat 4", "Dijk 2", "Markt 1 | achterom", "Laan 9",
    ]  # fmt: skip


def test_what_cannot_be_read_in_a_line_is_told_and_the_rest_comes(
    waterdrecht, mila, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    data = 'Naam;Andere plekken;Aanbod uitgebreid\nClub;"Zaal | Dijk 1 | 12 | Dorp | altijd";'
    data += '"Koor | zingen | zangles"\n'

    row = tried(waterdrecht, mila, data=data.encode()).rows.get()

    assert len(row.problems) == 3
    taken(waterdrecht, mila, data=data.encode())
    sheet = sheet_of(entry("Club"))
    assert (sheet.locations[0].street, sheet.services[0].text) == ("Dijk 1", "zingen")
