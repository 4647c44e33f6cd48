"""Starting a real place, and what time does to it."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from plein.foundation.accounts.models import Account, SignInCode
from plein.foundation.accounts.tasks import forget_old_keys
from plein.foundation.audit.models import Record
from plein.foundation.communities import actions
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may
from plein.foundation.communities.tasks import end_breaks, forget_who_waits


def test_one_command_starts_a_town_with_a_manager(db, client):
    call_command("make_town", "Dijkdorp", "dijkdorp.example", manager="mila@dijkdorp.example")

    town = Community.objects.get(host="dijkdorp.example")
    assert may(Member.objects.get(town=town), "community.arrange", town)
    assert client.get("/inloggen/", headers={"host": "dijkdorp.example"}).status_code == 200


def test_a_region_is_started_the_same_way(db):
    call_command("make_town", "Polder", "polder.example", manager="06 12345678", region=True)
    assert Community.objects.get(host="polder.example").kind == Community.Kind.REGION
    assert Account.objects.get().phone == "+31612345678"


def test_a_town_joins_a_region_and_leaves_it_by_one_command(waterdrecht, elders, client):
    call_command("make_town", "Polder", "polder.example", manager="06 12345678", region=True)
    region = {"headers": {"host": "polder.example"}}

    call_command("join_region", "testserver", "polder.example")
    page = client.get("/", **region).content.decode()
    assert 'href="http://testserver/"' in page
    assert "Elders" not in page
    assert Record.objects.get(key="communities.town.region").values == {"region": "Polder"}

    call_command("join_region", "testserver", out=True)
    assert "http://testserver/" not in client.get("/", **region).content.decode()


@pytest.mark.parametrize(
    ("town", "region"),
    [
        ("nergens.example", "elders.testserver"),
        ("testserver", "nergens.example"),
        ("testserver", "elders.testserver"),
        ("molenwijk.testserver", "elders.testserver"),
    ],
)
def test_only_a_town_stands_in_only_a_region(molenwijk, elders, town, region):
    with pytest.raises(CommandError):
        call_command("join_region", town, region)
    assert not Community.objects.exclude(region=None).exists()


@pytest.mark.parametrize(
    ("host", "manager"), [("testserver", "a@b.nl"), ("nieuw.example", "geen adres")]
)
def test_what_cannot_be_started_is_explained(waterdrecht, host, manager):
    with pytest.raises(CommandError):
        call_command("make_town", "X", host, manager=manager)
    assert Community.objects.count() == 1


def test_on_the_chosen_day_somebody_is_back(noor, bram):
    actions.pause(noor, until=timezone.localdate(), by=noor)
    actions.pause(bram, until=timezone.localdate() + timedelta(days=3), by=bram)

    end_breaks()

    noor.refresh_from_db()
    bram.refresh_from_db()
    assert (noor.state, bram.state) == ("active", "paused")


def test_who_never_proved_an_address_is_forgotten_after_two_weeks(noor, molenwijk):
    for name, days in (("Oud", 15), ("Nieuw", 3)):
        made = timezone.now() - timedelta(days=days)
        Member.objects.create(
            town_id=molenwijk.town_id, home=molenwijk, name=name, address="a@b.nl", made_at=made
        )
    forget_who_waits()

    assert {m.name for m in Member.objects.all()} == {"Noor", "Nieuw"}


def test_old_codes_are_thrown_away(noor):
    for days in (3, 0):
        SignInCode.objects.create(
            town_id=noor.town_id,
            address="a@b.nl",
            way="mail",
            digest="x",
            expires_at=timezone.now() - timedelta(days=days),
        )
    forget_old_keys()
    assert SignInCode.objects.count() == 1
