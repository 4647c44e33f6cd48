"""Family and neighbours ask for somebody else; it waits for that person's own yes (TRUST-8)."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from plein.features.noticeboard import actions, tasks
from plein.features.noticeboard.models import AskClock, Match, Post
from plein.features.noticeboard.tests.making import agreed
from plein.features.noticeboard.voices_waiting import waiting
from plein.foundation.care import actions as caring
from plein.foundation.care.models import Voice
from plein.foundation.outbox.models import Message as Posted
from plein.lib.matter import Layer
from plein.shared.notifications.models import Notification

FORM, CHECK = "/prikbord/voor-een-ander/", "/prikbord/voor-een-ander/controleer/"
SAID = {
    "relation": "mother",
    "phone": "06 87654321",
    "theme": "boodschappen-koken",
    "title": "Wie drinkt een kop koffie mee?",
    "when": "daytime",
    "task_class": "inside",
}


@pytest.fixture
def asked(as_member, noor):
    """Noor asked something for her mother."""
    browser = as_member(noor)
    browser.post(FORM, SAID)
    key = browser.get(CHECK).context["form_key"]
    browser.post(CHECK, {"form_key": key})
    return Post.objects.get()


@pytest.fixture
def voice(asked):
    return Voice.objects.get(pk=asked.voice)


def heard(voice):
    return f"/prikbord/ja-gehoord/{voice.pk}/"


def code_in_message():
    text = Posted.objects.get(address="+31687654321").text
    return re.search(r"[A-Z0-9]{4} [A-Z0-9]{4}", text).group()


def test_nobody_sees_it_before_the_yes(asked, as_member, bram, fatima, noor):
    assert asked.hidden_at
    assert not AskClock.objects.exists()
    for other in (bram, fatima):
        page = as_member(other, host="molenwijk.testserver").get(asked.get_absolute_url())
        assert page.status_code == 404
    mine = as_member(noor).get(asked.get_absolute_url()).content.decode()
    assert "We wachten op het ja van de persoon voor wie je dit vraagt" in mine


def test_the_code_in_a_text_message_is_a_yes(asked, client, voice):
    assert client.post("/ja-zeggen/", {"code": code_in_message().lower()}).status_code == 200

    asked.refresh_from_db()
    voice.refresh_from_db()
    assert asked.hidden_at is None
    assert AskClock.objects.get(post=asked).due_at
    assert (voice.agreed_how, voice.phone, voice.card_digest) == ("code", "", "")


def test_who_asks_cannot_say_yes_in_the_other_name(asked, as_member, noor):
    answer = as_member(noor).post("/ja-zeggen/", {"code": code_in_message()})

    asked.refresh_from_db()
    assert answer.status_code == 422
    assert asked.hidden_at


def test_a_connector_calls_and_notes_the_yes(asked, voice, as_member, fatima):
    page = as_member(fatima).get(heard(voice))
    assert "+31687654321" in page.content.decode()

    as_member(fatima).post(heard(voice), {"heard": "phone"})

    asked.refresh_from_db()
    voice.refresh_from_db()
    assert asked.hidden_at is None
    assert (voice.heard_by, voice.phone) == (fatima, "")


def test_a_no_closes_it_and_forgets_the_number(asked, voice, as_member, fatima):
    as_member(fatima).post(heard(voice), {"heard": "no"})

    asked.refresh_from_db()
    voice.refresh_from_db()
    assert asked.closing == "not_needed"
    assert asked.hidden_at
    assert voice.phone == ""


@pytest.mark.parametrize("who", ["noor", "bram", "nadia"])
def test_neighbours_do_not_see_the_number(voice, as_member, request, who):
    browser = as_member(request.getfixturevalue(who))

    assert browser.get(heard(voice)).status_code in (302, 403, 404)


@pytest.mark.parametrize("wrong", [{"relation": ""}, {"phone": ""}, {"phone": "abc"},
                                   {"phone": "a@b.nl"}, {"title": ""}])  # fmt: skip
def test_what_is_missing_is_explained(as_member, noor, wrong):
    assert as_member(noor).post(FORM, SAID | wrong).status_code == 422


def test_my_own_number_is_not_that_of_somebody_else(as_member, noor):
    noor.account.phone = "+31687654321"
    noor.account.save()

    assert as_member(noor).post(FORM, SAID).status_code == 422


def test_who_was_not_met_yet_is_told_what_to_do(as_member, nadia, client):
    assert as_member(nadia).get(FORM).status_code == 302
    assert client.get(FORM).url.startswith("/inloggen/")


def test_without_answers_the_check_page_leads_back(as_member, noor):
    assert as_member(noor).get(CHECK).url == FORM


@pytest.mark.parametrize("code", ["", "x", "3333 3333", "é" * 20])
def test_a_wrong_code_says_so(client, waterdrecht, code):
    assert client.post("/ja-zeggen/", {"code": code}).status_code == 422


def test_a_connector_finds_it_on_the_day_start(voice, waterdrecht, noor):
    (matter,) = waiting(waterdrecht.pk)

    assert matter.url == heard(voice)
    assert noor.pk in matter.hidden_from
    assert "koffie" not in matter.words


def test_without_a_yes_it_does_not_wait_for_ever(
    asked, voice, waterdrecht, as_member, client, noor
):
    """After two waking days it is of today and noor hears of it; after two weeks it ends kindly."""
    code = code_in_message()

    def after(days):
        with time_machine.travel(asked.made_at + timedelta(days=days), tick=False):
            tasks.look_at_voices()
            tasks.look_for_stopped_clocks()
            (layer,) = {matter.layer for matter in waiting(waterdrecht.pk)} or {"nothing"}
        words = (
            Notification.objects.filter(to=noor).order_by("id").values_list("subject", flat=True)
        )
        return layer, list(words)

    assert after(days=0.5) == (None, [])
    waits = "Je vraag voor een ander wacht nog op een ja"
    assert after(days=7) == after(days=8) == (Layer.TODAY, [waits])
    assert after(days=15) == ("nothing", [waits, "Je vraag voor iemand anders is gesloten"])

    asked.refresh_from_db()
    voice.refresh_from_db()
    assert (asked.closing, voice.phone, voice.card_digest) == ("unheard", "", "")
    assert "bel" in Notification.objects.filter(to=noor).latest("id").text.lower()
    assert client.post("/ja-zeggen/", {"code": code}).status_code == 422
    mine = as_member(noor).get(asked.get_absolute_url()).content.decode()
    assert "We hoorden geen ja" in mine
    assert FORM in mine
    with pytest.raises(PermissionDenied):
        actions.renew(asked, by=noor)


def test_after_the_yes_nothing_waits(voice, waterdrecht, as_member, fatima):
    as_member(fatima).post(heard(voice), {"heard": "card"})

    assert list(waiting(waterdrecht.pk)) == []


def test_a_card_to_sign_lies_ready_for_who_is_not_called(asked, voice, as_member, fatima, noor):
    card = f"{heard(voice)}kaart/"
    assert card in as_member(fatima).get(heard(voice)).content.decode()

    html = as_member(fatima).get(card).content.decode()

    assert "Mag Noor iets voor je vragen?" in html
    assert "Datum en handtekening" in html
    assert asked.title in html
    assert "+31687654321" not in html
    for other in (None, noor):
        assert as_member(other).get(card).status_code in (302, 403, 404)


def test_a_yes_may_be_taken_back_later_and_the_ask_stays_closed(
    asked, voice, as_member, fatima, noor
):
    browser = as_member(fatima, host="molenwijk.testserver")
    browser.post(heard(voice), {"heard": "card"})
    assert heard(voice) in browser.get(asked.get_absolute_url()).content.decode()
    assert "Deze persoon zei ja" in browser.get(heard(voice)).content.decode()
    assert browser.post(heard(voice), {"heard": "phone"}).status_code == 422

    browser.post(heard(voice), {"heard": "no"})

    asked.refresh_from_db()
    voice.refresh_from_db()
    assert asked.closing == "not_needed"
    assert voice.refused_at > voice.agreed_at
    news = Notification.objects.filter(to=noor, key="noticeboard.voice").order_by("id").last()
    assert "bedacht zich" in news.text
    assert as_member(noor).post(f"{asked.get_absolute_url()}verlengen/").status_code == 403
    assert browser.get(heard(voice)).status_code == 404


def test_when_a_yes_is_taken_back_who_was_going_to_help_hears_it(asked, voice, fatima, bram):
    caring.hear_yes(voice, "phone", by=fatima)
    asked.refresh_from_db()
    agreed(asked, bram)

    caring.refuse(voice, by=fatima)

    assert Notification.objects.filter(to=bram, key="noticeboard.called_off").exists()
    assert not Match.objects.exists()


def test_closing_it_before_the_yes_forgets_number_and_code(
    asked, voice, waterdrecht, as_member, client, noor
):
    code = code_in_message()
    url = f"{asked.get_absolute_url()}sluiten/"

    as_member(noor).post(url, {"reason": "elsewhere"})

    asked.refresh_from_db()
    voice.refresh_from_db()
    assert asked.closing == "elsewhere"
    assert (voice.phone, voice.card_digest) == ("", "")
    assert client.post("/ja-zeggen/", {"code": code}).status_code == 422
    assert list(waiting(waterdrecht.pk)) == []
    assert not Notification.objects.filter(to=noor).exists(), "Noor knows that she closed it."
    assert FORM in as_member(noor).get(asked.get_absolute_url()).content.decode()
    with pytest.raises(PermissionDenied):
        actions.renew(asked, by=noor)


def test_what_comes_back_after_a_yes_can_be_seen(asked, voice, as_member, fatima, noor, bram):
    """Closed in the days that a yes could still come after it."""
    Post.objects.update(closed_at=asked.made_at, closing="elsewhere")
    caring.hear_yes(voice, "phone", by=fatima)

    actions.renew(asked, by=noor)

    page = as_member(bram, host="molenwijk.testserver").get(asked.get_absolute_url())
    assert page.status_code == 200


def test_what_is_hidden_for_another_reason_stays_hidden(asked, voice, fatima, noor):
    caring.hear_yes(voice, "phone", by=fatima)
    asked.refresh_from_db()
    actions.close(asked, "elsewhere", by=noor)
    Post.objects.update(hidden_at=asked.closed_at)

    actions.renew(asked, by=noor)

    assert Post.objects.get().hidden_at
