"""After a day without an answer a few people are asked: careful, spread, and never too often."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.bridges.matching import tasks
from plein.bridges.matching.actions import choosing, inviting
from plein.bridges.matching.models import Helper, Invitation, Suggestion
from plein.bridges.matching.tests.making import (
    ask_for_grass,
    gardeners,
    invited,
    likes_gardens,
    offer_to_mow,
    suggest,
    suggestion,
)
from plein.features.noticeboard import actions
from plein.features.noticeboard.models import AskClock, Post
from plein.features.noticeboard.waking import Waking
from plein.foundation.communities.actions import block, leave, pause
from plein.foundation.communities.models import Member
from plein.shared.notifications.models import Notification
from plein.testing.cast import make_member


@pytest.fixture(autouse=True)
def _by_day(time_machine_at_noon):
    """The clock asks nobody in the evening."""


@pytest.fixture
def time_machine_at_noon(monkeypatch):
    monkeypatch.setattr(Waking, "is_awake", lambda *_: True)


def older(ask):
    AskClock.objects.filter(post=ask).update(step=AskClock.Step.INVITED)
    return ask


def old_ask(author, people, **said):
    """An ask of yesterday, and people whom it fits, the best first."""
    ask = older(ask_for_grass(author, **said))
    for number, person in enumerate(people):
        suggestion(ask, person, score=0.9 - number / 100)
    return ask


def neighbours(home, number):
    return [make_member(f"Buur{n}", home) for n in range(number)]


def test_after_a_day_three_people_are_asked(noor, molenwijk):
    ask = old_ask(noor, neighbours(molenwijk, 6))

    tasks.invite()

    assert len(invited(ask)) == 3
    assert Notification.objects.count() == 3


def test_the_whole_way_from_profile_to_question(noor, molenwijk):
    gardeners(molenwijk, 2)
    ask = older(ask_for_grass(noor))
    suggest()

    tasks.invite()

    assert invited(ask) == {"Tuinier0", "Tuinier1"}


def test_before_that_day_nobody_is(noor, bram):
    ask = ask_for_grass(noor)
    suggestion(ask, bram)

    tasks.invite()

    assert invited(ask) == set()


def test_not_in_the_evening(monkeypatch, noor, bram):
    monkeypatch.setattr(Waking, "is_awake", lambda *_: False)
    ask = old_ask(noor, [bram])

    tasks.invite()

    assert invited(ask) == set()


def test_asking_again_asks_nobody_twice_and_nobody_more(noor, molenwijk):
    ask = old_ask(noor, neighbours(molenwijk, 6))

    for _ in range(3):
        tasks.invite()

    assert Invitation.objects.filter(ask=ask).count() == 3


def test_after_some_days_the_next_three_are_asked(noor, molenwijk):
    ask = old_ask(noor, neighbours(molenwijk, 6))
    tasks.invite()
    Invitation.objects.update(made_at=timezone.now() - timedelta(days=4))

    tasks.invite()

    assert Invitation.objects.filter(ask=ask).count() == 6


def test_a_no_does_not_make_room_so_nobody_can_count_it(noor, molenwijk):
    people = neighbours(molenwijk, 6)
    ask = old_ask(noor, people)
    tasks.invite()
    said_no = Member.objects.get(name=sorted(invited(ask))[0])
    inviting.say(ask, said_no, "no_time", by=said_no)

    tasks.invite()

    assert Invitation.objects.filter(ask=ask).count() == 3


def test_an_answered_ask_is_left_alone(noor, bram, fatima):
    ask = old_ask(noor, [bram])
    actions.respond(ask, "Ik kom", by=fatima)

    tasks.invite()

    assert invited(ask) == set()


@pytest.mark.parametrize("end", ["closed", "hidden", "expired"])
def test_what_is_over_is_left_alone(noor, bram, end):
    ask = old_ask(noor, [bram])
    now = timezone.now()
    change = {
        "closed": {"closed_at": now, "closing": "found"},
        "hidden": {"hidden_at": now},
        "expired": {"expires_at": now},
    }[end]
    Post.objects.filter(pk=ask.pk).update(**change)

    tasks.invite()

    assert invited(ask) == set()


def test_for_somebody_nobody_met_yet_nobody_is_asked(nadia, bram):
    ask = old_ask(nadia, [bram])

    tasks.invite()

    assert invited(ask) == set()


def test_somebody_nobody_met_yet_is_not_asked(noor, nadia):
    ask = old_ask(noor, [nadia])

    tasks.invite()

    assert invited(ask) == set()


def test_somebody_on_a_break_is_not_asked(noor, bram):
    ask = old_ask(noor, [bram])
    pause(bram, until=None, by=bram)

    tasks.invite()

    assert invited(ask) == set()


@pytest.mark.parametrize("who", ["noor", "bram"])
def test_people_who_blocked_each_other_are_not_asked(request, noor, bram, who):
    ask = old_ask(noor, [bram])
    by = request.getfixturevalue(who)
    block({noor: bram, bram: noor}[by], by=by)

    tasks.invite()

    assert invited(ask) == set()


def test_what_only_comes_near_is_not_asked(noor, bram):
    ask = older(ask_for_grass(noor))
    suggestion(ask, bram, near=True)

    tasks.invite()

    assert invited(ask) == set()


@pytest.mark.parametrize(("weekly", "asked"), [(0, 0), (1, 1), (2, 2)])
def test_nobody_is_asked_more_often_than_they_chose(noor, bram, weekly, asked):
    choosing.choose_weekly(bram, weekly, by=bram)
    for number in range(4):
        old_ask(noor, [bram], title=f"Vraag {number}")

    tasks.invite()

    assert Invitation.objects.filter(to=bram, sent_at__isnull=False).count() == asked


def test_who_never_chose_is_asked_once_a_week(noor, bram):
    for number in range(3):
        old_ask(noor, [bram], title=f"Vraag {number}")

    tasks.invite()

    assert Invitation.objects.count() == 1


def test_the_next_week_they_may_be_asked_again(noor, bram):
    first = old_ask(noor, [bram])
    tasks.invite()
    Invitation.objects.update(sent_at=timezone.now() - timedelta(days=8))
    second = old_ask(noor, [bram], title="Nog een")

    tasks.invite()

    assert invited(first) == invited(second) == {"Bram"}


def test_nobody_can_choose_more_than_twice(bram):
    choosing.choose_weekly(bram, 40, by=bram)

    assert Helper.objects.get(member=bram).weekly == 2


def test_who_said_no_is_not_asked_again(noor, bram):
    ask = old_ask(noor, [bram])
    inviting.say(ask, bram, "not_this", by=bram)

    tasks.invite()

    assert invited(ask) == set()


def test_an_asker_who_asks_somebody_busy_hears_the_same_and_it_is_sent_later(
    as_member, noor, bram, fatima
):
    old_ask(fatima, [bram])
    tasks.invite()
    ask = ask_for_grass(noor)
    offer_to_mow(bram)
    suggest()
    row = Suggestion.objects.get(ask=ask, helper=bram)

    text = as_member(noor).post(f"/suggesties/{row.pk}/vragen/", follow=True).content.decode()

    assert "We vragen het voor je, op een goed moment" in text
    assert "We vragen het deze persoon voor je" in text
    assert invited(ask) == set()
    Invitation.objects.exclude(ask=ask).update(sent_at=timezone.now() - timedelta(days=8))
    tasks.invite()
    assert invited(ask) == {"Bram"}


def _waiting(ask, to):
    """Asked by the asker while there was no room in the week."""
    return Invitation.objects.create(
        town_id=ask.town_id, ask=ask, to=to, by=ask.author, way="asker"
    )


def test_what_found_no_good_moment_for_two_weeks_is_let_go(noor, bram):
    choosing.choose_weekly(bram, 0, by=bram)
    invitation = _waiting(ask_for_grass(noor), bram)
    Invitation.objects.update(made_at=timezone.now() - timedelta(days=15))

    inviting.send_waiting()

    assert not Invitation.objects.filter(pk=invitation.pk).exists()


def test_what_is_closed_meanwhile_is_asked_of_nobody(noor, bram):
    ask = ask_for_grass(noor)
    _waiting(ask, bram)
    actions.close(ask, "elsewhere", by=noor)

    inviting.send_waiting()

    assert not Invitation.objects.exists()
    assert not Notification.objects.filter(to=bram, key="matching.invited").exists()


def test_what_stays_in_one_wijk_is_asked_of_people_who_live_there(noor, bram, fatima):
    ask = old_ask(noor, [bram, fatima], reach="here")

    tasks.invite()

    assert invited(ask) == {"Bram"}


def test_one_place_in_five_is_for_who_was_not_asked_for_a_month(noor, molenwijk):
    people = neighbours(molenwijk, 5)
    often, rested = people[:4], people[4]
    past = ask_for_grass(noor, title="Van eerder")
    for person in often:
        Invitation.objects.create(
            town_id=noor.town_id, ask=past, to=person,
            sent_at=timezone.now() - timedelta(days=10),
            made_at=timezone.now() - timedelta(days=10),
        )  # fmt: skip
    asks = [old_ask(noor, people, title=f"Vraag {n}") for n in range(1)]
    turns = [ask for ask in asks if ask.pk.int % 5 < 3]

    from plein.bridges.matching.queries import turns as whose

    for ask in asks:
        picked = {row.helper for row in whose.next_for(ask, 3)}
        assert (rested in picked) == (ask in turns)


def test_the_best_of_all_are_asked_first(noor, molenwijk):
    people = neighbours(molenwijk, 6)
    ask = old_ask(noor, people)

    tasks.invite()

    assert {"Buur0", "Buur1", "Buur2"} == invited(ask)


def test_after_nine_people_a_connector_thinks_along(noor, molenwijk):
    ask = old_ask(noor, neighbours(molenwijk, 12))
    for _ in range(5):
        tasks.invite()
        Invitation.objects.update(made_at=timezone.now() - timedelta(days=4))

    assert Invitation.objects.filter(ask=ask).count() == 9


def test_the_question_tells_no_word_of_the_text_and_not_who(noor, bram):
    ask = old_ask(noor, [bram])

    tasks.invite()

    told = Notification.objects.get(to=bram)
    for secret in (ask.title, ask.text[:12], "Noor"):
        assert secret not in f"{told.subject} {told.text}"
    assert "Molenwijk" in told.subject
    assert "Tuin" in told.text


def test_a_full_place_never_has_a_fourth_question(noor, molenwijk):
    people = neighbours(molenwijk, 4)
    ask = old_ask(noor, people)
    rows = {row.helper: row for row in Suggestion.objects.filter(ask=ask)}
    for person in people[:3]:
        inviting.invite(rows[person], by=noor, way="asker")

    with pytest.raises(inviting.EnoughAsked):
        inviting.invite(rows[people[3]], by=noor, way="asker")


def test_who_leaves_takes_all_of_it_along(noor, bram):
    likes_gardens(bram)
    ask = old_ask(noor, [bram])
    suggest()
    tasks.invite()
    inviting.say(ask, bram, "far", by=bram)

    leave(bram, by=bram)

    from plein.bridges.matching.models import Feature, Feedback

    for model, name in ((Suggestion, "helper"), (Invitation, "to"), (Feedback, "helper")):
        assert not model.objects.filter(**{name: bram}).exists()
    assert not Feature.objects.filter(owner=bram).exists()
