"""One invitation: read, say yes on the ask's own page, or leave it; a 'no' is read by nobody."""

import pytest
from django.utils import timezone

from plein.bridges.matching.models import Feedback, Invitation
from plein.bridges.matching.tests.making import GRASS, ask_for_grass, suggest, suggestion
from plein.features.noticeboard import actions
from plein.features.noticeboard.tests.making import agreed
from plein.foundation import jobs
from plein.foundation.audit.models import Record
from plein.foundation.communities.actions import block
from plein.shared.notifications.models import Notification


@pytest.fixture
def invitation(noor, bram):
    ask = ask_for_grass(noor)
    row = suggestion(ask, bram)
    return Invitation.objects.create(
        town_id=ask.town_id, ask=ask, to=bram, sent_at=timezone.now(),
        reasons=[["walk", {}]], doubts=[["once", {}], ["busy", {"jobs": 2}]], parts=row.parts,
    )  # fmt: skip


def url(invitation):
    return f"/suggesties/uitnodiging/{invitation.pk}/"


def test_the_invited_reads_what_it_is_and_why(as_member, bram, invitation):
    text = as_member(bram).get(url(invitation)).content.decode()

    assert GRASS in text
    assert "op loopafstand" in text
    assert "komt liever één keer dan" in text
    assert "Niemand ziet dat we het je vroegen" in text


def test_how_busy_i_am_is_no_news_for_me(as_member, bram, invitation):
    assert "helpt al anderen" not in as_member(bram).get(url(invitation)).content.decode()


def test_yes_is_an_answer_on_the_page_of_the_ask(as_member, bram, invitation):
    text = as_member(bram).get(url(invitation)).content.decode()

    assert f"{invitation.ask.get_absolute_url()}reageren/" in text


def test_an_answer_is_kept_as_a_yes(bram, invitation):
    actions.respond(invitation.ask, "Ik kom", by=bram)
    suggest()

    invitation.refresh_from_db()
    feedback = Feedback.objects.get()
    assert invitation.answer == "yes"
    assert (feedback.answer, feedback.side, feedback.done) == ("yes", "helper", False)
    assert feedback.parts == {"concept": 0.9, "theme": 1.0}


def test_what_was_done_is_kept_as_done(noor, bram, invitation):
    response = agreed(invitation.ask, bram)
    suggest()
    actions.done(response, by=noor)

    jobs.run_pending()

    assert Feedback.objects.get().done


def test_a_no_is_told_to_nobody(as_member, noor, bram, invitation):
    answer = as_member(bram).post(f"{url(invitation)}past-niet/", {"answer": "no_time"})

    assert answer.url == "/suggesties/"
    assert not Notification.objects.filter(to=noor).exists()
    theirs = as_member(noor)
    for path in (invitation.ask.get_absolute_url(), f"/suggesties/bericht/{invitation.ask_id}/"):
        text = theirs.get(path).content.decode()
        assert "Bram" not in text
        assert "gevraagd" not in text


def test_a_no_stands_in_the_audit_without_its_reason(as_member, bram, invitation):
    as_member(bram).post(f"{url(invitation)}past-niet/", {"answer": "no_time"})

    lines = Record.objects.filter(key="matching.feedback.given")
    assert lines.count() == 1
    assert "no_time" not in str(lines.get().values)


def test_a_no_needs_a_reason_from_the_list(as_member, bram, invitation):
    client = as_member(bram)

    for answer in ({}, {"answer": "yes"}, {"answer": "weet niet"}):
        assert client.post(f"{url(invitation)}past-niet/", answer).status_code == 422


def test_when_somebody_has_been_found_it_says_so(as_member, noor, bram, invitation):
    actions.close(invitation.ask, "elsewhere", by=noor)

    text = as_member(bram).get(url(invitation)).content.decode()

    assert "Er is iemand gevonden" in text
    assert GRASS not in text


@pytest.mark.parametrize("who", ["noor", "fatima"])
def test_it_is_for_the_invited_alone(as_member, request, invitation, who):
    client = as_member(request.getfixturevalue(who))

    assert client.get(url(invitation)).status_code == 404
    assert client.post(f"{url(invitation)}past-niet/", {"answer": "far"}).status_code == 404


def test_what_waits_for_a_good_moment_does_not_exist_yet(as_member, bram, invitation):
    Invitation.objects.update(sent_at=None)

    assert as_member(bram).get(url(invitation)).status_code == 404


def test_after_a_block_it_is_gone(as_member, noor, bram, invitation):
    block(bram, by=noor)

    assert as_member(bram).get(url(invitation)).status_code == 404


def test_a_guest_signs_in_first(as_member, invitation):
    assert as_member().get(url(invitation)).url.startswith("/inloggen/")
