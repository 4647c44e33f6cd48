"""Every ask gets a human answer: the clock of an ask, step by step (HELP-9)."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.features.noticeboard import actions, promise, tasks
from plein.features.noticeboard.models import AnswerRules, AskClock, OnClock, Post
from plein.features.noticeboard.tests.making import agreed, answered, make_ask, make_offer
from plein.foundation.audit.models import Record
from plein.foundation.communities.actions import block
from plein.foundation.communities.models import Member
from plein.foundation.jobs import rounds
from plein.shared.conversations import actions as conversations
from plein.shared.notifications.models import Notification

pytestmark = pytest.mark.django_db
MONDAY = "2026-11-23T10:00:00+01:00"


@pytest.fixture
def monday():
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def ask(monday, noor, fatima):
    return make_ask(noor)


def go_on(clock, **later) -> None:
    clock.shift(timedelta(**later))
    tasks.climb()


def step() -> int:
    return AskClock.objects.get().step


def heard(member) -> list[str]:
    told = Notification.objects.filter(to=member, key__startswith="noticeboard")
    return [one.subject for one in told.order_by("id")]


def test_an_ask_begins_its_clock_and_an_offer_has_none(ask, bram):
    make_offer(bram)

    clock = AskClock.objects.get()

    assert clock.post == ask
    assert clock.step == 0
    assert clock.due_at == timezone.now() + timedelta(days=1)


def test_before_its_time_nothing_happens(ask, monday, noor):
    go_on(monday, hours=23)

    assert step() == 0
    assert heard(noor) == []


def test_after_a_day_the_asker_hears_that_we_ask_around(ask, monday, noor):
    go_on(monday, hours=24)

    assert step() == AskClock.Step.INVITED
    assert heard(noor) == ["Nog geen reactie. We vragen rond"]


def test_after_two_days_somebody_by_name_looks_along(ask, monday, noor):
    for _day in range(2):
        go_on(monday, days=1)

    assert step() == AskClock.Step.CONNECTOR
    assert heard(noor)[-1] == "Nog geen reactie. Els zoekt met je mee"


def test_it_climbs_every_step_and_ends_at_the_last_resort(ask, monday, noor):
    for _day in range(14):
        go_on(monday, days=1)

    assert step() == AskClock.Step.LAST
    assert "Het wijkteam neemt je vraag op" in heard(noor)
    assert "We zoeken een organisatie die je kan helpen" in heard(noor)


def test_who_is_on_the_clock_hears_of_it_once_a_day(monday, noor, bram, fatima):
    OnClock.objects.filter(name="Els").update(member=fatima)
    make_ask(noor)
    make_ask(bram, title="Wie brengt mij?")

    for _day in range(2):
        go_on(monday, days=1)

    told = Notification.objects.filter(to=fatima, key="noticeboard.on_clock")
    assert told.count() == 1
    assert "Kanarie" not in told.get().text


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_an_answer_of_a_neighbour_stops_the_clock(ask, monday, bram, steps):
    for _day in range(steps):
        go_on(monday, days=1)

    answered(ask, bram)
    go_on(monday, days=30)

    assert AskClock.objects.get().due_at is None
    assert step() == steps


def test_an_answer_of_somebody_nobody_met_does_not(ask, monday, nadia):
    actions.respond(ask, "Ik wil wel.", by=nadia)

    assert AskClock.objects.get().due_at is not None


def test_a_helper_who_steps_back_starts_it_again(ask, monday, bram):
    answered(ask, bram)
    go_on(monday, days=2)

    actions.withdraw(ask.responses.get(), by=bram)

    clock = AskClock.objects.get()
    assert clock.step == AskClock.Step.INVITED
    assert clock.due_at == timezone.now() + timedelta(days=2)


def test_a_talk_that_was_ended_is_no_answer_any_more(ask, monday, noor, bram):
    conversation = answered(ask, bram)

    conversations.close(conversation, by=noor)
    tasks.look_for_stopped_clocks()

    assert AskClock.objects.get().due_at is not None


def test_nor_is_one_with_somebody_who_was_blocked(ask, monday, noor, bram):
    answered(ask, bram)

    block(bram, by=noor)
    tasks.look_for_stopped_clocks()

    assert AskClock.objects.get().due_at is not None


def test_what_was_agreed_is_an_answer_for_good(ask, monday, bram):
    agreed(ask, bram)
    tasks.look_for_stopped_clocks()

    assert AskClock.objects.get().due_at is None


def test_closing_stops_it_and_coming_back_starts_it(ask, monday, noor):
    actions.close(ask, "not_needed", by=noor)
    assert AskClock.objects.get().due_at is None

    actions.renew(ask, by=noor)

    assert AskClock.objects.get().due_at is not None


def test_looking_twice_changes_nothing(ask, monday):
    before = AskClock.objects.values().get()

    actions.look(Post.objects.get())

    assert AskClock.objects.values().get() == before


def test_an_ask_without_a_clock_gets_one(ask, monday):
    AskClock.objects.all().delete()

    tasks.look_for_stopped_clocks()

    assert AskClock.objects.get().due_at is not None


def test_a_worker_that_was_away_takes_one_step_at_a_time(ask, monday, noor):
    go_on(monday, days=20)
    tasks.climb()

    assert step() == AskClock.Step.INVITED
    assert len(heard(noor)) == 1


@pytest.mark.parametrize("result", ["message", "no_answer", "moved"])
def test_a_message_left_is_no_answer(ask, monday, fatima, result):
    actions.note_contact(ask, result, by=fatima)

    assert not promise.is_answered(ask)
    assert Post.objects.get().first_answered_at is None


def test_a_talk_by_phone_is_one_and_the_clock_looks_again_later(ask, monday, fatima):
    go_on(monday, days=1)

    actions.note_contact(ask, "reached", by=fatima)

    assert promise.is_answered(ask)
    assert Post.objects.get().first_answered_at == timezone.now()
    assert AskClock.objects.get().due_at > timezone.now() + timedelta(days=3)
    assert Record.objects.filter(key="noticeboard.contact.noted").exists()


def test_we_did_not_succeed_comes_only_after_a_talk(ask, monday, fatima):
    with pytest.raises(actions.NotSpoken):
        actions.admit_unmet(ask, by=fatima)
    assert Post.objects.get().is_open

    actions.note_contact(ask, "reached", by=fatima)
    actions.admit_unmet(ask, by=fatima)

    assert Post.objects.get().closing == "unmet"


def test_when_nobody_acts_at_the_last_step_the_place_takes_no_asks(ask, monday, noor, bram):
    for _day in range(16):
        go_on(monday, days=1)

    assert AnswerRules.objects.get().closed_because == "nobody_acted"
    assert "We hebben wat meer tijd nodig voor je vraag" in heard(noor)
    with pytest.raises(actions.PlaceRests):
        make_ask(bram)
    assert make_offer(bram).is_open


def test_when_somebody_acted_it_goes_on_taking_them(ask, monday, fatima, bram):
    for _day in range(11):
        go_on(monday, days=1)
    assert step() == AskClock.Step.LAST

    actions.note_contact(ask, "reached", by=fatima)
    go_on(monday, days=9)

    assert not AnswerRules.objects.exclude(closed_at=None).exists()
    assert make_ask(bram).is_open


def test_who_still_waits_is_reminded_that_we_did_not_forget(ask, monday, noor):
    for _day in range(30):
        go_on(monday, days=1)

    assert heard(noor).count("We zijn je vraag niet vergeten") >= 2
    assert AskClock.objects.get().due_at is not None


@pytest.mark.parametrize("gone", ["Els", "Wim", "Het wijkteam"])
def test_a_place_with_too_few_people_takes_no_asks(waterdrecht, noor, gone):
    OnClock.objects.filter(name=gone).delete()

    with pytest.raises(actions.PlaceRests):
        make_ask(noor)


def test_when_everybody_is_away_it_rests_and_wakes_up_by_itself(waterdrecht, noor, monday):
    today = timezone.localdate()
    OnClock.objects.filter(last_resort=False).update(
        away_from=today, away_until=today + timedelta(days=3)
    )

    tasks.see_who_is_there()
    assert AnswerRules.objects.get().closed_because == "all_away"
    with pytest.raises(actions.PlaceRests):
        make_ask(noor)

    monday.shift(timedelta(days=4))
    tasks.see_who_is_there()

    assert make_ask(noor).is_open


def test_a_connector_on_a_break_is_away(waterdrecht, noor, fatima, mila):
    OnClock.objects.filter(name="Els").update(member=fatima)
    OnClock.objects.filter(name="Wim").update(member=mila)
    Member.objects.filter(pk__in=[fatima.pk, mila.pk]).update(state=Member.State.PAUSED)

    assert not promise.watch(waterdrecht).takes_asks


def test_a_district_without_people_of_its_own_is_watched_by_the_town(molenwijk):
    watch = promise.watch(molenwijk)

    assert [row.name for row in watch.people] == ["Els", "Wim"]
    assert watch.takes_asks


def test_a_district_with_its_own_people_watches_over_itself(molenwijk, waterdrecht, mila):
    for name, last in [("Ans", False), ("Piet", False), ("Huisarts", True)]:
        actions.put_on_clock(molenwijk, by=mila, name=name, phone="0184 1", last_resort=last)

    assert [row.name for row in promise.watch(molenwijk).people] == ["Ans", "Piet"]
    assert [row.name for row in promise.watch(waterdrecht).people] == ["Els", "Wim"]


def test_another_town_is_another_clock(elders, joost, ask, monday):
    OnClock.objects.filter(town=elders).delete()

    assert promise.watch(ask.community).takes_asks
    with pytest.raises(actions.PlaceRests):
        make_ask(joost)


def test_rules_of_a_place_decide_when(monday, noor, molenwijk, mila):
    values = {"invite_after": 12, "connector_after": 24}
    actions.change_rules(molenwijk, values, by=mila)

    make_ask(noor)
    go_on(monday, hours=6)

    assert step() == AskClock.Step.INVITED


def test_the_figure_is_silent_about_few_asks(ask, waterdrecht, monday):
    monday.shift(timedelta(days=3))

    assert promise.kept(waterdrecht).share is None


def test_the_figure_counts_plain_hours(waterdrecht, noor, bram, monday):
    posts = [make_ask(noor, title=f"Vraag {number}") for number in range(10)]
    for post in posts[:6]:
        Post.objects.filter(pk=post.pk).update(
            first_answered_at=timezone.now() + timedelta(hours=5)
        )
    late = timezone.now() + timedelta(hours=60)
    Post.objects.filter(pk__in=[p.pk for p in posts[6:8]]).update(first_answered_at=late)
    monday.shift(timedelta(days=4))

    kept = promise.kept(waterdrecht)

    assert (kept.asks, kept.share, kept.median_hours) == (10, 60, 5)


def test_who_still_waits_makes_the_middle_longer(waterdrecht, noor, monday):
    for number in range(12):
        make_ask(noor, title=f"Vraag {number}")
    monday.shift(timedelta(days=4))

    assert promise.kept(waterdrecht).median_hours is None
    assert promise.kept(waterdrecht).share == 0


def test_a_tick_with_nothing_due_asks_three_questions(ask, django_assert_num_queries):
    # One for asks, one for replies of professionals, one for what was told and nobody heard.
    with django_assert_num_queries(3):
        tasks.climb()


def test_of_many_asks_without_a_clock_each_gets_one(monkeypatch, noor, bram):
    monkeypatch.setattr(rounds, "PART", 2)
    helped = [make_ask(noor, title=f"Geholpen {n}") for n in range(3)]
    for ask in helped:
        actions.respond(ask, "Ik kom", by=bram)
    asks = [make_ask(noor, title=f"Vraag {n}") for n in range(3)]
    AskClock.objects.filter(post__in=asks).delete()

    assert actions.look_again() == 3

    assert AskClock.objects.filter(post__in=asks, due_at__isnull=False).count() == 3
