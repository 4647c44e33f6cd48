"""Somebody died or moved: within the minute nothing goes to them any more, by any way (HELP-15)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.matching.models import Invitation
from plein.bridges.telephone.actions import ask_call
from plein.features.noticeboard.models import Farewell, FollowUp
from plein.features.noticeboard.tests.making import agreed, make_ask, make_offer
from plein.foundation import jobs
from plein.foundation.communities.actions import gone
from plein.foundation.communities.models import Member
from plein.foundation.jobs import clock
from plein.foundation.outbox.models import Message
from plein.shared.notifications.actions import notify

pytestmark = pytest.mark.django_db

TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MAIL, PHONE = "noor@waterdrecht.example", "+31612340055"
WAYS = ["mail", "daily mail", "text", "phone", "paper"]


@pytest.fixture
def now():
    with time_machine.travel(TUESDAY, tick=False) as traveller:
        yield traveller


def work() -> None:
    """Clock and worker, until there is nothing left to do."""
    for _round in range(40):
        rang = clock.ring()
        if not jobs.run_pending(strict=True) and not rang:
            return
    raise AssertionError("Clock and worker do not come to rest.")


def to_noor(**said) -> "list[Message]":
    return list(Message.objects.filter(address__in=[MAIL, PHONE], **said))


def as_she_wants(noor, way: str) -> None:
    noor.account.phone = PHONE
    noor.account.save()
    noor.channel = way.removeprefix("daily ")
    noor.rhythm = "daily" if way.startswith("daily") else "at_once"
    noor.save()


@pytest.mark.parametrize(
    ("way", "because"),
    [
        ("phone", "died"),
        *(pytest.param(way, "died", marks=pytest.mark.once) for way in WAYS if way != "phone"),
        pytest.param("mail", "moved", marks=pytest.mark.once),
    ],
)
def test_one_minute_later_nothing_goes_out_by_any_way(
    now, as_member, noor, bram, fatima, mila, molenwijk, way, because
):
    work()  # what the clock does of itself on a first day
    as_she_wants(noor, way)
    pair = agreed(make_ask(noor), bram)
    make_offer(noor)
    notify(noor, key="x.news", url="/", subject="Nieuws", text="Nieuws", once="1")
    invited = Invitation.objects.create(
        town_id=noor.town_id, ask=make_ask(fatima, title="Lamp"), to=noor, reasons=[], doubts=[]
    )
    now.shift(timedelta(days=8))  # the question after a week is due
    as_noor, row = as_member(noor), None
    if way in ("phone", "paper"):
        dayboard.refresh(noor.town_id)
        row = MatterRow.objects.get(kind="notifications.tell", about=noor.pk)
        letter = as_member(fatima).get(f"/bellijst/{row.pk}/brief/")
        assert "Nieuws" in letter.content.decode()
    elif way != "daily mail":
        assert to_noor(state="waiting"), "There is something to stop."
    assert as_noor.get("/mijn/").status_code == 200

    gone(Member.objects.get(pk=noor.pk), because, by=mila)
    now.shift(timedelta(minutes=1))
    work()

    assert not to_noor(state="sent")
    assert not to_noor(state="waiting")
    dayboard.refresh(noor.town_id)
    assert not MatterRow.objects.filter(about=noor.pk).exists()
    if row:
        assert as_member(fatima).get(f"/bellijst/{row.pk}/brief/").status_code == 404
        assert as_member(fatima).get(f"/bellijst/{row.pk}/").status_code == 404
    assert as_noor.get("/mijn/").status_code in (302, 404), "Signed out on every screen."
    assert not FollowUp.objects.filter(member=noor).exists()
    assert not Invitation.objects.filter(pk=invited.pk, to=noor, sent_at__isnull=False).exists()

    for days in (1, 7, 91):
        now.shift(timedelta(days=days))
        work()
    assert not to_noor(state="sent")
    assert not to_noor(state="waiting")
    told = Message.objects.filter(address=bram.account.email, text__contains="Noor")
    assert not told.filter(made_at__gt=TUESDAY + timedelta(days=8)).exists(), "A person tells Bram."
    assert Farewell.objects.filter(to=bram, response=pair).exists()


def test_a_call_that_was_asked_before_stops_and_one_that_family_asks_afterwards_is_made(
    now, noor, mila, waterdrecht
):
    as_she_wants(noor, "phone")
    ask_call(PHONE, community=waterdrecht, visitor="1")
    gone(noor, "died", by=mila)
    now.shift(timedelta(minutes=1))
    work()
    dayboard.refresh(noor.town_id)
    assert not MatterRow.objects.filter(kind="telephone.call_back").exists()

    ask_call(PHONE, community=waterdrecht, visitor="2")
    dayboard.refresh(noor.town_id)
    assert MatterRow.objects.filter(kind="telephone.call_back").count() == 1
    assert timezone.now() == TUESDAY + timedelta(minutes=1)
