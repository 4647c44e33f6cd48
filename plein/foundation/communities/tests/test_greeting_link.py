"""The welcome leads the way in."""

import pytest

from plein.foundation.communities.actions import greet
from plein.foundation.outbox.models import Message


def test_a_welcome_by_mail_has_a_link(fatima, nadia):
    greet(nadia, by=fatima, words="Welkom Nadia!")

    mail = Message.objects.get()
    assert "Welkom Nadia!\n\nVerder:\nhttp://molenwijk.testserver/" in mail.text
    assert '<a href="http://molenwijk.testserver/"' in mail.html


@pytest.fixture
def by_phone(nadia):
    nadia.account.email, nadia.account.phone = None, "+31612345678"
    nadia.account.save()


def test_a_welcome_by_text_message_too(fatima, nadia, by_phone):
    greet(nadia, by=fatima, words="Welkom Nadia!")

    message = Message.objects.get()
    assert message.channel == "text"
    assert "http://molenwijk.testserver/" in message.text


@pytest.mark.parametrize(("formal", "words"), [(True, "Hier kunt u verder"), (None, "Hier kun je")])
def test_in_the_way_one_likes_to_be_spoken_to(fatima, nadia, by_phone, formal, words):
    nadia.formal = formal
    nadia.save(update_fields=["formal"])

    greet(nadia, by=fatima, words="Welkom!")

    assert words in Message.objects.get().text


def test_in_the_language_one_reads(fatima, nadia, by_phone):
    nadia.language = "en"
    nadia.save(update_fields=["language"])

    greet(nadia, by=fatima, words="Welcome!")

    assert "You can go on here:" in Message.objects.get().text


def test_without_words_nothing_is_sent(fatima, nadia):
    greet(nadia, by=fatima, words="  ")

    assert not Message.objects.exists()


def test_how_i_am_reached_is_one_sentence(as_member, noor):
    html = as_member(noor).get("/mijn/profiel/").content.decode()

    assert "Per mail, meteen" in html
