"""Can a place keep its promise with the people it has? `script/bench promise` lives it at length.

A July week with a connector ill, a morning with forty matters, and the hours of a village.
"""

import os
import tomllib
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.dayboard.sources import by_kind
from plein.bridges.telephone import actions as telephone
from plein.bridges.telephone.tests.busy_place import Place
from plein.features.noticeboard.models import AskClock, FollowUp, OnClock, Post
from plein.features.noticeboard.tests.making import agreed, make_ask
from plein.foundation.communities.models import RoleName
from plein.shared.notifications.models import Notification
from plein.testing.cast import give, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.once]
LONG = int(os.environ.get("PLEIN_SEEDS", "0"))
SEEDS = range(1, (LONG or 1) + 1)
VILLAGE = tomllib.loads(Path(__file__).with_name("village.toml").read_text("utf-8"))
HOURS = 2.0


@pytest.fixture
def wim(waterdrecht, centrum):
    return give(make_member("Wim", centrum), RoleName.CONNECTOR, waterdrecht)


@pytest.fixture
def lives(molenwijk, fatima, wim):
    """`lives(moment)`: the place at that moment, with Fatima and Wim on the clock.

    At length the whole worker runs along, all its tasks of each night; in short the clock alone.
    """
    OnClock.objects.filter(town=molenwijk.town_id, name="Els").update(member=fatima, name="Fatima")
    OnClock.objects.filter(town=molenwijk.town_id, name="Wim").update(member=wim)
    travels = []

    def begin(moment, seed=1, worker=bool(LONG)):
        travels.append(time_machine.travel(moment, tick=False))
        return Place(molenwijk, [fatima, wim], travels[-1].start(), seed=seed, worker=worker)

    yield begin
    for travel in travels:
        travel.stop()


@pytest.mark.parametrize("seed", SEEDS)
def test_in_a_july_week_with_one_connector_ill_every_ask_has_a_name(lives, fatima, seed):
    place = lives("2026-07-20T08:00:00+02:00", seed)
    place.away(fatima, days=7)
    days, asks = 0, (20 if LONG else 5)
    while days < 7 or (place.waiting() and days < 60):
        if days < 7:
            for _ in range(asks // 7 + (days < asks % 7)):
                place.asks(on_paper=place.chance.random() < 0.3)
        place.go_on(2)
        for one in place.team if timezone.localtime().weekday() < 5 else ():
            if one.member != fatima or days >= 7:
                one.work(30)
        place.neighbours_react(0.08 if LONG else 0.2)
        place.go_on(22)
        days += 1

    ends = Counter(Post.objects.filter(kind="ask").values_list("closing", flat=True))
    silent = Post.objects.filter(kind="ask", first_answered_at=None).exclude(closing="found")
    print(
        f"\njuly week {seed}: {asks} asks, {len(place.nameless)} without a name, ends {dict(ends)}"
    )
    assert place.nameless == []
    assert not place.waiting(), "Every ask came to an end."
    assert not silent.exists(), "No ask ended without a person."


@pytest.mark.parametrize("seed", SEEDS)
def test_forty_matters_two_connectors_thirty_minutes(lives, seed, noor, bram, molenwijk):
    """All of today is done, and no matter twice: both open the page at the same minute."""
    place = lives("2026-11-23T09:00:00+01:00", seed)
    _forty_matters(place, noor, bram, molenwijk)
    red = set(MatterRow.objects.filter(layer=0).values_list("kind", "about"))
    waited = MatterRow.objects.count()
    done, left = Counter(), [30, 30]
    pages = [one.page(30) for one in place.team]
    while any(pages):
        for number, one in enumerate(place.team):
            row = next(
                (r for r in pages[number] if r.minutes <= left[number] and one.take(r)), None
            )
            if row:
                done[row.kind, row.about] += 1
                place.settle(row, by=one.member)
                left[number] -= row.minutes
            fresh = one.page(left[number]) if pages[number] else []
            pages[number] = [row for row in fresh if row.minutes <= left[number]]

    refused = sum(one.refused for one in place.team)
    print(
        f"\nmorning {seed}: {waited} wait, {len(red)} red; {sum(done.values())} done in "
        f"{[30 - minutes for minutes in left]} minutes, {refused} times somebody was at it already"
    )
    assert waited == 40
    assert red <= set(done), "Everything red is done."
    assert max(done.values()) == 1, "Nothing is done twice."
    assert refused >= 1, "They did meet on the same row."


def _forty_matters(place, noor, bram, molenwijk):
    """Two asks over their time, two calls, two who hear news, six new people; the rest may wait."""
    long_ago = timezone.now() - timedelta(hours=60)
    for _ in range(2):
        post = place.asks()
        Post.objects.filter(pk=post.pk).update(made_at=long_ago)
        AskClock.objects.filter(post=post).update(step=2, reached_at=long_ago)
        telephone.ask_call(f"+31612340{place.askers:03}", community=molenwijk, visitor="1")
        heard = place.asks(on_paper=True)
        telephone_news = {"key": "x", "url": "/", "subject": "Nieuws", "way": "person", "once": "1"}
        Notification.objects.create(town=place.town, to=heard.author, **telephone_news)
    for number in range(6):
        make_member(f"Nieuw{number}", molenwijk, greeted=False)
    first = agreed(make_ask(noor), bram)
    match = first.matches.get()
    for number in range(28):
        helper = make_member(f"Helper{number}", molenwijk)
        one = FollowUp(town=place.town, match=match, member=helper, after="week", due_at=long_ago)
        one.answer, one.answered_at, one.asked_at = "not_well", long_ago, long_ago
        one.save()
    dayboard.refresh(place.town.pk)


def test_a_village_needs_two_connector_hours_a_week_at_most(lives):
    place = lives("2026-01-05T08:00:00+01:00", worker=False)
    weeks, spent = (52 if LONG else 1), []
    for _week in range(weeks):
        before = place.minutes
        for day in range(7):
            _a_day(place)
            place.go_on(2)
            if day in (0, 3):
                place.team[0].work(60)
            place.neighbours_react(VILLAGE["asks"]["answered_a_day"])
            place.go_on(22)
        spent.append((place.minutes - before + counted()) / 60)

    mean, worst = sum(spent) / weeks, max(spent)
    print(f"\nvillage: {mean:.2f} hours a week on average, {worst:.2f} in the busiest of {weeks}")
    print(f"  done: {dict(place.done)}; counted beside it: {counted():.0f} minutes a week")
    assert mean <= HOURS
    assert worst <= 2 * HOURS


def _a_day(place):
    chance, asks = place.chance, VILLAGE["asks"]
    if chance.random() < asks["a_week"] / 7:
        place.asks(on_paper=chance.random() < asks["without_a_screen"])
    if chance.random() < VILLAGE["joins"]["a_week"] / 7:
        place.askers += 1
        make_member(f"Nieuw{place.askers}", place.home, greeted=False)
    if chance.random() < VILLAGE["call_backs"]["a_week"] / 7:
        place.askers += 1
        number, visitor = f"+316123{place.askers:05}", str(place.askers)
        telephone.ask_call(number, community=place.home, visitor=visitor)


def counted() -> float:
    """Minutes a week for what the simulation does not live."""
    return sum(by_kind()[k].minutes * v["a_week"] for k, v in VILLAGE["counted"].items())


def test_what_a_village_brings_has_a_reason():
    lived = [VILLAGE[name] for name in ("asks", "joins", "call_backs")]

    assert set(VILLAGE["counted"]) <= set(by_kind())
    assert all(len(one["why"]) > 10 for one in [*lived, *VILLAGE["counted"].values()])
