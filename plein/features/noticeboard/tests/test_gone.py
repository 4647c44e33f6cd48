"""Somebody died or moved away: one tap stops everything, a person tells the others (HELP-15)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.features.noticeboard import actions
from plein.features.noticeboard.models import AskClock, Farewell, FollowUp, Match, Post, Response
from plein.features.noticeboard.tests.making import agreed, answered, make_ask, make_offer
from plein.foundation.communities import tasks
from plein.foundation.communities.actions import back_again, gone
from plein.foundation.communities.models import Member
from plein.foundation.outbox.models import Message
from plein.shared.notifications.actions import notify
from plein.shared.notifications.models import Notification

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(noor, bram):
    return agreed(make_ask(noor), bram)


def gone_page(member) -> str:
    return f"/mensen/{member.pk}/weg/"


def day(client):
    return client.get("/dagstart/").content.decode()


def test_one_tap_stops_everything(as_member, fatima, noor, bram, pair):
    make_offer(noor)

    as_member(fatima).post(gone_page(noor), {"because": "died"})

    noor.refresh_from_db()
    assert noor.state == Member.State.LEFT
    assert not Post.objects.of(noor).filter(closed_at=None).exists()
    assert not Match.objects.exists()
    assert not FollowUp.objects.filter(member=noor).exists()
    assert not Message.objects.filter(member_id=noor.pk, state="waiting").exists()


def test_no_machine_tells_the_others(fatima, noor, bram, pair):
    before = Notification.objects.filter(to=bram).count()

    gone(noor, "died", by=fatima)

    assert Notification.objects.filter(to=bram).count() == before


def test_a_person_does(as_member, fatima, noor, bram, pair):
    gone(noor, "died", by=fatima)
    assert "Vertel Bram dat de afspraak niet doorgaat" in day(as_member(fatima))
    url = f"/prikbord/afscheid/{Farewell.objects.get().pk}/"
    assert "ik wil het u zelf vertellen" in as_member(fatima).get(url).content.decode()

    as_member(fatima).post(url)

    assert Farewell.objects.get().told_by == fatima
    assert "Vertel Bram" not in day(as_member(fatima))


def test_nothing_is_told_to_who_is_gone(fatima, noor):
    gone(noor, "moved", by=fatima)
    noor.refresh_from_db()

    assert notify(noor, key="x.y", url="/", subject="Hoi", text="Hoi", once="1") is None


def test_an_ask_whose_helper_is_gone_waits_for_an_answer_again(fatima, noor, bram):
    answered(make_ask(noor), bram)
    assert AskClock.objects.get().due_at is None

    gone(bram, "moved", by=fatima)

    assert Response.objects.get().state == "withdrawn"
    assert AskClock.objects.get().due_at is not None


def test_a_mistake_can_be_taken_back(as_member, fatima, noor):
    as_member(fatima).post(gone_page(noor), {"because": "died"})

    as_member(fatima).post(gone_page(noor), {"back": "1"})

    noor.refresh_from_db()
    assert noor.is_here
    assert as_member(noor).get("/prikbord/mijn/").status_code == 200


def test_after_thirty_days_the_person_is_forgotten(fatima, noor):
    gone(noor, "died", by=fatima)
    tasks.forget_who_is_gone()
    assert Member.objects.get(pk=noor.pk).name == "Noor"
    Member.objects.filter(pk=noor.pk).update(gone_at=timezone.now() - timedelta(days=31))

    tasks.forget_who_is_gone()

    left = Member.objects.get(pk=noor.pk)
    assert left.name == "Iemand die weg is"
    assert left.account is None
    assert left.gone_at is None


def test_twice_is_once(fatima, noor, bram, pair):
    gone(noor, "died", by=fatima)
    gone(noor, "moved", by=fatima)

    assert Member.objects.get(pk=noor.pk).gone_because == "died"
    assert Farewell.objects.count() == 1
    back_again(bram, by=fatima)
    assert Member.objects.get(pk=bram.pk).is_here


def test_neighbours_cannot_say_it_of_each_other(as_member, noor, bram, joost):
    assert as_member(bram).post(gone_page(noor), {"because": "died"}).status_code == 404
    assert as_member(joost).post(gone_page(noor), {"because": "died"}).status_code in (302, 404)
    assert as_member().post(gone_page(noor), {"because": "died"}).status_code == 302
    assert Member.objects.get(pk=noor.pk).is_here


def test_nor_a_connector_of_herself(as_member, fatima):
    assert as_member(fatima).get(gone_page(fatima)).status_code == 403


def test_without_a_choice_nothing_stops(as_member, fatima, noor):
    assert as_member(fatima).post(gone_page(noor), {"because": "x"}).status_code == 422
    assert Member.objects.get(pk=noor.pk).is_here


def test_a_neighbour_does_not_open_the_page_of_who_is_told(as_member, fatima, noor, bram, pair):
    gone(noor, "died", by=fatima)

    url = f"/prikbord/afscheid/{Farewell.objects.get().pk}/"

    assert as_member(bram).get(url).status_code == 404
    assert as_member().get(url).status_code == 302
    with pytest.raises(Farewell.DoesNotExist):
        Farewell.objects.get(told_at__isnull=False)
    actions.farewell_told(Farewell.objects.get(), by=fatima)
    assert Farewell.objects.get().told_at


# The helper is gone: an asker is asked whether somebody else should be looked for


@pytest.mark.parametrize("again", [True, False])
def test_who_tells_the_asker_puts_the_ask_back(as_member, fatima, noor, bram, again):
    ask = make_ask(noor, again=again)
    response = agreed(ask, bram)
    if again:
        actions.done(response, by=noor)
    gone(bram, "died", by=fatima)
    url = f"/prikbord/afscheid/{Farewell.objects.get().pk}/"
    client = as_member(fatima)
    assert "Zullen we iemand anders voor u zoeken?" in client.get(url).content.decode()
    assert not Post.objects.get().is_open

    client.post(url, {"again": "1"})

    assert Post.objects.get().is_open
    assert AskClock.objects.get().due_at is not None
    assert Farewell.objects.get().told_by == fatima


def test_an_asker_may_say_that_it_is_fine_so(as_member, fatima, noor, bram, pair):
    gone(bram, "moved", by=fatima)

    as_member(fatima).post(f"/prikbord/afscheid/{Farewell.objects.get().pk}/")

    assert not Post.objects.get().is_open


def test_a_helper_is_not_asked_about_somebody_elses_ask(as_member, fatima, noor, bram, pair):
    gone(noor, "died", by=fatima)
    url, client = f"/prikbord/afscheid/{Farewell.objects.get().pk}/", as_member(fatima)

    assert "iemand anders" not in client.get(url).content.decode()
    client.post(url, {"again": "1"})

    assert not Post.objects.get().is_open
