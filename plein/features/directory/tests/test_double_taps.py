"""An impatient thumb does it once, and two who write at once do not write over each other."""

import pytest

from plein.features.directory.models import Campaign, Invitation
from plein.features.directory.sheet import Help, Spot
from plein.features.directory.tests.making import change, fresh, make_contact, make_entry
from plein.foundation.organisations.actions import add_editor
from plein.foundation.outbox.models import Message

STREETS = ("Kerkstraat 4", "Dijk 9", "Lange Brug 2")
ROUND = "/organisaties/beheer/uitnodigen/"


@pytest.fixture
def entry(waterdrecht, noor, mila):
    entry = make_entry(
        waterdrecht,
        locations=tuple(Spot(street=street, place="Waterdrecht") for street in STREETS),
        services=(Help("Voedselpakket"), Help("Kookles"), Help("Kledingkast")),
    )
    add_editor(entry.organisation, noor, by=mila)
    return entry


@pytest.fixture
def noors(as_member, noor):
    return as_member(noor)


def shown(client, url):
    """What the form remembers of the row it shows."""
    return {"stood": client.get(url).context["stood"]}


def streets(entry):
    return [row.street for row in fresh(entry).locations.all()]


def helps(entry):
    return [row.name for row in fresh(entry).services.all()]


def test_tapping_away_twice_takes_one_place_away(noors, entry):
    url = f"{entry.get_absolute_url()}plek/0/"
    tap = shown(noors, url) | {"away": "1"}

    first, second = noors.post(url, tap), noors.post(url, tap, follow=True)

    assert first.url == entry.get_absolute_url()
    assert "intussen veranderd of weggehaald" in second.content.decode()
    assert streets(entry) == ["Dijk 9", "Lange Brug 2"]


def test_and_one_thing_that_people_come_for(noors, entry):
    url = f"{entry.get_absolute_url()}aanbod/0/"
    tap = shown(noors, url) | {"away": "1"}
    for _time in range(2):
        assert noors.post(url, tap).status_code == 302
    assert helps(entry) == ["Kookles", "Kledingkast"]


def test_saving_writes_over_the_row_that_was_shown_also_when_it_moved(noors, entry):
    place, service = (f"{entry.get_absolute_url()}{kind}/1/" for kind in ("plek", "aanbod"))
    dijk, kookles = shown(noors, place), shown(noors, service)
    change(entry, locations=tuple(Spot(street=s, place="Waterdrecht") for s in STREETS[1:]))
    change(entry, services=(Help("Kookles"), Help("Kledingkast")))

    noors.post(place, dijk | {"street": "Dijk 11", "place": "Waterdrecht"})
    noors.post(service, kookles | {"name": "Kookclub"})

    assert streets(entry) == ["Dijk 11", "Lange Brug 2"]
    assert helps(entry) == ["Kookclub", "Kledingkast"]


def test_what_somebody_else_changed_meanwhile_is_not_written_over(noors, entry):
    url = f"{entry.get_absolute_url()}aanbod/2/"
    kast = shown(noors, url)
    change(entry, services=(Help("Voedselpakket"), Help("Kookles"), Help("Ruilwinkel")))

    page = noors.post(url, kast | {"name": "Kleding"}, follow=True).content.decode()

    assert "intussen veranderd of weggehaald" in page
    assert helps(entry)[2] == "Ruilwinkel"


def test_a_new_row_is_added_once_and_never_over_another(noors, entry):
    url = f"{entry.get_absolute_url()}aanbod/3/"
    new = shown(noors, url)
    change(entry, services=(*(Help(name) for name in helps(entry)), Help("Van Fatima")))

    for _time in range(2):
        noors.post(url, new | {"name": "Van Noor"})

    assert helps(entry)[3:] == ["Van Fatima", "Van Noor"]


def test_a_round_of_invitations_goes_out_once(as_member, mila, waterdrecht, entry):
    make_contact(make_entry(waterdrecht, "Koor De Vink"), "info@vink.example")
    client = as_member(mila)
    said = {
        "name": "Voorjaar",
        "words": "Kijk eens.",
        "form_key": client.get(ROUND).context["form_key"],
    }

    first, second = client.post(ROUND, said), client.post(ROUND, said)

    assert first.url == second.url
    assert Campaign.objects.count() == Invitation.objects.count() == 1
    assert Message.objects.filter(category="directory").count() == 1


def test_another_manager_at_the_same_moment_makes_no_empty_round(as_member, mila, waterdrecht):
    make_contact(make_entry(waterdrecht, "Koor De Vink"), "info@vink.example")
    for name in ("Een", "Twee"):
        answer = as_member(mila).post(ROUND, {"name": name, "words": "Kijk eens."})
    assert answer.url == ROUND
    assert Campaign.objects.get().name == "Een"
