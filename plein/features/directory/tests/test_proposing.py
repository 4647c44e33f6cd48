"""Proposing an organisation: it waits for who decides, and everybody hears how it went."""

import pytest
from django.core.cache import cache

from plein.features.directory import actions
from plein.features.directory.matters import MATTERS
from plein.features.directory.models import Entry
from plein.features.directory.tests.making import fresh
from plein.foundation.jobs.models import Change
from plein.foundation.organisations.models import Organisation
from plein.shared.notifications.models import Notification

SAID = {"name": "Breiclub", "line": "Breien", "words": "Ik brei."}


@pytest.fixture
def breiclub(waterdrecht, noor):
    cache.clear()
    return actions.propose(waterdrecht, by=noor, **SAID)


def decided(town, mila, by, rhythm=12):
    actions.save_rules(town, text="", decides=by, rhythm=rhythm, by=mila)


def matters(town, right):
    found = [m for m in MATTERS if m.kind.startswith("directory.proposed") and m.right == right]
    return [matter for source in found for matter in source.all(town.pk)]


def test_it_waits_for_who_decides_until_it_is_let_in(waterdrecht, breiclub, noor, mila, fatima):
    actions.grant(breiclub.claims.get(), by=fatima)

    (matter,) = matters(waterdrecht, "directory.arrange")
    assert matter.words == "Mag Breiclub op de kaart?"
    assert not matters(waterdrecht, "directory.keep")

    Change.objects.all().delete()
    decided(waterdrecht, mila, "steward")
    assert [m.url for m in matters(waterdrecht, "directory.keep")] == ["/organisaties/breiclub/"]
    assert not matters(waterdrecht, "directory.arrange")
    assert Change.objects.filter(kind="directory.rules").exists()

    actions.admit(fresh(breiclub), by=mila)
    assert not matters(waterdrecht, "directory.keep")


def test_who_may_keep_it_already_opens_it_and_fills_it_in(as_member, breiclub, noor, fatima):
    actions.grant(breiclub.claims.get(), by=fatima)

    told = Notification.objects.get(to=noor)
    assert "nog niet op de kaart" in told.text
    page = as_member(noor).get(told.url)
    assert page.status_code == 200
    assert "Dit staat nog niet op de kaart" in page.content.decode()
    assert as_member(noor).get(f"{told.url}wijzigen/").status_code == 200


def test_who_asked_for_it_and_who_keeps_it_hear_that_it_is_on_the_map(
    breiclub, noor, bram, mila, fatima
):
    actions.grant(breiclub.claims.get(), by=fatima)
    actions.claim_through_steward(breiclub, "Ook ik.", by=bram)

    for _time in range(2):
        actions.admit(fresh(breiclub), by=mila)

    for each in (noor, bram):
        told = Notification.objects.get(to=each, key="directory.let_in")
        assert told.subject == "Breiclub staat nu op de kaart"


def test_only_who_decides_has_the_button(as_member, breiclub, waterdrecht, fatima, mila):
    url, words = breiclub.get_absolute_url(), "Zet het op de kaart"
    assert words in as_member(mila).get(url).content.decode()
    assert words not in as_member(fatima).get(url).content.decode()
    decided(waterdrecht, mila, "steward")
    assert words in as_member(fatima).get(url).content.decode()


def test_an_impatient_thumb_proposes_it_once(as_member, waterdrecht, noor, bram):
    cache.clear()
    client = as_member(noor)
    key = client.get("/organisaties/aanmelden/").context["form_key"]
    assert key

    first, second = (
        client.post("/organisaties/aanmelden/", SAID | {"form_key": key}) for _ in range(2)
    )

    assert Organisation.objects.filter(name="Breiclub").count() == 1
    assert first.url == second.url
    assert "Iemand kijkt naar Breiclub" in client.get(first.url).content.decode()
    assert as_member(bram).get(first.url).status_code == 404


def test_it_is_checked_as_often_as_the_town_says(waterdrecht, noor, mila):
    decided(waterdrecht, mila, "manager", rhythm=3)

    assert actions.propose(waterdrecht, by=noor, **SAID).rhythm == 3
    assert Entry.objects.get().rhythm == 3
