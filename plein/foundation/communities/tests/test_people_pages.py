"""The page of a neighbour, and keeping away from somebody: for whom, and what it shows."""

import pytest

from plein.foundation.audit.models import Record
from plein.foundation.communities import actions
from plein.foundation.communities.models import Block, Member
from plein.testing.cast import make_member

State = Member.State


def page(person, what=""):
    return f"/mensen/{person.pk}/{what}"


def test_a_neighbour_has_a_name_a_wijk_and_what_they_tell(as_member, noor, bram):
    actions.change_profile(bram, by=bram, about="Ik repareer fietsen.", languages=["nl", "tr"])

    text = as_member(noor).get(page(bram)).content.decode()

    for shown in ("Bram", "Molenwijk", "Ik repareer fietsen.", "Nederlands, Türkçe"):
        assert shown in text
    assert bram.account.email not in text


def test_my_own_page_can_be_looked_at_as_others_see_it(as_member, noor):
    text = as_member(noor).get(page(noor)).content.decode()
    assert "Noor" in text
    assert "blokkeren/" not in text


@pytest.mark.parametrize("state", [State.WAITING, State.LEFT])
def test_who_is_not_here_has_no_page(as_member, noor, bram, state):
    Member.objects.filter(pk=bram.pk).update(state=state)
    assert as_member(noor).get(page(bram)).status_code == 404


def test_who_has_a_break_still_has_a_page(as_member, noor, bram):
    actions.pause(bram, until=None, by=bram)
    assert as_member(noor).get(page(bram)).status_code == 200


def test_a_guest_and_somebody_of_another_town_see_nobody(client, as_member, noor, joost):
    assert client.get(page(noor)).url.startswith("/inloggen/")
    assert as_member(joost, host="elders.testserver").get(page(noor)).status_code == 404
    assert as_member(joost).get(page(noor)).url.startswith("/meedoen/")


def test_the_blocked_one_finds_no_page_and_the_blocker_finds_the_way_back(as_member, noor, bram):
    actions.block(bram, by=noor)

    assert as_member(bram).get(page(noor)).status_code == 404
    assert "deblokkeren/" in as_member(noor).get(page(bram)).content.decode()


def test_when_both_blocked_each_takes_only_their_own_back(as_member, noor, bram):
    actions.block(bram, by=noor)
    actions.block(noor, by=bram)

    as_member(noor).post(page(bram, "deblokkeren/"))

    assert Block.objects.get().blocker == bram
    assert as_member(noor).get(page(bram)).status_code == 404


@pytest.mark.parametrize("what", ["blokkeren/", "deblokkeren/", "activeren/"])
def test_these_are_buttons_and_no_links(as_member, noor, bram, what):
    assert as_member(noor).get(page(bram, what)).status_code == 405


def test_blocking_oneself_is_explained(as_member, noor):
    answer = as_member(noor).post(page(noor, "blokkeren/"), follow=True)
    assert "Dat ben je zelf." in answer.content.decode()
    assert not Block.objects.exists()


@pytest.mark.parametrize(
    "evil",
    ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\\\\evil", "/\\evil"],
)
def test_after_blocking_nobody_is_led_away_from_the_site(as_member, noor, bram, evil):
    answer = as_member(noor).post(page(bram, "blokkeren/"), {"terug": evil})
    assert answer.url == "/"


def test_a_block_and_taking_it_back_are_in_the_audit_once_each(as_member, noor, bram):
    browser = as_member(noor)
    for what in ("blokkeren/", "blokkeren/", "deblokkeren/", "deblokkeren/"):
        browser.post(page(bram, what))
    keys = Record.objects.filter(about_id=bram.pk).order_by("id").values_list("key", flat=True)
    assert list(keys) == ["communities.member.blocked", "communities.member.unblocked"]


def test_a_new_member_nobody_greeted_can_keep_somebody_away_too(as_member, nadia, bram):
    as_member(nadia).post(page(bram, "blokkeren/"))
    assert Block.objects.get().blocker == nadia


def test_the_page_to_greet_shows_the_words_and_where_somebody_lives(as_member, fatima, nadia):
    text = as_member(fatima).get(page(nadia, "begroeten/")).content.decode()
    assert "Molenwijk" in text
    assert "Ik ben Fatima" in text


def test_words_that_are_too_long_are_kept_and_explained(as_member, fatima, nadia):
    answer = as_member(fatima).post(page(nadia, "begroeten/"), {"words": "welkom " * 200})
    assert answer.status_code == 422
    assert "welkom welkom" in answer.content.decode()
    nadia.refresh_from_db()
    assert not nadia.is_greeted


def test_greeting_somebody_whose_address_is_taken_says_what_to_do(
    as_member, fatima, noor, molenwijk
):
    sem = make_member("Sem", molenwijk, greeted=False, state=State.WAITING)
    Member.objects.filter(pk=sem.pk).update(account=None, address=noor.account.email)

    answer = as_member(fatima).post(page(sem, "begroeten/"), {"words": ""})

    assert answer.status_code == 422
    sem.refresh_from_db()
    assert (sem.state, sem.greeted_at) == (State.WAITING, None)


def test_who_left_cannot_be_greeted(as_member, fatima, nadia):
    actions.leave(nadia, by=nadia)
    assert as_member(fatima).get(page(nadia, "begroeten/")).status_code == 404


def test_a_page_of_a_neighbour_costs_few_queries(
    as_member, noor, bram, django_assert_max_num_queries
):
    browser = as_member(noor)
    browser.get(page(bram))
    with django_assert_max_num_queries(8):
        browser.get(page(bram))


def test_not_greeted_yet_is_told_to_guests_too_with_a_way_on(client, waterdrecht):
    text = client.get("/mensen/kennismaken/?terug=/prikbord/").content.decode()
    assert "0184-555 010" in text or "0184 555 010" in text
