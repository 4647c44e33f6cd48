"""Whom I do not want to meet stands in my profile, and one tap takes it back (H4)."""

import re

import pytest

from plein.foundation.communities import actions
from plein.foundation.communities.models import Block
from plein.foundation.communities.queries import blocked_between
from plein.shared.conversations import actions as talks

PAGE = "/gesprekken/wie-ik-niet-tegenkom/"
WORDS = "Wie ik niet wil tegenkomen"


def text(browser, url) -> str:
    return browser.get(url, follow=True).content.decode()


def talk_with(noor, bram, **said):
    return talks.begin(
        title="Wie wil wandelen?", about_url="", members=[noor, bram], first_words="Hoi", **said
    )


def test_after_a_slip_of_the_thumb_the_profile_leads_to_the_way_back(as_member, noor, bram):
    browser = as_member(noor)
    said = browser.post(f"/mensen/{bram.pk}/blokkeren/", {"terug": "/mijn/"}, follow=True)
    assert "in je profiel" in said.content.decode()

    link = re.search(rf'href="([^"]+)">{WORDS}', text(browser, "/mijn/profiel/"))[1]
    page = text(browser, link)
    assert "Bram" in page

    browser.post(link, {"block": re.search(r'name="block" value="([^"]+)"', page)[1]})

    assert not blocked_between(noor, bram)
    assert "Bram" not in text(browser, link)


def test_the_talk_says_too_where_it_can_be_taken_back(as_member, noor, bram):
    talk = talk_with(noor, bram, by=bram)
    answer = as_member(noor).post(
        f"/gesprekken/{talk.code}/blokkeren/", {"who": bram.pk}, follow=True
    )
    assert "in je profiel" in answer.content.decode()


def test_who_shows_no_name_stays_without_one(as_member, noor, bram):
    talk_with(noor, bram, by=bram, veiled=bram)
    actions.block(bram, by=noor)

    page = text(as_member(noor), PAGE)

    assert "Bram" not in page
    assert str(bram.pk) not in page
    assert "Iemand" in page
    assert "Wie wil wandelen?" in page


def test_two_talks_without_a_name_are_not_told_to_be_of_one_person(as_member, noor, bram):
    for _ in range(2):
        talk_with(noor, bram, by=bram, veiled=bram)
    actions.block(bram, by=noor)

    assert "Wie wil wandelen?" not in text(as_member(noor), PAGE)


def test_of_a_block_by_somebody_else_nobody_reads(as_member, noor, bram, fatima):
    actions.block(bram, by=noor)

    for one in (bram, fatima):
        assert "Noor" not in text(as_member(one), PAGE)
        assert "Er is niemand" in text(as_member(one), PAGE)
        answer = as_member(one).post(PAGE, {"block": Block.objects.get().pk})
        assert answer.status_code == 404
    assert blocked_between(noor, bram)


@pytest.mark.parametrize("key", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_a_block_that_does_not_exist_is_not_there(as_member, noor, key):
    assert as_member(noor).post(PAGE, {"block": key}).status_code == 404


def test_a_guest_signs_in_first(client, waterdrecht):
    assert client.get(PAGE).url.startswith("/inloggen/")
    assert client.post(PAGE, {"block": "x"}).url.startswith("/inloggen/")


def test_a_stranger_of_another_town_takes_nothing_back(as_member, noor, bram, joost):
    actions.block(bram, by=noor)
    other = as_member(joost, host="elders.testserver")

    assert other.post(PAGE, {"block": Block.objects.get().pk}).status_code == 404
    assert "Bram" not in text(other, PAGE)
