"""Too late, twice, or not yours: every tap still ends kindly, and changes nothing it should not."""

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from plein.features.noticeboard import actions, expiry
from plein.features.noticeboard.models import Match, Post, Response
from plein.features.noticeboard.tests.making import agreed, answered, make_ask, make_offer
from plein.foundation.communities.actions import block
from plein.shared.conversations.models import Message
from plein.shared.notifications.models import Notification

SAID = {
    "title": "Anders gezegd",
    "theme": "tuin",
    "task_class": "public",
    "audience": "members",
}
WHEN = {"what": "propose", "when_words": "dinsdag om 10 uur", "place_words": "bij de bibliotheek"}
HTMX = {"hx-request": "true"}


@pytest.fixture
def ask(noor):
    return make_ask(noor)


@pytest.fixture
def talk(ask, bram):
    return answered(ask, bram)


def tap(client, post, what, **said):
    return client.post(f"{post.get_absolute_url()}{what}/", said)


def do(client, talk, *, htmx=False, **said):
    headers = HTMX if htmx else {}
    return client.post(f"/prikbord/afspraak/{talk.code}/", said, headers=headers)


def needed(key):
    return reverse("noticeboard:still-needed", args=[key])


# Changing


def test_what_is_closed_is_put_back_before_it_is_changed(as_member, noor, ask):
    actions.close(ask, "found", by=noor)

    page = tap(as_member(noor), ask, "wijzigen", **SAID)

    assert page.status_code == 422
    assert Post.objects.get().title == ask.title
    with pytest.raises(actions.PostIsClosed):
        actions.edit(ask, None, by=noor)


def test_changing_keeps_who_stands_for_it_and_how_long_it_stays(as_member, noor, ask):
    tap(as_member(noor), ask, "wijzigen", **SAID)

    post = Post.objects.get()
    assert (post.author, post.expires_at, post.code) == (noor, ask.expires_at, ask.code)


@pytest.mark.parametrize("what", ["wijzigen", "foto", "sluiten", "klaar"])
def test_a_guest_is_led_to_the_entrance(as_member, ask, what):
    page = as_member().get(f"{ask.get_absolute_url()}{what}/")

    assert page.url.startswith("/inloggen/?terug=%2Fprikbord%2F")


@pytest.mark.parametrize("what", ["verlengen", "terugtrekken"])
def test_what_changes_something_is_no_link(as_member, noor, ask, what):
    assert as_member(noor).get(f"{ask.get_absolute_url()}{what}/").status_code == 405


@pytest.mark.parametrize("what", ["wijzigen", "foto", "sluiten", "verlengen", "terugtrekken"])
def test_in_another_town_there_is_nothing_to_tap(as_member, joost, ask, what):
    client = as_member(joost, host="elders.testserver")

    assert tap(client, ask, what).status_code == 404


# The end


def test_closing_twice_keeps_the_first_reason_and_tells_once(noor, bram, ask):
    answered(ask, bram)

    actions.close(ask, "elsewhere", by=noor)
    actions.close(ask, "found", by=noor)

    assert Post.objects.get().closing == "elsewhere"
    assert Notification.objects.filter(to=bram, key="noticeboard.found").count() == 1


@pytest.mark.parametrize("reason", ["expired", "arranged", "x", ""])
def test_a_writer_has_three_reasons_to_choose_from(as_member, noor, ask, reason):
    assert tap(as_member(noor), ask, "sluiten", reason=reason).status_code == 422
    assert Post.objects.get().is_open


def test_who_took_their_answer_back_hears_nothing_of_the_end(noor, bram, ask):
    answered(ask, bram)
    actions.withdraw(Response.objects.get(), by=bram)

    actions.close(ask, "found", by=noor)

    assert not Notification.objects.filter(to=bram, key="noticeboard.found").exists()


def test_what_comes_back_has_all_its_words_and_answers(as_member, noor, ask, talk):
    actions.close(ask, "found", by=noor)

    tap(as_member(noor), ask, "verlengen")

    post = Post.objects.get()
    assert (post.title, post.code, post.closing) == (ask.title, ask.code, "")
    assert post.responses.count() == 1


def test_renewing_gives_the_same_time_again(noor, bram):
    offer = make_offer(bram)
    Post.objects.update(expires_at=timezone.now())

    actions.renew(offer, by=bram)

    assert (Post.objects.get().expires_at - timezone.now()).days == 181


@pytest.mark.parametrize("reason", ["", "expired"])
def test_no_from_the_mail_needs_a_reason(as_member, ask, reason):
    page = as_member().post(needed(expiry.key_for(ask)), {"answer": "no", "reason": reason})

    assert page.status_code == 422
    assert Post.objects.get().is_open


def test_a_key_of_before_a_renewal_is_dead(as_member, noor, ask):
    Post.objects.update(expires_at=timezone.now())
    ask.refresh_from_db()
    key = expiry.key_for(ask)
    actions.renew(ask, by=noor)

    page = as_member().post(needed(key), {"answer": "no", "reason": "found"})

    assert page.status_code == 404
    assert Post.objects.get().is_open


def test_a_key_of_a_month_ago_is_dead(as_member, ask, monkeypatch):
    key = expiry.key_for(ask)
    long = expiry.KEY_LIVES.total_seconds() + 60
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + long)

    assert as_member().get(needed(key)).status_code == 404


def test_a_key_signed_for_something_else_opens_nothing(as_member, ask):
    key = signing.dumps([ask.pk.hex, int(ask.expires_at.timestamp())], salt="something.else")

    assert as_member().get(needed(key)).status_code == 404


def test_a_key_says_nothing_of_the_ask_to_who_found_it(as_member, ask):
    text = as_member().get(needed(expiry.key_for(ask))).content.decode()

    assert "Noor" not in text
    assert ask.text not in text


# Answers


def test_taking_back_twice_tells_once(as_member, noor, bram, ask, talk):
    client = as_member(bram)

    tap(client, ask, "terugtrekken")
    tap(client, ask, "terugtrekken")

    assert Notification.objects.filter(to=noor, key="noticeboard.withdrew").count() == 1


def test_who_did_not_answer_has_nothing_to_take_back(as_member, fatima, ask, talk):
    assert tap(as_member(fatima), ask, "terugtrekken").status_code == 404
    assert Response.objects.get().state == "open"


def test_nobody_takes_back_anothers_answer(noor, ask, talk):
    actions.withdraw(Response.objects.get(), by=noor)

    assert Response.objects.get().state == "open"


def test_what_is_agreed_is_not_taken_back_but_cancelled(as_member, bram, ask):
    agreed(ask, bram)

    tap(as_member(bram), ask, "terugtrekken")

    assert Response.objects.get().state == "chosen"
    assert Match.objects.get().is_agreed


def test_what_was_taken_back_leaves_no_words_in_the_answer(bram, ask, talk):
    actions.withdraw(Response.objects.get(), by=bram)

    assert Response.objects.get().message == ""


def test_an_offer_of_who_blocked_me_takes_no_yes(as_member, noor, bram):
    offer = make_offer(bram)
    block(noor, by=bram)

    assert tap(as_member(noor), offer, "reageren").status_code == 404
    assert not Message.objects.exists()


# Appointments


@pytest.mark.parametrize("what", ["confirm", "cancel", "done", "thank", "x"])
def test_without_a_proposal_nothing_can_be_done_with_it(as_member, noor, talk, what):
    page = do(as_member(noor), talk, what=what, words="Dank je")

    assert page.status_code in (200, 302)
    assert not Match.objects.exists()
    assert Response.objects.get().state == "open"


def test_what_was_not_agreed_was_not_done(as_member, noor, bram, talk):
    do(as_member(bram), talk, **WHEN)

    do(as_member(noor), talk, what="done")

    assert Match.objects.get().done_at is None


def test_a_thank_you_comes_after_it_is_done(as_member, noor, bram, ask):
    talk = agreed(ask, bram).conversation

    do(as_member(noor), talk, what="thank", words="Alvast bedankt")

    assert Match.objects.get().thanks == ""


def test_a_thank_you_without_words_is_asked_for_kindly(as_member, noor, bram, ask):
    talk = agreed(ask, bram).conversation
    do(as_member(bram), talk, what="done")

    assert do(as_member(noor), talk, what="thank", words=" ").status_code == 422
    assert Match.objects.get().thanked_at is None


def test_thanking_twice_keeps_the_first_words_and_tells_once(as_member, noor, bram, ask):
    talk = agreed(ask, bram).conversation
    client = as_member(noor)
    do(client, talk, what="done")

    do(client, talk, what="thank", words="Dank je wel")
    do(client, talk, what="thank", words="Nog een keer")

    assert Match.objects.get().thanks == "Dank je wel"
    assert Notification.objects.filter(to=bram, key="noticeboard.thanked").count() == 1


def test_for_an_offer_who_took_it_up_says_thank_you(as_member, noor, bram):
    talk = agreed(make_offer(bram), noor).conversation
    do(as_member(bram), talk, what="done")

    do(as_member(bram), talk, what="thank", words="Van mezelf")
    do(as_member(noor), talk, what="thank", words="Fijn geholpen")

    assert Match.objects.get().thanks == "Fijn geholpen"


def test_saying_yes_twice_is_one_appointment(as_member, noor, bram, talk):
    do(as_member(bram), talk, **WHEN)
    client = as_member(noor)

    do(client, talk, what="confirm")
    do(client, talk, what="confirm")

    assert Match.objects.get().is_agreed
    assert Notification.objects.filter(to=bram, key="noticeboard.agreed").count() == 1


def test_what_is_done_is_not_cancelled_any_more(as_member, noor, bram, ask):
    talk = agreed(ask, bram).conversation
    do(as_member(noor), talk, what="done")

    do(as_member(bram), talk, what="cancel")

    assert Match.objects.get().done_at
    assert Post.objects.get().closing == "found"


def test_what_was_closed_for_another_reason_stays_closed(as_member, noor, bram, talk, ask):
    do(as_member(bram), talk, **WHEN)
    do(as_member(noor), talk, what="confirm", more="on")
    actions.close(ask, "not_needed", by=noor)

    do(as_member(bram), talk, what="cancel")

    assert Post.objects.get().closing == "not_needed"


@pytest.mark.parametrize("what", ["confirm", "cancel", "done", "thank"])
def test_somebody_else_does_nothing_with_an_appointment(as_member, fatima, bram, ask, what):
    talk = agreed(ask, bram).conversation

    assert do(as_member(fatima), talk, what=what, words="Ik").status_code == 404
    assert Match.objects.get().done_at is None


def test_nor_does_a_guest_or_somebody_of_another_town(as_member, joost, bram, ask):
    talk = agreed(ask, bram).conversation

    assert do(as_member(), talk, what="cancel").url.startswith("/inloggen/")
    elsewhere = as_member(joost, host="elders.testserver")
    assert do(elsewhere, talk, what="cancel").status_code == 404
    assert Match.objects.get().is_agreed


def test_with_htmx_each_tap_brings_the_piece_as_it_stands(as_member, noor, bram, talk):
    proposed = do(as_member(bram), talk, htmx=True, **WHEN).content.decode()
    confirmed = do(as_member(noor), talk, htmx=True, what="confirm").content.decode()

    assert "<html" not in proposed + confirmed
    assert "dinsdag om 10 uur" in proposed
    assert "Jullie hebben een afspraak" in confirmed


def test_the_helper_does_not_ask_themselves_again(as_member, bram, ask):
    talk = agreed(ask, bram).conversation

    page = as_member(bram).post(f"/prikbord/afspraak/{talk.code}/weer/")

    assert page.url == ask.get_absolute_url()


def test_somebody_else_cannot_ask_the_same_person_again(as_member, fatima, bram, ask):
    talk = agreed(ask, bram).conversation

    page = as_member(fatima).post(f"/prikbord/afspraak/{talk.code}/weer/")

    assert page.status_code == 404
