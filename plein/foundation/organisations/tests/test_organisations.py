"""Organisations: who lets them in, and who speaks for them."""

import pytest

from plein.foundation.organisations import actions
from plein.foundation.organisations.access import may_speak_for, organisations_of
from plein.foundation.organisations.actions import FromElsewhere
from plein.foundation.organisations.models import Editor, Organisation


@pytest.fixture
def club(waterdrecht, mila):
    return actions.admit(waterdrecht, name="Tuinclub", line="Samen in de tuin", by=mila)


def page(club):
    return f"/instellingen/organisaties/{club.pk}/"


def test_a_manager_lets_an_organisation_in(as_member, mila, waterdrecht):
    as_member(mila).post("/instellingen/organisaties/nieuw/", {"name": "Tuinclub", "line": "Groen"})

    club = Organisation.objects.get()
    assert (club.name, club.slug, club.town_id) == ("Tuinclub", "tuinclub", waterdrecht.pk)
    assert club.admitted_at


def test_a_long_list_comes_a_page_at_a_time_and_is_searched_by_name(as_member, mila, waterdrecht):
    for number in range(52):
        actions.admit(waterdrecht, name=f"Koor {number:02}", by=mila)
    client, url = as_member(mila), "/instellingen/organisaties/"

    first = client.get(url)
    rest = client.get(url + first.context["more_url"]).content.decode()
    found = client.get(f"{url}?zoek=koor+07").content.decode()
    nothing = client.get(f"{url}?zoek=orgel&vanaf=x").content.decode()

    assert "Koor 49" in first.content.decode()
    assert "Koor 50" not in first.content.decode()
    assert "Koor 51" in rest
    assert "Koor 07" in found
    assert "Koor 08" not in found
    assert "geen organisatie met deze naam" in nothing


def test_an_organisation_of_the_town_is_of_each_wijk_too(mila, waterdrecht, molenwijk):
    assert actions.admit(waterdrecht, name="Welzijn", by=mila).reach == "all"
    assert actions.admit(molenwijk, name="Speeltuin", by=mila).reach == "up"


def test_two_clubs_may_have_the_same_name(waterdrecht, mila, club):
    assert actions.admit(waterdrecht, name="Tuinclub", by=mila).slug != club.slug


def test_an_editor_speaks_for_it(as_member, mila, bram, noor, club):
    as_member(mila).post(page(club), {"member": "Bram"})

    assert organisations_of(bram) == [club]
    assert may_speak_for(bram, club)
    assert organisations_of(noor) == []
    assert organisations_of(None) == []


def test_who_speaks_no_more_speaks_no_more(as_member, mila, bram, club):
    editor = actions.add_editor(club, bram, by=mila)
    as_member(mila).post(f"{page(club)}weg/{editor.pk}/")
    assert not may_speak_for(bram, club)


def test_an_organisation_that_is_not_admitted_or_hidden_has_no_voice(bram, mila, club):
    actions.add_editor(club, bram, by=mila)
    Organisation.objects.update(admitted_at=None)
    assert organisations_of(bram) == []


def test_a_coordinator_adds_others_and_an_editor_does_not(as_member, mila, bram, noor, club):
    actions.add_editor(club, bram, by=mila, coordinator=True)
    as_member(bram).post(page(club), {"member": "Noor"})
    assert may_speak_for(noor, club)

    assert as_member(noor).get(page(club)).status_code == 404


def test_a_stranger_finds_nothing(client, as_member, noor, joost, club):
    assert client.get(page(club)).url.startswith("/inloggen/")
    assert as_member(noor).get(page(club)).status_code == 404
    assert as_member(joost, host="elders.testserver").get(page(club)).status_code == 404


def test_somebody_of_another_town_never_speaks_here(club, joost, mila, elders):
    with pytest.raises(FromElsewhere):
        actions.add_editor(club, joost, by=mila)
    with pytest.raises(FromElsewhere):
        actions.admit(elders, name="X", by=mila)
    assert not Editor.objects.exists()


@pytest.mark.parametrize("typed", [{"name": ""}, {"name": "<b>"}, {"member": "Niemand"}])
def test_what_cannot_be_is_explained(as_member, mila, club, typed):
    assert as_member(mila).post(page(club), typed).status_code == 422


def test_the_name_can_be_changed(as_member, mila, club):
    as_member(mila).post(page(club), {"name": "Groenclub", "line": ""})
    club.refresh_from_db()
    assert club.name == "Groenclub"
