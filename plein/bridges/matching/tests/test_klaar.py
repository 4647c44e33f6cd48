"""The 'klaar' page: the first suggestions come by themselves, and of people only how many."""

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plein.bridges.matching.actions import choosing
from plein.bridges.matching.models import Invitation, Suggestion
from plein.bridges.matching.tests.making import (
    MOWS,
    ask_for_grass,
    gardeners,
    invited,
    likes_gardens,
    offer_to_mow,
    suggest,
    suggestion,
)
from plein.bridges.matching.views import posts
from plein.features.noticeboard.models import Post
from plein.foundation.communities.actions import block, pause
from plein.lib.keys import uuid7
from plein.shared.notifications.models import Notification

PART = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _not_held(monkeypatch):
    monkeypatch.setattr(posts, "BETWEEN", 0)


def url(post):
    return f"/suggesties/bericht/{post.pk}/"


def part(client, post, **query):
    return client.get(url(post), query, headers=PART)


def now():
    return int(time.time())


def test_the_page_after_posting_leads_there(as_member, noor):
    ask = ask_for_grass(noor)

    text = as_member(noor).get(f"{ask.get_absolute_url()}klaar/").content.decode()
    assert f'data-hx-get="{url(ask)}" data-hx-trigger="load"' in text  # without scrolling to it


def test_while_the_worker_reads_the_part_asks_again_four_times_a_second(as_member, noor):
    text = part(as_member(noor), ask_for_grass(noor)).content.decode()

    assert 'data-hx-trigger="every 250ms"' in text
    assert "?sinds=" in text
    assert "<html" not in text


def test_the_first_part_waits_a_moment_for_the_worker(as_member, noor, bram, monkeypatch):
    offer_to_mow(bram)
    ask = ask_for_grass(noor)
    waits = iter([lambda: None, suggest])
    monkeypatch.setattr(posts, "sleep", lambda _seconds: next(waits)())

    assert MOWS in part(as_member(noor), ask).content.decode()


def test_of_an_old_post_nothing_is_held(as_member, noor, monkeypatch):
    ask = ask_for_grass(noor)
    Post.objects.update(made_at=timezone.now() - timedelta(minutes=1))
    monkeypatch.setattr(posts, "sleep", lambda _seconds: 1 / 0)

    assert "every 250ms" in part(as_member(noor), ask).content.decode()
    assert part(as_member(noor), ask, sinds=now()).status_code == 204


def test_as_long_as_nothing_is_new_it_hears_nothing(as_member, noor):
    assert part(as_member(noor), ask_for_grass(noor), sinds=now()).status_code == 204


def test_after_twenty_seconds_it_stops_by_itself(as_member, noor):
    answer = part(as_member(noor), ask_for_grass(noor), sinds=now() - 25)

    assert answer.status_code == 200
    assert "every 250ms" not in answer.content.decode()
    assert "Kijk hier over een paar minuten nog eens" in answer.content.decode()


def test_asking_again_costs_one_look(as_member, noor):
    ask = ask_for_grass(noor)
    client = as_member(noor)
    part(client, ask, sinds=now())

    with CaptureQueriesContext(connection) as seen:
        assert part(client, ask, sinds=now()).status_code == 204

    ours = [query for query in seen if "matching_" in query["sql"]]
    assert len(ours) == 1
    assert len(seen) <= 4


@pytest.mark.parametrize("odd", ["", "x", "-1", "9" * 40, "1e5"])
def test_an_odd_moment_is_no_error(as_member, noor, odd):
    assert part(as_member(noor), ask_for_grass(noor), sinds=odd).status_code == 200


def test_then_offers_stand_there_with_the_reason(as_member, noor, bram):
    offer_to_mow(bram)
    ask = ask_for_grass(noor)
    suggest()

    text = part(as_member(noor), ask, sinds=now()).content.decode()

    assert MOWS in text
    assert "Waarom het past:" in text
    assert "every 250ms" not in text


def test_without_javascript_it_is_a_page_with_a_link_to_look_again(as_member, noor):
    text = as_member(noor).get(url(ask_for_grass(noor))).content.decode()

    assert "<h1>" in text
    assert "Kijk opnieuw" in text


def test_of_people_an_asker_reads_only_how_many(as_member, noor, molenwijk):
    people = gardeners(molenwijk, 3)
    ask = ask_for_grass(noor)
    suggest()

    text = part(as_member(noor), ask).content.decode()

    assert "3 mensen in de buurt doen zoiets graag" in text
    assert not any(person.name in text or str(person.pk) in text for person in people)


def test_people_who_are_on_a_break_or_blocked_are_not_counted(as_member, noor, molenwijk):
    first, second, _third = gardeners(molenwijk, 3)
    ask = ask_for_grass(noor)
    suggest()
    block(first, by=noor)
    pause(second, until=None, by=second)

    assert "1 mens in de buurt doet zoiets graag" in part(as_member(noor), ask).content.decode()


@pytest.mark.parametrize(("score", "near"), [(0.18, True), (0.1, False)])
def test_when_nothing_fits_it_says_so_and_shows_what_is_near(as_member, noor, bram, score, near):
    ask = ask_for_grass(noor)
    suggest()
    suggestion(ask, bram, offer=offer_to_mow(bram), near=True, score=score)

    text = part(as_member(noor), ask).content.decode()

    assert "Nog geen aanbod dat goed past" in text
    assert ("Dit komt het dichtst in de buurt" in text) is near
    assert "Een buurtverbinder denkt met je mee" in text


def test_why_others_fell_off_is_told_in_numbers_without_blocks(as_member, noor, bram, fatima):
    offer_to_mow(bram, when_bits=1)
    offer_to_mow(fatima)
    block(fatima, by=noor)
    ask = ask_for_grass(noor, when_bits=1 << 20)
    suggest()

    text = part(as_member(noor), ask).content.decode()

    assert "1 mens kan op andere tijden." in text
    assert "geblokkeerd" not in text.casefold()


def test_nothing_is_sent_at_posting(noor, bram, molenwijk):
    gardeners(molenwijk, 2)
    ask_for_grass(noor)

    suggest()

    assert not Invitation.objects.exists()
    assert not Notification.objects.exists()


def test_for_an_offer_the_asks_that_fit_stand_there(as_member, noor, bram):
    ask = ask_for_grass(noor)
    offer = offer_to_mow(bram)
    suggest()

    text = part(as_member(bram), offer).content.decode()

    assert ask.title in text
    assert "Deze vragen passen misschien bij je" in text


def test_an_offer_without_an_ask_tells_the_truth(as_member, bram):
    offer = offer_to_mow(bram)
    suggest()

    text = part(as_member(bram), offer).content.decode()

    assert "Er past nog geen vraag bij" in text
    assert "/suggesties/helpers/" in text


@pytest.mark.parametrize("who", ["bram", "fatima", "nadia"])
def test_what_fits_mine_is_mine_to_see(as_member, request, noor, who):
    ask = ask_for_grass(noor)
    suggest()

    assert as_member(request.getfixturevalue(who)).get(url(ask)).status_code == 404


def test_a_guest_signs_in_first(as_member, noor):
    ask = ask_for_grass(noor)

    assert as_member().get(url(ask)).url.startswith("/inloggen/")


def test_an_offer_the_asker_says_no_to_goes_and_its_owner_hears_nothing(as_member, noor, bram):
    ask = ask_for_grass(noor)
    row = suggestion(ask, bram, offer=offer_to_mow(bram))
    client = as_member(noor)

    answer = client.post(f"/suggesties/{row.pk}/past-niet/", {"answer": "far"})

    assert answer.url == url(ask)
    assert MOWS not in client.get(url(ask)).content.decode()
    assert not Notification.objects.filter(to=bram).exists()


def test_an_asker_has_no_say_about_people_who_are_only_a_number(as_member, noor, bram):
    row = suggestion(ask_for_grass(noor), bram)

    assert as_member(noor).get(f"/suggesties/{row.pk}/past-niet/").status_code == 404
    assert as_member(noor).post(f"/suggesties/{row.pk}/vragen/").status_code == 404


def test_ask_this_person_sends_one_careful_question(as_member, noor, bram):
    ask = ask_for_grass(noor)
    row = suggestion(ask, bram, offer=offer_to_mow(bram))
    client = as_member(noor)

    client.post(f"/suggesties/{row.pk}/vragen/")
    client.post(f"/suggesties/{row.pk}/vragen/")

    assert invited(ask) == {"Bram"}
    told = Notification.objects.get(to=bram)
    assert ask.title not in f"{told.subject} {told.text}"
    assert "niemand ziet dat we het je vroegen" in told.text


def test_ask_a_few_asks_at_most_three(as_member, noor, molenwijk):
    gardeners(molenwijk, 5)
    ask = ask_for_grass(noor)
    suggest()
    client = as_member(noor)

    client.post(f"{url(ask)}mensen/")
    client.post(f"{url(ask)}mensen/")

    assert Invitation.objects.filter(ask=ask).count() == 3
    text = client.get(url(ask)).content.decode()
    assert "Tuinier" not in text


def test_before_greeting_nobody_is_asked(as_member, nadia, bram):
    likes_gardens(bram)
    ask = ask_for_grass(nadia)
    suggest()

    as_member(nadia).post(f"{url(ask)}mensen/")

    assert not Invitation.objects.exists()


def test_many_suggestions_cost_no_more(as_member, noor, molenwijk):
    ask = ask_for_grass(noor)
    suggest()
    people = gardeners(molenwijk, 4)
    suggestion(ask, people[0], offer=offer_to_mow(people[0]))
    client = as_member(noor)
    client.get(url(ask))
    few = _queries(client, ask)

    for person in people[1:]:
        suggestion(ask, person, offer=offer_to_mow(person))

    assert _queries(client, ask) == few <= 16


def _queries(client, ask: Post) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(url(ask)).status_code == 200
    assert Suggestion.objects.filter(ask=ask).exists()
    return len(seen)


@pytest.mark.parametrize("how", ["on a break", "rather not asked"])
def test_who_is_not_to_be_asked_gets_no_promise(as_member, noor, bram, how):
    offer, ask = offer_to_mow(bram), ask_for_grass(noor)
    suggest()
    row, client = Suggestion.objects.get(ask=ask, offer=offer), as_member(noor)
    assert f"/suggesties/{row.pk}/vragen/" in client.get(url(ask)).content.decode()

    if how == "on a break":
        pause(bram, until=None, by=bram)
    else:
        choosing.choose_weekly(bram, 0, by=bram)

    text = client.get(url(ask)).content.decode()
    assert f"/suggesties/{row.pk}/vragen/" not in text
    assert (MOWS in text) == (how == "rather not asked")  # then one answers the offer oneself
    late = client.post(f"/suggesties/{row.pk}/vragen/", follow=True).content.decode()
    assert "Reageer gerust zelf op het aanbod" in late
    assert not Invitation.objects.exists()


def test_a_professional_opens_every_number_for_the_ask_of_a_client(as_member, noor, bram):
    ask = ask_for_grass(noor)
    offer = offer_to_mow(bram)
    suggest()
    assert Suggestion.objects.filter(ask=ask, offer=offer).exists()
    assert "Alle getallen" not in as_member(noor).get(url(ask)).content.decode()

    Post.objects.filter(pk=ask.pk).update(mandate=uuid7(), stands_for="professional")

    text = as_member(noor).get(url(ask)).content.decode()
    assert "Alle getallen" in text
    assert "Hetzelfde soort hulp" in text


def test_who_rather_looks_themselves_is_not_counted_among_people_to_ask(
    as_member, noor, bram, molenwijk
):
    likes_gardens(bram), gardeners(molenwijk, 1)
    ask = ask_for_grass(noor)
    suggest()

    choosing.choose_weekly(bram, 0, by=bram)

    assert "1 mens in de buurt doet zoiets graag" in part(as_member(noor), ask).content.decode()
