"""Letting a colleague keep the page: who is added and who keeps it already hear it."""

import pytest

from plein.features.directory.tests.making import make_entry
from plein.foundation.communities.models import Member
from plein.foundation.organisations.access import may_speak_for
from plein.foundation.organisations.actions import add_editor
from plein.shared.notifications.models import Notification
from plein.testing.cast import make_member


@pytest.fixture
def club(waterdrecht, noor, bram, mila):
    club = make_entry(waterdrecht, "Tuinclub").organisation
    add_editor(club, noor, by=mila, coordinator=True)
    add_editor(club, bram, by=mila)
    return club


def let_speak(client, club, name):
    return client.post(f"/instellingen/organisaties/{club.pk}/", {"member": name})


def told(member):
    return Notification.objects.filter(to=member)


def test_who_is_added_and_who_kept_it_already_hear_it(as_member, club, noor, bram, nadia):
    for _time in range(2):
        let_speak(as_member(noor), club, "Nadia")

    assert may_speak_for(nadia, club)
    assert told(nadia).get().subject == "Je mag de pagina van Tuinclub bijhouden"
    assert as_member(nadia).get(told(nadia).get().url).status_code == 200
    assert "Noor laat Nadia uit Molenwijk meedoen" in told(bram).get().text
    assert not told(noor).exists()


def test_two_with_one_name_and_nobody_read_the_same_and_a_way_on(
    as_member, club, noor, molenwijk, centrum
):
    make_member("Jan", molenwijk)
    Member.objects.filter(pk=make_member("Jan2", centrum).pk).update(name="Jan")

    pages = [let_speak(as_member(noor), club, name) for name in ("Jan", "Bestaatniet")]

    for page in pages:
        assert page.status_code == 422
        assert "“Houd deze pagina zelf bij”" in page.content.decode()
        assert "Meer mensen" not in page.content.decode()


def test_the_list_says_where_they_live(as_member, club, noor):
    page = as_member(noor).get(f"/instellingen/organisaties/{club.pk}/").content.decode()
    assert "Molenwijk" in page.split("<main")[1]
