"""Somebody without a screen hears a careful question from a person, and answers it (DOOR-4)."""

import pytest
from django.utils import timezone

from plein.bridges.matching.actions import inviting
from plein.bridges.matching.models import Feedback, Invitation
from plein.bridges.matching.tests.making import GRASS, ask_for_grass, suggestion
from plein.features.noticeboard import actions
from plein.features.noticeboard.models import Response
from plein.foundation.audit.models import Record
from plein.foundation.communities.actions import block
from plein.shared.notifications.models import Notification
from plein.testing.cast import make_member


@pytest.fixture
def piet(molenwijk):
    return make_member("Piet", molenwijk, channel="phone")


@pytest.fixture
def invitation(noor, piet, fatima):
    row = suggestion(ask_for_grass(noor), piet)
    return inviting.invite(row, by=fatima, way="connector")


def page(piet):
    return f"/suggesties/gevraagd/{piet.pk}/"


def test_what_is_told_holds_theme_wijk_and_time_and_not_a_word_of_the_ask(
    as_member, piet, fatima, invitation
):
    told = Notification.objects.get(to=piet)
    assert "Tuin" in told.aloud
    assert "u mag" in told.aloud.lower()
    assert GRASS not in told.aloud

    text = as_member(fatima).get(f"/berichten/vertellen/{piet.pk}/").text
    assert told.aloud.split(".")[0] in text
    assert page(piet) in text


def test_the_page_tells_no_word_of_the_ask_and_each_look_is_in_the_audit(
    as_member, piet, fatima, invitation
):
    text = as_member(fatima).get(page(piet)).text

    assert "Piet wil dit doen" in text
    assert GRASS not in text
    assert Record.objects.filter(key="notifications.member.looked_at", by_id=fatima.pk).exists()


def test_a_yes_on_the_phone_is_their_own_answer_and_the_audit_says_who_wrote(
    as_member, noor, piet, fatima, invitation
):
    for _twice in range(2):
        as_member(fatima).post(page(piet), {"answer": f"yes:{invitation.pk}"})

    response = Response.objects.get()
    assert (response.author, response.post) == (piet, invitation.ask)
    assert Record.objects.get(key="matching.answer.noted").by_id == fatima.pk
    assert Notification.objects.filter(to=noor).exists()


def test_a_no_on_the_phone_is_heard_by_nobody_and_waits_no_more(
    as_member, noor, piet, fatima, invitation
):
    browser = as_member(fatima)
    browser.post(page(piet), {"answer": f"no:{invitation.pk}"})

    invitation.refresh_from_db()
    assert invitation.answered_at
    assert Feedback.objects.get().helper == piet
    assert not Notification.objects.filter(to=noor).exists()
    assert "other" not in str(Record.objects.get(key="matching.answer.noted").values)
    assert "Piet wil dit doen" not in browser.get(page(piet)).text


@pytest.mark.parametrize("answer", ["", "yes", "yes:x", "maybe:{pk}", "yes:{other}"])
def test_an_odd_answer_changes_nothing(as_member, bram, noor, piet, fatima, invitation, answer):
    theirs = Invitation.objects.create(
        town_id=noor.town_id, ask=invitation.ask, to=bram, sent_at=timezone.now()
    )
    said = answer.format(pk=invitation.pk, other=theirs.pk)

    assert as_member(fatima).post(page(piet), {"answer": said}).status_code == 302

    assert not Response.objects.exists()
    assert not Feedback.objects.exists()


@pytest.mark.parametrize("end", ["closed", "blocked", "screen"])
def test_what_is_over_or_read_by_themselves_stands_there_not(
    as_member, noor, piet, fatima, invitation, end
):
    if end == "closed":
        actions.close(invitation.ask, "elsewhere", by=noor)
    elif end == "blocked":
        block(piet, by=noor)
    else:
        piet.channel = "mail"
        piet.save(update_fields=["channel"])

    assert "Piet wil dit doen" not in as_member(fatima).get(page(piet)).text


@pytest.mark.parametrize("who", ["noor", "joost", "piet"])
def test_for_neighbours_it_does_not_exist(as_member, request, piet, invitation, who):
    answer = as_member(request.getfixturevalue(who)).post(
        page(piet), {"answer": f"yes:{invitation.pk}"}
    )

    assert answer.status_code == 404
    assert not Response.objects.exists()
