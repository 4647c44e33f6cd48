"""Somebody without a screen hears the answer on the phone, and answers it there (DOOR-3b)."""

import pytest

from plein.bridges.telephone.tests.making import truus_is_answered
from plein.features.noticeboard import actions as board
from plein.features.noticeboard.models import Match
from plein.foundation.audit.models import Record
from plein.foundation.communities.models import RoleName
from plein.shared.conversations.models import Message
from plein.shared.notifications.models import Notification
from plein.testing.cast import give

WORDS = "Ik rijd dinsdag toch"


@pytest.fixture
def truus(molenwijk, bram, fatima):
    """(row, answer, address of the page)"""
    row, response = truus_is_answered(molenwijk, bram, fatima)
    return row, response, f"/bellijst/{row.pk}/gesprek/{response.conversation.code}/"


def noted(by) -> int:
    return Record.objects.filter(key="telephone.answer.noted", by_id=by.pk).count()


def test_the_call_leads_to_who_wants_to_help(as_member, fatima, truus):
    row, _response, url = truus
    html = as_member(fatima).get(f"/bellijst/{row.pk}/").content.decode()

    assert "Bram wil helpen" in html
    assert url in html


def test_words_are_read_after_a_tap_and_that_is_in_the_audit(as_member, fatima, truus):
    browser = as_member(fatima)
    assert WORDS not in browser.get(truus[2]).content.decode()
    assert not Record.objects.filter(key="telephone.talk.read").exists()

    html = browser.post(truus[2], {"what": "read"}).content.decode()

    assert WORDS in html
    assert Record.objects.get(key="telephone.talk.read").by_id == fatima.pk


def test_what_she_says_is_her_own_answer_and_the_audit_says_who_wrote(as_member, fatima, truus):
    as_member(fatima).post(truus[2], {"what": "say", "text": "Graag, om tien uur!"})

    said = Message.objects.order_by("id").last()
    assert (said.author.name, said.way, said.text) == ("Truus", "phone", "Graag, om tien uur!")
    assert noted(fatima) == 1


def test_she_says_yes_and_hears_the_word_for_the_door(as_member, fatima, truus, bram):
    _row, response, url = truus
    board.propose(response, "dinsdag om 10 uur", "bij de bibliotheek", by=bram)
    browser = as_member(fatima)
    browser.post(url, {"what": "confirm"})

    match = Match.objects.get()
    assert match.is_agreed
    assert noted(fatima) == 1
    assert match.word not in browser.get(url).content.decode()
    assert match.word in browser.post(url, {"what": "read"}).content.decode()


def test_nobody_answers_their_own_offer_of_help_in_her_name(as_member, molenwijk, fatima, mila):
    row, response = truus_is_answered(molenwijk, fatima, mila)
    board.propose(response, "dinsdag om 10 uur", "bij de bibliotheek", by=fatima)
    url = f"/bellijst/{row.pk}/gesprek/{response.conversation.code}/"

    assert as_member(fatima).post(url, {"what": "confirm"}).status_code == 404
    assert not Match.objects.get().is_agreed
    assert as_member(mila).get(url).status_code == 200


def test_she_proposes_a_day(as_member, fatima, truus):
    said = {"what": "propose", "when_words": "woensdag", "place_words": "bij mij voor de deur"}
    as_member(fatima).post(truus[2], said)

    assert Match.objects.get().proposed_by.name == "Truus"


def test_she_calls_off_and_he_hears_it(as_member, fatima, truus, bram):
    _row, response, url = truus
    board.propose(response, "dinsdag om 10 uur", "bij de bibliotheek", by=bram)
    browser = as_member(fatima)
    assert "zegt de afspraak af" not in browser.get(url).content.decode()
    browser.post(url, {"what": "confirm"})
    assert "Truus zegt de afspraak af" in browser.get(url).content.decode()

    browser.post(url, {"what": "cancel"})

    assert not Match.objects.exists()
    assert noted(fatima) == 2
    assert Notification.objects.filter(to=bram, key="noticeboard.cancelled").exists()


@pytest.mark.parametrize("said", [{"what": "say"}, {"what": "propose"}, {"what": "confirm"}])
def test_nothing_said_is_nothing_written(as_member, fatima, truus, said):
    assert as_member(fatima).post(truus[2], said).status_code == 422
    assert noted(fatima) == 0


def test_who_has_a_screen_of_their_own_is_read_by_nobody(as_member, fatima, truus, nadia):
    _row, response, url = truus
    author = response.post.author
    author.account, author.channel = nadia.account, "mail"
    nadia.account = None
    nadia.save()
    author.save()

    assert as_member(fatima).get(url).status_code == 404


def test_neighbours_and_other_parts_find_nothing(as_member, bram, noor, centrum, truus):
    give(bram, RoleName.CONNECTOR, centrum)

    for member in (None, noor, bram):
        assert as_member(member).post(truus[2], {"what": "read"}).status_code in (302, 404)
    assert not Record.objects.filter(key="telephone.talk.read").exists()


def test_a_first_time_in_the_house_begins_in_a_public_place_and_money_has_its_line(
    as_member, fatima, truus
):
    """Who is responsible stands there as well; also with a theme that the place made itself."""
    _row, response, url = truus
    html = as_member(fatima).get(url).content.decode()
    assert "Tussen buren" in html
    assert "Leer elkaar eerst kennen" not in html

    response.post.task_class = "inside"
    response.post.save()
    theme = response.post.theme
    theme.key, theme.same_as = "eigen-thema", "boodschappen-koken"
    theme.save()
    html = as_member(fatima).get(url).content.decode()

    assert "Leer elkaar eerst kennen" in html
    assert "nooit je pinpas" in html or "nooit uw pinpas" in html
