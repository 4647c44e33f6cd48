"""Help that comes back, and a visit to which nobody came (HELP-8)."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.features.noticeboard import actions, tasks
from plein.features.noticeboard.missed_visits import looked, missed
from plein.features.noticeboard.models import FollowUp, Match, NoShow, Post, Response
from plein.features.noticeboard.tests.making import agreed, answered, make_ask
from plein.features.noticeboard.tests.test_life import heard, in_days, page_of, question
from plein.foundation.audit.models import Record

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(noor, bram):
    return agreed(make_ask(noor), bram)


@pytest.fixture
def weekly(noor, bram):
    return agreed(make_ask(noor, again=True), bram)


def test_help_that_comes_back_lives_on_after_each_time(as_member, weekly, noor, bram):
    url = f"/prikbord/afspraak/{weekly.conversation.code}/"

    as_member(bram).post(url, {"what": "done"})

    match = Match.objects.get()
    assert match.met_at
    assert not match.done_at
    page = as_member(noor).get(url).content.decode()
    assert "Het gaat door tot een van beiden stopt" in page
    assert "We zijn gestopt" in page
    assert "Afspraak afzeggen" not in page
    in_days(8)
    in_days(92)
    assert len(heard(noor, "noticeboard.follow_up")) == 2


def test_either_of_the_two_ends_it(as_member, weekly, noor, bram):
    url = f"/prikbord/afspraak/{weekly.conversation.code}/"

    question = as_member(noor).get(f"{url}stoppen/").content.decode()
    assert "Stoppen met de hulp van Bram en jou?" in question
    assert 'value="stop"' in question

    as_member(noor).post(url, {"what": "stop"})
    as_member(bram).post(url, {"what": "stop"})

    assert Match.objects.get().done_at
    assert not FollowUp.objects.exists()
    assert heard(bram, "noticeboard.stopped") == [
        "Het contact met Noor is gestopt. Dank voor alles"
    ]
    assert len(heard(noor, "noticeboard.stopped")) == 1


def test_we_stopped_together_ends_what_came_back_and_only_that(as_member, weekly, noor, bram):
    in_days(8)
    as_member().post(page_of(question(noor)), {"answer": "stopped"})

    assert Match.objects.get().done_at
    assert len(heard(bram, "noticeboard.stopped")) == 1
    weekly.refresh_from_db()
    assert weekly.state == "done"


def test_nothing_that_was_not_agreed_can_stop(noor, bram):
    talk = answered(make_ask(noor, again=True), bram)
    with pytest.raises(actions.NotAgreed):
        actions.stop(Response.objects.get(conversation=talk), by=noor)


def test_nobody_came_is_kind_offers_a_new_day_and_blames_nobody(as_member, pair, noor, bram):
    url = f"/prikbord/afspraak/{pair.conversation.code}/"
    assert "Er kwam niemand" in as_member(noor).get(url).content.decode()

    page = as_member(noor).post(url, {"what": "missed"}, follow=True).content.decode()

    assert "Wat jammer" in page
    assert "Maak een afspraak" in page
    assert heard(bram, "noticeboard.missed") == ["De afspraak met Noor liep anders"]
    assert Post.objects.get().is_open
    assert "Er kwam niemand" not in as_member(bram).get(url).content.decode()
    assert not Record.objects.filter(key="noticeboard.match.missed", by_id__isnull=False).exists()
    again = as_member(noor).post(url, {"what": "missed"}, follow=True).content.decode()
    assert "intussen veranderd" in again


def test_only_connectors_hear_that_nobody_came_and_it_is_forgotten(pair, noor, bram, fatima):
    actions.nobody_came(pair, by=noor)

    [matter] = missed(noor.town_id)
    assert matter.hidden_from == {noor.pk, bram.pk}
    assert "Noor" not in matter.words
    assert "Bram" not in matter.words

    looked(matter.about, fatima)
    assert not NoShow.objects.exists()
    NoShow.objects.create(town=pair.town, response=pair)
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        tasks.forget_who_was_missed()
    assert not NoShow.objects.exists()


def test_a_day_that_is_still_to_come_cannot_be_missed_and_weekly_help_goes_on(
    pair, noor, bram, mila
):
    Match.objects.update(planned_on=timezone.localdate() + timedelta(days=2))
    with pytest.raises(actions.NotAgreed):
        actions.nobody_came(pair, by=noor)

    every_week = agreed(make_ask(mila, again=True), bram)
    actions.done(every_week, by=bram)
    actions.nobody_came(every_week, by=bram)

    assert Match.objects.get(response=every_week).is_agreed
    assert len(heard(mila, "noticeboard.missed")) == 1
