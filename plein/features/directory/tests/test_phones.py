"""More phone numbers than one, each with what it is for."""

import json
import re

import pytest

from plein.features.directory.actions.lists import listed_rows
from plein.features.directory.lists.writing import csv_lines
from plein.features.directory.models import Version
from plein.features.directory.sheet import sheet_of
from plein.features.directory.tests.making import change, fresh, make_entry
from plein.features.directory.tests.taking_in import entry as entry_called
from plein.features.directory.tests.taking_in import taken, tried
from plein.foundation.organisations.actions import add_editor

MORE = "Afspraken maken: 0184-555 021\n's Avonds (020) 555 0122"
NUMBERS = [["Afspraken maken", "0184 555 021"], ["'s Avonds", "020 555 0122"]]


@pytest.fixture
def entry(waterdrecht, noor, mila):
    entry = make_entry(waterdrecht)
    add_editor(entry.organisation, noor, by=mila)
    return entry


def save(client, entry, **said):
    form = {"name": "Voedselbank Waterdrecht", "phone": "0184 555 020"} | said
    return client.post(f"{entry.get_absolute_url()}wijzigen/", form)


def test_each_number_stands_there_with_what_it_is_for(client, as_member, noor, entry):
    assert save(as_member(noor), entry, phones=MORE).status_code == 302

    assert fresh(entry).phones == NUMBERS
    html = client.get(entry.get_absolute_url()).content.decode()
    assert "Afspraken maken" in html
    assert 'href="tel:0184555021"' in html
    [told] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    points = json.loads(told)["contactPoint"]
    assert [point["telephone"] for point in points] == ["0184 555 021", "020 555 0122"]


def test_who_changes_the_page_again_finds_them_as_typed(as_member, noor, entry):
    save(as_member(noor), entry, phones=MORE)
    form = as_member(noor).get(f"{entry.get_absolute_url()}wijzigen/").context["form"]

    assert form["phones"].value() == "Afspraken maken: 0184 555 021\n's Avonds: 020 555 0122"
    before = Version.objects.count()
    save(as_member(noor), entry, phones=form["phones"].value())
    assert Version.objects.count() == before, "The same again is no change."


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("0184-555 021", "Zeg op elke regel waar het nummer voor is"),
        ("Afspraken maken", "Zeg op elke regel waar het nummer voor is"),
        ("Afspraken: 12", "We kunnen dit telefoonnummer niet lezen"),
        ("x" * 61 + ": 0184-555 021", "Zeg het korter"),
        ("\n".join(f"Lijn {n}: 0184-555 02{n}" for n in range(7)), "Hoogstens 6 nummers"),
        ("Jan: 06 12345678", "Een mobiel nummer is vaak van iemand zelf"),
    ],
)
def test_a_line_that_says_too_little_is_asked_again(as_member, noor, entry, said, words):
    answer = save(as_member(noor), entry, phones=said)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert answer.context["form"]["phones"].value() == said
    assert fresh(entry).phones == []


def test_a_mobile_number_stands_there_with_a_yes(as_member, noor, entry):
    answer = save(as_member(noor), entry, phones="Jan: 06 12345678", phone_may="on")

    assert answer.status_code == 302
    assert fresh(entry).phones == [["Jan", "06 12345678"]]


def test_an_earlier_version_brings_them_back(as_member, noor, entry):
    save(as_member(noor), entry, phones=MORE)
    change(entry, phones=())
    html = as_member(noor).get(f"{entry.get_absolute_url()}eerder/").content.decode()
    _now, before, *_first = re.findall(r"/eerder/([0-9a-f-]{36})/", html)
    then = f"{entry.get_absolute_url()}eerder/{before}/"
    assert "Afspraken maken: 0184 555 021" in as_member(noor).get(then).content.decode()

    as_member(noor).post(then)
    assert fresh(entry).phones == NUMBERS


def test_they_travel_in_a_list_and_a_mobile_number_waits_for_a_yes(
    entry, waterdrecht, elders, mila, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    change(entry, phones=(("Afspraken", "0184 555 021"), ("Jan", "06 12345678")))
    data = "".join(csv_lines(listed_rows(waterdrecht, desk=False))).encode()
    entry.organisation.delete()

    row = tried(waterdrecht, mila, data=data).rows.get()
    assert any("06 12345678" in problem for problem in row.problems)
    taken(waterdrecht, mila, data=data)
    sheet = sheet_of(entry_called("Voedselbank Waterdrecht"))
    assert sheet.phones == (("Afspraken", "0184 555 021"),)
