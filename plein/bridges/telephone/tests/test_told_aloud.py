"""The word for a first visit, and when and where, reach who hears it by phone or by post (H25)."""

from datetime import timedelta

import pytest

from plein.bridges.telephone.tests.making import truus_is_answered
from plein.features.noticeboard import actions as board
from plein.features.noticeboard.models import Match
from plein.foundation.audit.models import Record
from plein.shared.notifications.actions import forget_texts, tell_in_person
from plein.shared.notifications.models import Notification

DAY, PLACE = "dinsdag om 10 uur", "voor de deur van de bibliotheek"


@pytest.fixture
def agreed(molenwijk, bram, fatima):
    """(row of Truus' news, her match): they have an appointment, made on the phone."""
    row, response = truus_is_answered(molenwijk, bram, fatima)
    board.propose(response, DAY, PLACE, by=bram)
    board.confirm(response, by=response.post.author)
    return row, Match.objects.get()


def pages_of(row) -> list[str]:
    """Where a person of the place reads what to tell."""
    call = f"/bellijst/{row.pk}/"
    return [call, f"{call}brief/", f"/berichten/vertellen/{row.about}/"]


def test_the_word_stands_in_the_call_the_letter_and_what_a_host_tells(as_member, fatima, agreed):
    row, match = agreed
    browser = as_member(fatima)

    for url in pages_of(row):
        html = browser.get(url).content.decode()
        assert match.word in html, url
        assert "doe niet open" in html.lower() or "niet open" in html.lower(), url


def test_each_of_these_pages_is_in_the_audit_and_closed_to_neighbours(
    as_member, fatima, noor, bram, joost, agreed
):
    row, match = agreed
    for url in pages_of(row):
        as_member(fatima).get(url)
        for other in (None, noor, bram, joost):
            page = as_member(other).get(url)
            assert page.status_code in (302, 403, 404)
            assert match.word not in page.content.decode()

    looks = Record.objects.filter(key="notifications.member.looked_at", by_id=fatima.pk)
    assert looks.count() == 3


def test_when_and_where_are_told_of_what_the_other_proposes(as_member, molenwijk, bram, fatima):
    row, response = truus_is_answered(molenwijk, bram, fatima)
    board.propose(response, DAY, PLACE, by=bram)

    html = as_member(fatima).get(f"/bellijst/{row.pk}/brief/").content.decode()

    assert f"Wanneer: {DAY}. Waar: {PLACE}." in html


def test_who_reads_it_on_a_screen_or_by_mail_has_nothing_to_be_read_aloud(agreed, bram):
    assert not Notification.objects.for_member(bram).exclude(aloud="").exists()
    assert agreed[1].word not in "".join(Notification.objects.values_list("subject", flat=True))


def test_once_told_it_is_forgotten_with_the_rest(agreed, fatima):
    truus = agreed[1].response.post.author
    tell_in_person(truus, by=fatima)
    Notification.objects.update(made_at=Notification.objects.first().made_at - timedelta(days=3))
    forget_texts()

    assert not Notification.objects.exclude(aloud="").exists()


def test_who_has_an_account_and_likes_to_be_called_hears_the_talk_too(
    as_member, fatima, nadia, agreed
):
    row, match = agreed
    truus = match.response.post.author
    nadia_account, nadia.account = nadia.account, None
    nadia.save()
    truus.account = nadia_account
    truus.save()

    assert "Bram wil helpen" in as_member(fatima).get(f"/bellijst/{row.pk}/").content.decode()
