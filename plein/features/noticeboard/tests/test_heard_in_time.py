"""Who told that something happened is heard within a waking hour, or it climbs (HELP-16)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.features.noticeboard import actions, matters, safety, tasks
from plein.features.noticeboard.models import Concern, OnClock
from plein.features.noticeboard.tests.making import agreed, make_ask
from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Member, RoleName
from plein.foundation.outbox.models import Message
from plein.shared.notifications.models import Notification
from plein.testing.cast import give

pytestmark = pytest.mark.django_db

MONDAY_TWO = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # 14.00 in Waterdrecht
FRIDAY_NIGHT = datetime(2026, 11, 27, 22, 30, tzinfo=UTC)


@pytest.fixture
def named(waterdrecht, fatima, mila):
    """Fatima is the one by name; Mila is a manager."""
    return OnClock.objects.create(
        town=waterdrecht, community=waterdrecht, member=fatima, name="Fatima", for_safety=True
    )


@pytest.fixture
def clock(named):
    with time_machine.travel(MONDAY_TWO, tick=False) as traveller:
        yield traveller


@pytest.fixture
def told(clock, noor, bram):
    return actions.tell_concern(agreed(make_ask(noor), bram), "incident", "unsafe", by=noor)


def later(clock, **spell) -> None:
    clock.shift(timedelta(**spell))
    tasks.climb()


def row_of(member):
    """What the day start shows of the one thing that was told."""
    [row] = matters.concerns(member.town_id)
    return row


def heard_by(member, key="noticeboard.concern") -> list[str]:
    return [n.subject for n in Notification.objects.filter(to=member, key=key).order_by("id")]


def test_nobody_called_within_an_hour_so_the_managers_know_and_the_teller_hears_it(
    clock, told, noor, bram, fatima, mila
):
    first = Notification.objects.get(to=noor, key="noticeboard.concern_told")
    assert "vandaag voor 15.00 uur" in first.text
    later(clock, minutes=59)
    assert heard_by(mila) == []

    later(clock, minutes=1)

    assert heard_by(mila) == ["Er is nog niet gebeld. Bel nu"]
    assert heard_by(fatima)[-1] == "Er is nog niet gebeld. Bel nu"
    news = Notification.objects.filter(to=noor, key="noticeboard.concern_told").last()
    assert news.subject == "Sorry, er is nog niet gebeld"
    assert "vandaag voor 17.00 uur" in news.text
    assert not [one for one in Notification.objects.filter(to=bram) if "gebeld" in one.subject]
    assert Record.objects.filter(key="noticeboard.concern.climbed").count() == 1


def test_it_then_stands_on_the_day_start_of_the_managers(
    as_member, clock, told, fatima, mila, noor
):
    assert row_of(noor).only_for == {fatima.pk}
    later(clock, hours=1)

    assert row_of(noor).only_for == {fatima.pk, mila.pk}
    assert row_of(noor).hidden_from == told.two
    assert as_member(mila).get(f"/prikbord/zorg/{told.pk}/").status_code == 200


def test_at_the_last_step_the_teller_hears_whom_else_to_call(clock, told, noor, waterdrecht):
    OnClock.objects.filter(town=waterdrecht, last_resort=True).update(phone="06 12340077")
    later(clock, hours=1)
    later(clock, hours=2)

    news = Notification.objects.filter(to=noor, key="noticeboard.concern_told").last()
    assert news.subject == "Sorry, bellen is ons niet gelukt"
    for number in ("06 12340077", "0184-555 010", "0800 2000", "112"):
        assert number in news.text
    text = Message.objects.get(channel="text", address="+31612340077")
    assert "moet vandaag gebeld worden" in text.text
    assert "Noor" not in text.text


def test_after_that_our_people_hear_it_each_day_and_the_teller_is_left_in_peace(
    clock, told, noor, mila
):
    later(clock, hours=1)
    later(clock, hours=2)
    said = len(heard_by(noor, "noticeboard.concern_told"))
    before = len(heard_by(mila))
    for _day in range(5):
        later(clock, days=1)

    assert len(heard_by(mila)) - before == 5
    assert len(heard_by(noor, "noticeboard.concern_told")) == said == 3
    actions.hear_concern(told, other=False, by=mila)
    later(clock, days=1)
    assert len(heard_by(mila)) - before == 5


def test_who_was_heard_is_not_forgotten_before_it_is_settled(clock, told, fatima, mila):
    actions.hear_concern(told, other=False, by=fatima)
    later(clock, hours=5)
    assert heard_by(fatima) == ["Iemand heeft ons iets verteld. Bel vandaag"]

    later(clock, days=2)
    assert heard_by(fatima)[-1] == "Een melding is nog niet afgerond"
    actions.hear_concern(told, other=True, by=fatima)
    actions.settle_concern(told, "talked", by=fatima)
    count = len(heard_by(fatima))
    later(clock, days=30)
    assert len(heard_by(fatima)) == count
    assert Concern.objects.get().due_at is None


def test_at_night_and_in_the_weekend_it_is_the_next_waking_hour(clock, noor, bram, mila):
    """A place that is closed on Saturday still hears somebody on Saturday morning."""
    clock.move_to(FRIDAY_NIGHT)
    concern = actions.tell_concern(agreed(make_ask(noor), bram), "worry", "alone", by=noor)

    assert timezone.localtime(concern.due_at).strftime("%A %H:%M") == "Saturday 09:00"
    assert (
        "morgen voor 09.00 uur"
        in Notification.objects.get(to=noor, key="noticeboard.concern_told").text
    )
    later(clock, hours=9)
    assert heard_by(mila) == []
    later(clock, hours=1)
    assert heard_by(mila) == ["Er is nog niet gebeld. Bel nu"]


def test_a_round_that_runs_twice_climbs_once(clock, told, noor):
    later(clock, hours=1)
    tasks.climb()

    assert Concern.objects.get().step == safety.Step.OPENED
    assert len(heard_by(noor, "noticeboard.concern_told")) == 2


@pytest.mark.parametrize(
    ("address", "channel"), [("els@elders.example", "mail"), ("06 12340088", "text")]
)
def test_named_people_without_an_account_get_it_at_their_address_and_the_managers_too(
    clock, waterdrecht, noor, bram, mila, address, channel
):
    """A row on the day start alone is no call the same day."""
    els = Member.objects.create(
        town=waterdrecht, name="Els", home=waterdrecht, state="active", address=address
    )
    OnClock.objects.filter(town=waterdrecht, for_safety=True).update(member=els, name="Els")
    before = Message.objects.count()
    concern = actions.tell_concern(agreed(make_ask(noor), bram), "incident", "rude", by=noor)

    assert Message.objects.count() > before
    sent = Message.objects.get(channel=channel, key__startswith=f"concern:{concern.pk}:at:")
    assert "moet vandaag gebeld worden" in sent.text
    assert "Noor" not in sent.text + sent.subject
    assert heard_by(mila) == ["Iemand heeft ons iets verteld. Bel vandaag"]
    mail = Message.objects.get(member_id=mila.pk, about=f"/prikbord/zorg/{concern.pk}/")
    assert mail.address == mila.account.email
    assert mila.pk in row_of(noor).only_for


def test_who_reads_no_messages_of_ours_gets_this_one_all_the_same(clock, noor, bram, fatima, mila):
    """The last one who can know it chose never to be mailed."""
    mila.rhythm = "never"
    mila.save()
    fatima.channel = "site"
    fatima.save()
    actions.tell_concern(agreed(make_ask(noor), bram), "incident", "rude", by=noor)

    to = set(Message.objects.filter(key__contains=":at:").values_list("address", flat=True))
    assert to == {mila.account.email, fatima.account.email}


def test_a_manager_in_the_case_hears_nothing(clock, noor, mila, fatima, bram):
    give(bram, RoleName.MANAGER, noor.home.tree.town)
    concern = actions.tell_concern(agreed(make_ask(noor), mila), "incident", "rude", by=noor)
    later(clock, hours=1)

    assert heard_by(mila) == []
    assert heard_by(bram) == ["Er is nog niet gebeld. Bel nu"]
    assert mila not in safety.members_told(noor.home, concern.two, step=2)


@pytest.mark.parametrize(("days", "kept"), [(731, False), (729, True)])
def test_two_years_after_it_was_settled_nothing_is_left(told, days, kept):
    long_ago = timezone.now() - timedelta(days=days)
    Concern.objects.update(settled_at=long_ago, made_at=long_ago)

    tasks.forget_old_concerns()

    assert Concern.objects.exists() is kept


def test_what_was_never_settled_is_not_forgotten(told):
    Concern.objects.update(made_at=timezone.now() - timedelta(days=4000))

    tasks.forget_old_concerns()

    assert Concern.objects.exists()
