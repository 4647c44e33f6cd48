"""Mijn plein: what is going on for me, and the way to the rest."""

import pytest
from django.utils import timezone

from plein.foundation.communities.models import Member
from plein.shared.conversations import actions as conversations
from plein.shared.notifications.actions import notify

MINE = "/mijn/"


@pytest.fixture
def talk(noor, bram):
    return conversations.begin(
        title="Boris", about_url="", members=[noor, bram], first_words="Hoi", by=bram
    )


def test_a_guest_is_led_to_the_entrance_and_back(as_member, waterdrecht):
    assert as_member().get(MINE).url == "/inloggen/?terug=%2Fmijn%2F"


def test_my_talks_stand_there_with_what_is_new(talk, as_member, noor):
    html = as_member(noor).get(MINE).content.decode()

    assert "Dag Noor" in html
    assert "Bram" in html
    assert "1 nieuw" in html


def test_nothing_of_somebody_else_stands_there(talk, as_member, fatima):
    html = as_member(fatima).get(MINE).content.decode()

    assert "Boris" not in html
    assert "Bram" not in html


def test_the_number_of_news_stands_there(as_member, noor):
    notify(noor, key="x", url="/", subject="Nieuws", text="", once="1")

    assert "(1)" in as_member(noor).get(MINE).content.decode()


def test_who_was_not_greeted_reads_what_happens_next(as_member, nadia):
    html = as_member(nadia).get(MINE).content.decode()

    assert "We bellen of mailen je om kennis te maken. Niemand komt zomaar langs." in html
    assert "0184-555 010" in html
    assert "Bel mij terug" in html


def test_who_lost_their_greeting_reads_that_we_want_to_speak_first(as_member, nadia):
    Member.objects.filter(pk=nadia.pk).update(greeting_taken_at=timezone.now())

    html = as_member(nadia).get(MINE).content.decode()

    assert "We willen je eerst spreken." in html
    assert "Niemand komt zomaar langs" not in html


def test_without_anything_it_shows_the_two_ways_in(as_member, noor):
    html = as_member(noor).get(MINE).content.decode()

    assert "Er staat nu niets van jou op het prikbord." in html
    assert "Ik heb een vraag" in html


def test_a_busy_life_asks_few_questions(as_member, noor, bram, django_assert_max_num_queries):
    for number in range(12):
        conversations.begin(
            title=f"{number}", about_url="", members=[noor, bram], first_words="Hoi", by=bram
        )
    client = as_member(noor)
    client.get(MINE)

    with django_assert_max_num_queries(12):
        client.get(MINE)


def test_the_page_is_never_kept(as_member, noor):
    assert "no-store" in as_member(noor).get(MINE).headers["Cache-Control"]


def test_what_is_going_on_stands_above_the_way_to_the_rest(talk, as_member, noor):
    html = as_member(noor).get(MINE).content.decode()

    order = (
        "1 nieuw bericht",
        "<b>Bram</b>: <bdi>Boris</bdi>",
        "Mijn vragen en aanbod",
        "Mijn profiel",
    )
    assert sorted(order, key=html.index) == list(order)


def test_who_arranges_the_place_finds_the_settings_from_here(as_member, mila):
    browser = as_member(mila)
    html = browser.get(MINE).content.decode()

    for link in ("/instellingen/", "/code-voorlezen/"):
        assert f'href="{link}"' in html
        assert browser.get(link).status_code == 200


def test_a_connector_finds_the_code_to_read_and_no_settings(as_member, fatima):
    html = as_member(fatima).get(MINE).content.decode()

    assert 'href="/code-voorlezen/"' in html
    assert 'href="/instellingen/"' not in html


def test_a_neighbour_finds_neither(as_member, noor):
    html = as_member(noor).get(MINE).content.decode()

    assert "/code-voorlezen/" not in html
    assert "/instellingen/" not in html
