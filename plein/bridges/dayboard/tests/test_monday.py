"""On Monday the team hears what waits; and a July week with one connector ill."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine
from django.utils import timezone

from plein.bridges.dayboard import actions, monday, queries, tasks
from plein.bridges.dayboard.models import MatterRow
from plein.features.noticeboard.models import OnClock
from plein.foundation.communities.models import RoleName
from plein.foundation.jobs.clock import ring
from plein.foundation.jobs.models import Task
from plein.foundation.outbox.models import Message
from plein.shared.notifications.models import Notification
from plein.testing.cast import give, make_member

HERE = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2026, 7, 6, 7, 30, tzinfo=HERE)


def test_the_team_hears_how_much_of_each_kind(nadia, fatima):
    monday.tell(nadia.town_id)

    mail = Message.objects.get(address=fatima.account.email)
    assert "Mensen om te begroeten (1)" in mail.text
    assert "<li>Mensen om te begroeten (1)</li>" in mail.html
    assert "Nadia" not in mail.text


def test_neighbours_get_no_such_mail(nadia, noor, fatima):
    monday.tell(nadia.town_id)

    assert not Message.objects.filter(address=noor.account.email).exists()


def test_when_nothing_waits_nothing_is_sent(fatima):
    monday.tell(fatima.town_id)

    assert not Message.objects.exists()


def test_twice_on_one_day_is_one_mail(nadia, fatima):
    monday.tell(nadia.town_id), monday.tell(nadia.town_id)

    assert Message.objects.count() == 1


def test_who_is_away_is_left_in_peace(nadia, fatima):
    today = timezone.localdate()
    OnClock.objects.create(
        town_id=nadia.town_id,
        community_id=nadia.town_id,
        member=fatima,
        name="Fatima",
        away_from=today,
        away_until=today,
    )
    monday.tell(nadia.town_id)

    assert not Message.objects.exists()


def mails_after_the_clock_at(moment):
    with time_machine.travel(moment, tick=False):
        ring()
        if Task.objects.filter(name="dayboard.monday_mail").delete()[0]:
            tasks.monday_mail()
        return Message.objects.count()


def test_only_on_monday(nadia, fatima):
    assert mails_after_the_clock_at(MONDAY - timedelta(days=2)) == 0
    assert mails_after_the_clock_at(MONDAY - timedelta(days=1)) == 0
    assert mails_after_the_clock_at(MONDAY) == 1


def test_when_nothing_ran_on_monday_it_comes_on_tuesday_and_once(nadia, fatima):
    mails_after_the_clock_at(MONDAY - timedelta(days=2))

    assert mails_after_the_clock_at(MONDAY + timedelta(days=1)) == 1
    assert mails_after_the_clock_at(MONDAY + timedelta(days=2)) == 1
    assert mails_after_the_clock_at(MONDAY + timedelta(days=7)) == 2


def test_twice_in_a_week_is_one_mail(nadia, fatima):
    for days in (0, 1, 6):
        with time_machine.travel(MONDAY + timedelta(days=days)):
            tasks.monday_mail()

    assert Message.objects.count() == 1


def test_a_connector_of_one_part_hears_of_that_part(nadia, bram, centrum):
    give(bram, RoleName.CONNECTOR, centrum)
    monday.tell(nadia.town_id)

    assert not Message.objects.exists()


def test_forty_wait_and_two_connectors_do_nothing_twice(fatima, mila, molenwijk):
    """Each takes what the page offers, in turn: all is done, and nothing by two."""
    for number in range(40):
        make_member(f"Buur{number}", molenwijk, greeted=False)
    actions.refresh(molenwijk.town_id)
    done: list[tuple[str, object]] = []
    turns = 0
    while MatterRow.objects.exists() and turns < 60:
        who = (fatima, mila)[turns % 2]
        rows = queries.sorted_out(queries.seen_by(who, who.town), who, ())
        shown = queries.fitting(rows, 10)
        done += [(row.kind, row.about) for row in shown]
        actions.done(shown, by=who)
        turns += 1

    assert len(done) == len(set(done)) == 40
    assert not MatterRow.objects.exists()


def test_what_an_ill_connector_took_is_done_by_another(fatima, mila, nadia):
    actions.refresh(nadia.town_id)
    actions.claim(MatterRow.objects.get(), by=fatima)
    today = timezone.localdate()
    OnClock.objects.create(
        town_id=nadia.town_id,
        community_id=nadia.town_id,
        member=fatima,
        name="F",
        away_from=today,
    )

    assert actions.done(list(MatterRow.objects.all()), by=mila) == 1


def test_nobody_has_to_call_a_colleague_about_the_list(nadia, fatima):
    fatima.channel = "phone"
    fatima.save(update_fields=["channel"])

    monday.tell(nadia.town_id)
    actions.refresh(nadia.town_id)

    assert Notification.objects.get(to=fatima, key="dayboard.monday").way == "site"
    assert not MatterRow.objects.filter(kind="notifications.tell").exists()
