"""'Ik wil dit doen' and 'Ja, graag': how a neighbour answers."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from plein.features.noticeboard import actions
from plein.features.noticeboard.models import KeptAnswer, Post, Response
from plein.features.noticeboard.tasks import forget_old_drafts
from plein.features.noticeboard.tests.making import (
    SECRET_TEXT,
    SECRET_TITLE,
    answered,
    make_ask,
    make_offer,
)
from plein.foundation import jobs
from plein.foundation.communities.actions import block, greet
from plein.shared.conversations.actions import Blocked
from plein.shared.notifications.models import Notification

OWN = "Zal ik vrijdag soep koken?"


@pytest.fixture
def ask(noor):
    return make_ask(noor)


def respond(client, post, message="Ik kan dinsdag."):
    return client.post(f"{post.get_absolute_url()}reageren/", {"message": message})


def test_a_neighbour_answers_and_the_talk_begins(as_member, noor, bram, ask):
    page = respond(as_member(bram), ask)

    response = Response.objects.get()
    assert (response.author, response.state) == (bram, "open")
    assert page.url == response.conversation.get_absolute_url()
    assert response.conversation.messages.get().text == "Ik kan dinsdag."


def test_the_asker_is_told_without_a_word_of_the_ask_in_the_subject(as_member, noor, bram, ask):
    respond(as_member(bram), ask)

    told = Notification.objects.get(to=noor)
    assert told.subject == "Bram wil je helpen"
    assert "Ik kan dinsdag." in told.text


def test_the_first_answer_stops_the_clock(bram, fatima, ask):
    answered(ask, bram)
    first = Post.objects.get().first_answered_at

    answered(ask, fatima)

    assert first is not None
    assert Post.objects.get().first_answered_at == first


def test_an_offer_is_taken_with_yes_please_and_no_story(as_member, noor, bram):
    offer = make_offer(bram)

    respond(as_member(noor), offer, "")

    assert Response.objects.get().conversation.messages.get().text == "Ja, graag."


def test_on_an_ask_a_few_words_are_asked_kindly(as_member, bram, ask):
    page = respond(as_member(bram), ask, "  ")

    assert page.status_code == 422
    assert "Bijvoorbeeld: Ik kan dinsdag langskomen." in page.content.decode()


def test_answering_twice_is_one_answer(as_member, bram, ask):
    client = as_member(bram)

    first, second = respond(client, ask), respond(client, ask, "Nog een keer")

    assert Response.objects.count() == 1
    assert first.url == second.url


def test_several_neighbours_may_answer(bram, fatima, ask):
    assert answered(ask, bram) != answered(ask, fatima)


def test_nobody_answers_themselves(as_member, noor, ask):
    respond(as_member(noor), ask)

    assert not Response.objects.exists()
    with pytest.raises(actions.YourOwnPost):
        actions.respond(ask, "Hoi", by=noor)


def test_a_guest_writes_first_then_joins_and_then_it_is_sent(as_member, waterdrecht, bram, ask):
    guest, url = as_member(), f"{ask.get_absolute_url()}reageren/"
    form = guest.get(url).content.decode()
    assert "Schrijf eerst je bericht" in form
    assert not [word for word in (SECRET_TITLE, SECRET_TEXT, "Noor") if word in form]

    page = respond(guest, ask, OWN)
    there = f"{url}versturen/"
    assert page.url == f"/meedoen/?{urlencode({'terug': there})}"
    assert not Response.objects.exists()
    assert OWN in guest.get(url).content.decode()
    assert OWN not in as_member().get(url).content.decode()

    guest.force_login(bram.account)
    talk = guest.get(there)

    response = Response.objects.get()
    assert (response.author, talk.url) == (bram, response.conversation.get_absolute_url())
    assert response.conversation.messages.get().text == OWN
    assert not KeptAnswer.objects.exists()
    assert guest.get(there).url == talk.url
    assert Response.objects.count() == 1


def test_who_just_joined_has_answered_and_reads_no_more_than_a_guest(as_member, nadia, ask):
    guest = as_member()
    respond(guest, ask)
    guest.force_login(nadia.account)

    page = guest.get(f"{ask.get_absolute_url()}reageren/versturen/", follow=True)

    text = page.content.decode()
    assert (Response.objects.get().author, Response.objects.get().conversation) == (nadia, None)
    assert "Daarna begint je gesprek vanzelf." in text
    assert not [word for word in (SECRET_TITLE, SECRET_TEXT, "Noor") if word in text]


def test_a_message_of_a_guest_asks_words_and_an_open_post_and_is_not_sent_too_late(
    as_member, noor, bram, ask
):
    guest = as_member()
    assert respond(guest, ask, " ").status_code == 422
    respond(guest, ask, OWN)
    KeptAnswer.objects.update(sent_at=timezone.now() - timedelta(hours=3))
    guest.force_login(bram.account)

    late = guest.get(f"{ask.get_absolute_url()}reageren/versturen/", follow=True)
    assert OWN in late.content.decode()
    assert not Response.objects.exists()

    KeptAnswer.objects.update(sent_at=timezone.now())
    actions.close(ask, "found", by=noor)
    closed = guest.get(f"{ask.get_absolute_url()}reageren/versturen/")
    assert closed.status_code == 422
    assert respond(as_member(), ask).status_code == 422
    assert not Response.objects.exists()

    KeptAnswer.objects.update(sent_at=timezone.now() - timedelta(days=31))
    forget_old_drafts()
    assert not KeptAnswer.objects.exists()


def test_the_answer_of_a_new_member_waits_until_they_have_been_greeted(
    as_member, noor, nadia, fatima, ask
):
    client = as_member(nadia)
    page = client.get(respond(client, ask).url)

    assert Response.objects.get().conversation is None
    assert "Daarna begint je gesprek vanzelf." in page.content.decode()
    assert Post.objects.get().first_answered_at is None

    greet(nadia, by=fatima)
    jobs.run_pending()

    assert Response.objects.get().conversation.messages.get().text == "Ik kan dinsdag."
    assert Post.objects.get().first_answered_at


def test_the_form_tells_a_new_member_nothing_of_the_ask(as_member, nadia, ask):
    text = as_member(nadia).get(f"{ask.get_absolute_url()}reageren/").content.decode()

    assert "Iemand in Molenwijk" in text
    assert not [word for word in (SECRET_TITLE, SECRET_TEXT, "Noor") if word in text]


def test_the_asker_hears_that_somebody_new_waits_but_not_who(as_member, noor, nadia, ask):
    respond(as_member(nadia), ask)

    told = Notification.objects.get(to=noor)
    text = as_member(noor).get(ask.get_absolute_url()).content.decode()
    assert "Nadia" not in told.subject + told.text
    assert "Nadia" not in text
    assert "Iemand die nieuw is" in text


def test_who_is_blocked_cannot_answer(as_member, noor, bram, ask):
    block(bram, by=noor)

    assert respond(as_member(bram), ask).status_code == 404
    with pytest.raises(Blocked):
        actions.respond(ask, "Hoi", by=bram)


def test_what_is_closed_takes_no_answer(as_member, noor, bram, ask):
    actions.close(ask, "found", by=noor)

    page = respond(as_member(bram), ask)

    assert page.status_code == 422
    assert "Bedankt dat je wilde helpen" in page.content.decode()


def test_what_is_over_takes_no_answer(as_member, bram, ask):
    Post.objects.update(expires_at=timezone.now())

    assert respond(as_member(bram), ask).status_code == 422


def test_somebody_of_another_town_cannot_answer(as_member, joost, ask):
    client = as_member(joost, host="elders.testserver")

    assert respond(client, ask).status_code == 404


def test_an_answer_can_be_taken_back_and_the_asker_hears_it_kindly(as_member, noor, bram, ask):
    client = as_member(bram)
    respond(client, ask)

    client.post(f"{ask.get_absolute_url()}terugtrekken/")

    assert Response.objects.get().state == "withdrawn"
    assert Notification.objects.filter(to=noor, subject="Bram kan toch niet").exists()


def test_who_took_it_back_may_still_change_their_mind(as_member, bram, ask):
    client = as_member(bram)
    respond(client, ask)
    client.post(f"{ask.get_absolute_url()}terugtrekken/")

    respond(client, ask, "Het lukt toch")

    response = Response.objects.get()
    assert response.state == "open"
    assert [m.text for m in response.conversation.messages.order_by("id")][-1] == "Het lukt toch"


def test_who_was_thanked_finds_the_button_when_the_ask_came_back(as_member, noor, bram, ask):
    respond(as_member(bram), ask)
    actions.close(ask, "not_needed", by=noor)
    actions.renew(ask, by=noor)

    page = as_member(bram).get(ask.get_absolute_url()).content.decode()
    respond(as_member(bram), ask, "Nu kan ik wel.")

    assert "Ik wil dit doen" in page
    assert ask.responses.get().state == "open"


def test_the_asker_sees_who_answered_and_nobody_else_does(as_member, noor, bram, fatima, ask):
    answered(ask, bram)

    assert "Bram" in as_member(noor).get(ask.get_absolute_url()).content.decode()
    assert "Bram" not in as_member(fatima).get(ask.get_absolute_url()).content.decode()
