"""Dagstart: asks that wait for a connector."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plein.features.noticeboard import actions, matters
from plein.features.noticeboard.models import AskClock, Concern, FollowUp, OnClock, Post
from plein.features.noticeboard.tests.making import agreed, answered, make_ask, make_offer
from plein.foundation.communities.actions import block, greet
from plein.foundation.communities.models import RoleName
from plein.testing.cast import give

ASK = "Iemand in Molenwijk zoekt hulp met boodschappen of koken"
UNANSWERED = "Vragen zonder antwoord"
NEW = "Vragen van mensen die we nog niet kennen"


def day(client):
    return client.get("/dagstart/").content.decode()


def hours_ago(number):
    """So long ago, and the clock of each has come to its step."""
    moment = timezone.now() - timedelta(hours=number)
    Post.objects.update(made_at=moment)
    AskClock.objects.update(step=min(number // 24, 5), reached_at=moment)


@pytest.fixture
def ask(noor):
    post = make_ask(noor)
    hours_ago(49)
    return post


def test_a_connector_sees_theme_and_wijk_of_what_waits_two_days(as_member, fatima, ask):
    text = day(as_member(fatima))

    assert UNANSWERED in text
    assert ASK in text
    assert ask.get_absolute_url() in text


def test_not_a_word_of_what_was_written_stands_there(as_member, fatima, ask):
    text = day(as_member(fatima))

    assert "Kanarie" not in text
    assert "Noor" not in text


def test_before_two_days_neighbours_get_the_time(as_member, fatima, ask):
    hours_ago(47)

    assert ASK not in day(as_member(fatima))


def test_an_answer_takes_it_away(as_member, fatima, bram, ask):
    answered(ask, bram)

    assert ASK not in day(as_member(fatima))


def test_an_answer_of_somebody_new_does_not_count_until_they_are_greeted(
    as_member, fatima, nadia, ask
):
    actions.respond(ask, "Ik kan", by=nadia)

    assert ASK in day(as_member(fatima))


@pytest.mark.parametrize("gone", ["closed", "hidden"])
def test_what_is_not_on_the_board_waits_for_nobody(as_member, fatima, noor, ask, gone):
    now = timezone.now()
    if gone == "closed":
        actions.close(ask, "elsewhere", by=noor)
    else:
        Post.objects.update(hidden_at=now)

    assert ASK not in day(as_member(fatima))


def test_an_offer_waits_for_nobody(as_member, fatima, bram):
    make_offer(bram)
    hours_ago(49)

    assert "lampen" not in day(as_member(fatima))
    assert UNANSWERED not in day(as_member(fatima))


def test_who_waits_longest_stands_first(as_member, fatima, noor, bram):
    make_ask(bram, theme="tuin")
    old = make_ask(noor)
    hours_ago(60)
    Post.objects.filter(pk=old.pk).update(made_at=timezone.now() - timedelta(hours=90))

    group = as_member(fatima).get("/dagstart/").context["groups"][0]

    assert [matter.theme for matter in group.matters] == ["boodschappen-koken", "tuin"]


def test_an_ask_of_somebody_new_is_there_at_once(as_member, fatima, nadia):
    make_ask(nadia)

    text = day(as_member(fatima))

    assert NEW in text
    assert f"{ASK}. We kennen de vrager nog niet." in text


def test_greeting_the_asker_takes_it_away(as_member, fatima, nadia):
    make_ask(nadia)
    greet(nadia, by=fatima)

    assert ASK not in day(as_member(fatima))


def test_an_ask_stands_there_once(as_member, fatima, nadia):
    make_ask(nadia)
    hours_ago(49)

    assert day(as_member(fatima)).count(ASK) == 1


def test_nobody_has_a_say_in_their_own_ask(as_member, fatima, mila):
    own = make_ask(fatima)
    hours_ago(49)

    assert own.get_absolute_url() not in day(as_member(fatima))
    assert own.get_absolute_url() in day(as_member(mila))


@pytest.mark.parametrize("first", ["noor", "fatima"])
def test_who_blocked_each_other_do_not_meet_here_either(as_member, noor, fatima, ask, first):
    one, other = (noor, fatima) if first == "noor" else (fatima, noor)
    block(other, by=one)

    assert ASK not in day(as_member(fatima))


def test_what_is_for_one_wijk_is_opened_on_its_own_site(as_member, fatima, noor):
    make_ask(noor, reach="here")
    hours_ago(49)

    assert "//molenwijk.testserver/prikbord/" in day(as_member(fatima))


def test_a_connector_of_one_wijk_sees_that_wijk_only(as_member, bram, mila, noor, molenwijk):
    give(bram, RoleName.CONNECTOR, molenwijk)
    make_ask(noor), make_ask(mila, theme="tuin")
    hours_ago(49)

    page = as_member(bram, host="molenwijk.testserver").get("/dagstart/")

    assert [m.theme for group in page.context["groups"] for m in group.matters] == [
        "boodschappen-koken"
    ]


def test_another_town_sees_nothing(as_member, joost, elders, ask):
    give(joost, RoleName.CONNECTOR, elders)

    text = day(as_member(joost, host="elders.testserver"))

    assert "Er wacht niets" in text
    assert "Molenwijk" not in text


def test_a_neighbour_and_a_guest_see_no_day_start(as_member, bram, ask):
    assert as_member(bram).get("/dagstart/").status_code == 404
    assert as_member().get("/dagstart/").url.startswith("/inloggen/")


def test_many_asks_cost_no_more_queries(noor, ask):
    few = _queries(noor.town_id)
    for _ in range(10):
        make_ask(noor)
    hours_ago(49)

    assert _queries(noor.town_id) == few <= 4


def _queries(town_id):
    with CaptureQueriesContext(connection) as queries:
        assert list(matters.unanswered(town_id))
    return len(queries)


def test_a_talk_by_phone_leaves_it_there_until_a_neighbour_helps(as_member, fatima, ask):
    actions.note_contact(ask, "reached", by=fatima)

    assert ASK in day(as_member(fatima))


def test_who_needs_more_help_stands_there_until_somebody_called(as_member, fatima, noor, bram):
    pair = agreed(make_ask(noor), bram)
    follow_up = FollowUp.objects.get(member=noor, after="week")
    actions.answer_follow_up(follow_up, "more_help", by=noor)
    assert "Noor heeft meer hulp nodig" in day(as_member(fatima))

    actions.follow_up_seen(follow_up, by=fatima)

    assert "meer hulp" not in day(as_member(fatima))
    assert pair.pk


def test_what_happened_is_for_the_people_by_name(as_member, fatima, mila, noor, bram):
    OnClock.objects.create(
        town_id=mila.town_id, community_id=mila.town_id, member=mila, name="Mila", for_safety=True
    )
    pair = agreed(make_ask(noor), bram)
    actions.tell_concern(pair, "incident", "money", by=noor)

    assert f"/prikbord/zorg/{Concern.objects.get().pk}/" in day(as_member(mila))
    assert "/prikbord/zorg/" not in day(as_member(fatima))
