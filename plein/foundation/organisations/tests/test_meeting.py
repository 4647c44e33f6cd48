"""An organisation meets a new neighbour who told it a code; who may, and who may not (TRUST-7)."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.foundation.audit.models import Record
from plein.foundation.communities import actions as people
from plein.foundation.communities.models import RoleName
from plein.foundation.organisations import access, actions
from plein.foundation.organisations.matters import met
from plein.foundation.organisations.models import Editor, Introduction, Organisation
from plein.lib.codes import read_code
from plein.testing.cast import give, make_member

MEET, CODE = "/mensen/welkom/", "/mensen/kennismaken/code/"


@pytest.fixture
def club(waterdrecht, mila):
    return actions.admit(waterdrecht, name="De Brug", by=mila)


@pytest.fixture
def bram_greets(club, bram, mila):
    """Mila trusts Bram, by name, to meet people for De Brug."""
    return actions.trust_to_greet(actions.add_editor(club, bram, by=mila), by=mila)


def code_of(member):
    return read_code(actions.introduce(member).spoken)


def test_a_new_neighbour_tells_a_code_and_the_door_opens(as_member, nadia, bram, bram_greets):
    hers, his = as_member(nadia), as_member(bram)
    assert "De Brug" in hers.get(CODE).text
    hers.post(CODE)
    spoken = access.introduction_of(nadia).spoken
    assert spoken in hers.get(CODE).text

    page = his.post(MEET, {"code": spoken}).text
    nadia.refresh_from_db()
    assert "Nadia" in page
    assert "Molenwijk" in page
    assert not nadia.is_greeted

    page = his.post(MEET, {"code": spoken, "yes": "1"}, follow=True).text
    nadia.refresh_from_db()
    assert (nadia.is_greeted, nadia.greeted_by) == (True, bram)
    assert "Nadia" in page


def test_the_log_tells_who_did_it_and_for_whom(nadia, bram, club, bram_greets):
    actions.meet(access.told_by(code_of(nadia), bram), club, by=bram)

    line = Record.objects.get(key="organisations.member.met")
    assert (line.by_id, line.about_id) == (bram.pk, nadia.pk)
    assert line.values["organisation"] == str(club.pk)
    assert Record.objects.filter(key="communities.member.greeted", by_id=bram.pk).exists()


def test_a_code_works_once_and_a_week(as_member, nadia, bram, bram_greets):
    his, old = as_member(bram), code_of(nadia)
    code = code_of(nadia)
    assert his.post(MEET, {"code": old}).status_code == 422
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        assert as_member(bram).post(MEET, {"code": code}).status_code == 422
    his.post(MEET, {"code": code, "yes": "1"})
    assert his.post(MEET, {"code": code, "yes": "1"}).status_code == 422
    assert Introduction.objects.get().digest == ""


def test_nobody_finds_a_code_by_trying(as_member, nadia, bram, bram_greets):
    code, his = code_of(nadia), as_member(bram)
    for _try in range(20):
        his.post(MEET, {"code": "333 333"})
    answer = his.post(MEET, {"code": code, "yes": "1"})
    assert answer.status_code == 422
    assert "te vaak" in answer.text
    nadia.refresh_from_db()
    assert not nadia.is_greeted


@pytest.mark.parametrize("typed", ["", "abc", "K3F 7R!", "aaaaaa", "<script>"])
def test_what_is_no_code_is_explained(as_member, bram, bram_greets, typed):
    assert as_member(bram).post(MEET, {"code": typed}).status_code == 422


def test_who_speaks_for_an_organisation_is_not_trusted_by_that(as_member, nadia, noor, club, mila):
    """Also not a coordinator, who may let others speak: only a manager trusts."""
    editor = actions.add_editor(club, noor, by=mila, coordinator=True)
    hers = as_member(noor)

    assert hers.get(MEET).status_code == 404
    trust = f"/instellingen/organisaties/{club.pk}/begroet/{editor.pk}/"
    assert hers.post(trust, {"yes": "1"}).status_code == 403
    editor.refresh_from_db()
    assert editor.greets_at is None
    assert (
        "Mag met nieuwe mensen kennismaken"
        not in hers.get(f"/instellingen/organisaties/{club.pk}/").text
    )
    with pytest.raises(actions.MayNotMeet):
        actions.meet(actions.introduce(nadia), club, by=noor)


def test_a_stranger_who_claims_an_organisation_opens_no_door(waterdrecht, nadia, mila):
    """Nobody met her, she speaks for a club of her own, and has a friend whom nobody met."""
    friend = make_member("Vriend", nadia.home, greeted=False)
    club = Organisation.objects.create(
        town=waterdrecht, community=waterdrecht, name="Zomaar", slug="zomaar"
    )
    editor = actions.add_editor(club, nadia, by=mila, coordinator=True)
    told = actions.introduce(friend)
    for _step in ("not admitted", "admitted", "trusted by mistake"):
        with pytest.raises(actions.MayNotMeet):
            actions.meet(told, club, by=nadia)
        with pytest.raises(actions.MayNotMeet):
            actions.meet(actions.introduce(nadia), club, by=nadia)
        if club.admitted_at:
            actions.trust_to_greet(editor, by=mila)
        club.admitted_at = timezone.now()
        club.save(update_fields=["admitted_at"])
    friend.refresh_from_db()
    assert not friend.is_greeted


def test_a_colleague_is_met_by_somebody_else(as_member, nadia, bram, club, bram_greets, mila):
    actions.add_editor(club, nadia, by=mila)
    answer = as_member(bram).post(MEET, {"code": code_of(nadia), "yes": "1"})
    assert answer.status_code == 422
    assert "buurtverbinder" in answer.text


def test_who_blocked_each_other_do_not_meet(nadia, bram, club, bram_greets):
    people.block(bram, by=nadia)
    with pytest.raises(actions.MayNotMeet):
        actions.meet(actions.introduce(nadia), club, by=bram)


def test_an_organisation_of_one_wijk_meets_people_of_that_wijk(centrum, nadia, bram, mila):
    there = actions.admit(centrum, name="Centrumhuis", by=mila)
    actions.trust_to_greet(actions.add_editor(there, bram, by=mila), by=mila)

    assert access.greeters_near(nadia) == []
    with pytest.raises(actions.MayNotMeet):
        actions.meet(actions.introduce(nadia), there, by=bram)


def test_a_week_has_a_limit(as_member, molenwijk, bram, bram_greets):
    new = [make_member(f"Nieuw{number}", molenwijk, greeted=False) for number in range(11)]
    his = as_member(bram)
    for each in new[:10]:
        told = actions.introduce(each)
        actions.meet(told, bram_greets.organisation, by=bram)

    answer = his.post(MEET, {"code": code_of(new[10]), "yes": "1"})

    assert answer.status_code == 422
    assert "tien mensen" in answer.text
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        actions.meet(actions.introduce(new[10]), bram_greets.organisation, by=bram)


def test_a_greeting_taken_back_stays_with_connectors(nadia, fatima, bram, club, bram_greets):
    actions.meet(actions.introduce(nadia), club, by=bram)
    people.take_greeting_back(nadia, by=fatima)
    with pytest.raises(actions.MayNotMeet):
        actions.meet(actions.introduce(nadia), club, by=bram)


def test_a_manager_trusts_by_name_and_takes_it_back(as_member, mila, bram, club):
    editor = actions.add_editor(club, bram, by=mila)
    url = f"/instellingen/organisaties/{club.pk}/begroet/{editor.pk}/"
    hers = as_member(mila)

    assert "maakt kennis met nieuwe mensen" in hers.post(url, {"yes": "1"}, follow=True).text
    assert access.greeting_organisations(bram) == [club]
    assert "Een nieuwe buur welkom heten" in as_member(bram).get("/mijn/").text

    hers.post(url, {})
    assert access.greeting_organisations(bram) == []
    keys = set(Record.objects.about(bram).values_list("key", flat=True))
    assert keys >= {"organisations.editor.trusted", "organisations.editor.distrusted"}


def test_nobody_trusts_themselves(as_member, mila, club):
    editor = actions.add_editor(club, mila, by=mila)
    url = f"/instellingen/organisaties/{club.pk}/begroet/{editor.pk}/"
    assert "Een andere beheerder" in as_member(mila).post(url, {"yes": "1"}, follow=True).text
    assert access.greeting_organisations(mila) == []


def test_guests_connectors_and_strangers_have_no_such_page(
    client, as_member, noor, fatima, joost, bram_greets
):
    editor = bram_greets
    trust = f"/instellingen/organisaties/{editor.organisation_id}/begroet/{editor.pk}/"
    assert client.get(MEET).status_code == 302
    assert as_member(noor).get(MEET).status_code == 404
    assert as_member(fatima).get(MEET).status_code == 404
    assert as_member(fatima).post(trust).status_code == 404
    assert as_member(joost, host="elders.testserver").get(MEET).status_code == 404
    assert as_member(joost, host="elders.testserver").post(trust).status_code == 404
    editor.refresh_from_db()
    assert editor.greets_at


def test_trust_ends_with_a_merger_and_with_going(waterdrecht, mila, noor, bram, bram_greets):
    kept = actions.admit(waterdrecht, name="De Grote Brug", by=mila)
    actions.merge(kept, bram_greets.organisation, by=mila)
    assert Editor.objects.get(member=bram).organisation == kept
    assert access.greeting_organisations(bram) == []

    hers = actions.trust_to_greet(actions.add_editor(kept, noor, by=mila), by=mila)
    people.leave(noor, by=noor)
    assert not Editor.objects.filter(pk=hers.pk).exists()


def test_where_no_organisation_does_it_the_page_says_who_does(as_member, nadia, club):
    page = as_member(nadia).post(CODE, follow=True)
    assert page.status_code == 200
    assert "buurtverbinder" in page.text
    assert not Introduction.objects.exists()


def test_who_was_met_needs_no_code(as_member, noor, bram_greets):
    assert as_member(noor).get(CODE).status_code == 302


def test_somebody_of_the_place_looks_along(nadia, fatima, bram, club, bram_greets):
    told = actions.introduce(nadia)
    actions.meet(told, club, by=bram)
    (matter,) = met(nadia.town_id)
    assert matter.words == "De Brug maakte kennis met Nadia"
    assert bram.pk in matter.hidden_from

    actions.look_along(told, by=fatima)
    assert list(met(nadia.town_id)) == []


def test_after_a_month_only_the_log_knows(nadia, noor, bram, club, bram_greets):
    actions.meet(actions.introduce(nadia), club, by=bram)
    with time_machine.travel(timezone.now() + timedelta(days=30), tick=False):
        assert actions.forget_old() == 0
    with time_machine.travel(timezone.now() + timedelta(days=32), tick=False):
        assert actions.forget_old() == 1
    assert Record.objects.filter(key="organisations.member.met").exists()


def test_a_connector_who_speaks_for_it_may_be_trusted_too(molenwijk, club, mila):
    wil = give(make_member("Wil", molenwijk), RoleName.CONNECTOR, molenwijk)
    actions.trust_to_greet(actions.add_editor(club, wil, by=mila), by=mila)
    assert access.greeting_organisations(wil) == [club]
