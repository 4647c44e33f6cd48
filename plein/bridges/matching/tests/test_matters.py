"""On Dagstart: asks for which we find nobody, and offers we thought of something for."""

import re

from plein.bridges.matching.models import Proposal
from plein.bridges.matching.tests.making import (
    GRASS,
    ask_for_grass,
    offer_to_mow,
    proposal,
    suggest,
    suggestion,
)
from plein.features.noticeboard import actions
from plein.features.noticeboard.models import AskClock
from plein.foundation.communities.actions import block
from plein.shared.notifications.models import Notification


def day_start(client):
    return client.get("/dagstart/").content.decode()


def old(ask):
    AskClock.objects.filter(post=ask).update(step=AskClock.Step.CONNECTOR)
    return ask


def test_an_ask_nobody_fits_stands_there_without_a_word_of_it(as_member, noor, fatima):
    old(ask_for_grass(noor))
    suggest()

    text = day_start(as_member(fatima))

    assert "Vragen waar we niemand voor vinden" in text
    assert GRASS not in text


def test_after_a_call_it_stands_there_still_while_nobody_helps(as_member, noor, fatima):
    ask = old(ask_for_grass(noor))
    suggest()
    actions.note_contact(ask, "reached", by=fatima)

    assert "Vragen waar we niemand voor vinden" in day_start(as_member(fatima))


def test_when_somebody_fits_it_does_not(as_member, noor, bram, fatima):
    ask = old(ask_for_grass(noor))
    suggest()
    suggestion(ask, bram)

    assert "Vragen waar we niemand voor vinden" not in day_start(as_member(fatima))


def test_before_we_looked_it_does_not(as_member, noor, fatima):
    old(ask_for_grass(noor))

    assert "Vragen waar we niemand voor vinden" not in day_start(as_member(fatima))


def test_a_proposal_stands_there(as_member, noor, bram, fatima):
    proposal(offer_to_mow(bram), by=noor)

    text = day_start(as_member(fatima))

    assert "Koffieochtend" in text
    assert "/suggesties/voorstellen/" in text


def test_two_proposals_are_told_with_one_tap(as_member, noor, bram, mila, fatima):
    for author in (bram, mila):
        proposal(offer_to_mow(author), by=noor)
    browser = as_member(fatima)
    keys = re.findall(r'name="key" value="([^"]+)"', day_start(browser))

    for _twice in range(2):
        browser.post("/dagstart/doen/", {"key": keys, "all": "matching.proposal"})

    assert set(Proposal.objects.values_list("state", "decided_by")) == {("sent", fatima.pk)}
    assert Notification.objects.filter(key="matching.proposed").count() == 2


def test_nobody_has_a_say_in_their_own_case(as_member, fatima):
    old(ask_for_grass(fatima))
    suggest()

    assert "Vragen waar we niemand voor vinden" not in day_start(as_member(fatima))


def test_whom_the_asker_blocked_does_not_see_it(as_member, noor, fatima):
    """At once: her page of it would not be there."""
    old(ask_for_grass(noor))
    suggest()
    assert "Vragen waar we niemand voor vinden" in day_start(as_member(fatima))

    block(fatima, by=noor)

    assert "Vragen waar we niemand voor vinden" not in day_start(as_member(fatima))


def test_nor_a_proposal_for_whom_she_blocked(as_member, noor, bram, fatima):
    proposal(offer_to_mow(bram), by=noor)
    assert "Koffieochtend" in day_start(as_member(fatima))

    block(bram, by=fatima)

    assert "Koffieochtend" not in day_start(as_member(fatima))
