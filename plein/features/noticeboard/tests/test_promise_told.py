"""The promise in words: who hears that a place rests, by when we call, what the figure counts."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.features.noticeboard import actions, promise, tasks
from plein.features.noticeboard.models import AskClock, OnClock, Post
from plein.features.noticeboard.resting_places import resting
from plein.features.noticeboard.tests.making import make_ask
from plein.shared.notifications.models import Notification

pytestmark = pytest.mark.django_db
MONDAY = "2026-11-23T10:00:00+01:00"
FRIDAY = "2026-11-27T10:00:00+01:00"


@pytest.fixture
def monday():
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


def step_to(step):
    """The next tick takes this step."""
    AskClock.objects.update(step=step - 1, due_at=timezone.now())
    tasks.climb()


def heard(member, key="noticeboard.step"):
    return Notification.objects.filter(to=member, key=key).order_by("id").last()


def test_who_can_do_something_hears_that_the_place_closed_by_itself(
    waterdrecht, mila, fatima, bram, as_member
):
    OnClock.objects.filter(name="Het wijkteam").update(member=fatima)
    OnClock.objects.filter(last_resort=False).update(away_from=timezone.localdate())

    for _twice in range(2):
        tasks.see_who_is_there()

    told = Notification.objects.filter(key="noticeboard.place_closed")
    pages = {one.to: one.url for one in told}
    assert pages == {mila: "/prikbord/klok/", fatima: "/prikbord/belofte/"}
    assert "neemt even geen nieuwe vragen aan" in heard(mila, "noticeboard.place_closed").subject
    assert "iedereen die de klok bewaakt is weg" in heard(mila, "noticeboard.place_closed").text
    for member in (mila, fatima):
        assert as_member(member).get(pages[member]).status_code == 200
    html = as_member(fatima).get("/dagstart/").content.decode()
    assert "Waterdrecht neemt nu geen vragen aan: iedereen die de klok bewaakt is weg" in html

    OnClock.objects.update(away_from=None)
    tasks.see_who_is_there()

    assert not list(resting(waterdrecht.pk))


def test_a_manager_who_closes_it_is_not_told_what_they_did(waterdrecht, mila, fatima):
    OnClock.objects.filter(name="Els").update(member=fatima)

    actions.close_place(waterdrecht, "manager", by=mila)

    assert heard(fatima, "noticeboard.place_closed")
    assert not heard(mila, "noticeboard.place_closed")


@pytest.mark.parametrize("step", [AskClock.Step.CONNECTOR, AskClock.Step.TEAM, AskClock.Step.LAST])
def test_each_step_says_by_when_somebody_calls(monday, noor, step):
    make_ask(noor)

    step_to(step)

    assert "belt of schrijft je morgen, dinsdag" in heard(noor).text


def test_before_a_weekend_and_closing_days_it_says_that_day(noor, waterdrecht, mila):
    with time_machine.travel(FRIDAY, tick=False):
        make_ask(noor)
        step_to(AskClock.Step.MAP)
        assert "belt je op maandag" in heard(noor).text

        closed = ["2026-11-30", *(f"2026-12-0{day}" for day in range(1, 5))]
        actions.change_rules(waterdrecht, {"closing_days": closed}, by=mila)
        AskClock.objects.update(began_at=timezone.now() - timedelta(days=30))
        step_to(AskClock.Step.TEAM)

    assert "belt of schrijft je op maandag 7 december" in heard(noor).text


def test_at_the_step_of_the_social_map_the_team_hears_what_to_tell(monday, noor, fatima):
    OnClock.objects.filter(name="Els").update(member=fatima)
    make_ask(noor)
    step_to(AskClock.Step.TEAM)
    assert heard(fatima, "noticeboard.on_clock").subject == "Iemand wacht op antwoord van ons"

    step_to(AskClock.Step.MAP)

    told = heard(fatima, "noticeboard.on_clock")
    assert told.subject == "Vertel wie dit vroeg drie plekken die kunnen helpen"
    assert "sociale kaart" in told.text
    assert "Kanarie" not in told.subject + told.text


def test_the_figure_counts_only_asks_that_neighbours_could_answer(waterdrecht, noor, monday):
    posts = [make_ask(noor, title=f"Vraag {number}") for number in range(13)]
    Post.objects.filter(pk__in=[post.pk for post in posts[:10]]).update(
        first_answered_at=timezone.now() + timedelta(hours=5)
    )
    Post.objects.filter(pk=posts[10].pk).update(hidden_at=timezone.now())
    monday.shift(timedelta(hours=3))
    actions.close(posts[11], "not_needed", by=noor)
    monday.shift(timedelta(days=4))
    actions.close(posts[12], "not_needed", by=noor)

    kept = promise.kept(waterdrecht)

    assert (kept.asks, kept.share) == (11, 91)


def test_where_a_place_rests_who_asks_for_another_reads_it_first(
    as_member, noor, waterdrecht, mila
):
    url, rests = "/prikbord/voor-een-ander/", "even geen nieuwe vragen"
    assert rests not in as_member(noor).get(url).content.decode()

    actions.close_place(waterdrecht, "manager", by=mila)

    page = as_member(noor).get(url).content.decode()
    assert page.index(rests) < page.index("data-keep")
