"""What is handed to a colleague comes back to the team when nobody comes to it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.bridges.dayboard import actions, queries
from plein.bridges.dayboard.models import MatterRow
from plein.foundation.communities.actions import gone, leave
from plein.foundation.communities.models import Member, Role, RoleName
from plein.foundation.outbox.models import Message
from plein.shared.notifications.actions import notify
from plein.shared.notifications.models import Notification
from plein.testing.cast import give, make_member

DAY, DO = "/dagstart/", "/dagstart/doen/"


@pytest.fixture
def row(noor, mila) -> MatterRow:
    """Noor waits for a call."""
    Member.objects.filter(pk=noor.pk).update(channel="phone")
    noor.refresh_from_db()
    notify(noor, key="x", url="/", subject="Nieuws", text="", once="1")
    actions.refresh(noor.town_id)
    return MatterRow.objects.get(kind="notifications.tell")


def leaves(mila, fatima):
    leave(mila, by=mila, died_or_moved=True)


def dies(mila, fatima):
    other = give(make_member("Merel", mila.home), RoleName.MANAGER, mila.town)
    gone(mila, "died", by=other)


def rests(mila, fatima):
    Member.objects.filter(pk=mila.pk).update(state=Member.State.PAUSED)


def is_manager_no_more(mila, fatima):
    Role.objects.filter(member=mila).delete()


def page(browser) -> str:
    return browser.get(DAY).content.decode()


def test_with_a_colleague_it_is_off_the_list(as_member, fatima, mila, row):
    actions.hand_over(row, mila, by=fatima)

    assert f'name="claim" value="{row.pk}"' not in page(as_member(fatima))
    with pytest.raises(actions.TakenBySomebody):
        actions.claim(row, by=fatima)


@pytest.mark.parametrize("happens", [leaves, dies, rests, is_manager_no_more])
def test_when_the_colleague_is_not_there_any_more_it_is_for_all(
    as_member, fatima, mila, row, happens
):
    actions.hand_over(row, mila, by=fatima)
    happens(mila, fatima)

    assert f'name="claim" value="{row.pk}"' in page(as_member(fatima))
    actions.claim(row, by=fatima)


def test_after_four_hours_others_may_and_the_colleague_still_sees_it_on_top(
    as_member, fatima, mila, row
):
    actions.hand_over(row, mila, by=fatima)

    with time_machine.travel(timezone.now() + timedelta(hours=5)):
        assert f'name="claim" value="{row.pk}"' in page(as_member(fatima))
        assert "Van Fatima, voor jou" in page(as_member(mila))


def test_who_takes_it_then_has_it_alone(as_member, fatima, mila, row):
    actions.hand_over(row, mila, by=fatima)
    with time_machine.travel(timezone.now() + timedelta(hours=5)):
        as_member(fatima).post(DO, {"claim": row.pk})

        row.refresh_from_db()
        assert (row.claimed_by, row.handed_to, row.handed_by) == (fatima, None, None)
        assert "Hier is al iemand mee bezig" in page(as_member(mila))


def test_the_colleague_hears_it_without_a_word_of_what_it_is(as_member, fatima, mila, row):
    as_member(fatima).post(f"/dagstart/zaak/{row.pk}/", {"do": "hand_over", "to": mila.pk})

    told = Notification.objects.get(to=mila)
    mail = Message.objects.get(address=mila.account.email)
    assert told.subject == "Op de dagstart staat iets voor jou"
    assert "Fatima" in told.text
    assert "Noor" not in told.subject + told.text + mail.text


def test_who_handed_it_over_by_mistake_takes_it_back(as_member, fatima, mila, row):
    actions.hand_over(row, mila, by=fatima)
    browser, address = as_member(fatima), f"/dagstart/zaak/{row.pk}/"
    assert 'value="let_go"' in browser.get(address).content.decode()

    browser.post(address, {"do": "let_go"})

    actions.claim(row, by=fatima)


def test_why_it_was_put_off_is_said_as_long_as_it_is(as_member, fatima, mila, row):
    browser, address = as_member(fatima), f"/dagstart/zaak/{row.pk}/"
    actions.snooze(row, "tomorrow", "time", by=fatima)
    row.refresh_from_db()
    assert row.is_put_off
    assert "Ik heb nu geen tijd</li>" in browser.get(address).content.decode()

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert "Ik heb nu geen tijd</li>" not in browser.get(address).content.decode()

    actions.hand_over(row, mila, by=fatima)

    row.refresh_from_db()
    assert row.snoozed_because == ""
    assert "Ik heb nu geen tijd</li>" not in browser.get(address).content.decode()


@pytest.mark.parametrize("happens", [None, leaves, dies, rests, is_manager_no_more])
def test_what_a_page_looks_up_is_what_a_tap_asks(fatima, mila, row, happens):
    """Once for all its lists, and the same as the condition with which somebody takes it."""
    actions.hand_over(row, mila, by=fatima)
    if happens:
        happens(mila, fatima)

    asked = MatterRow.objects.filter(queries.handed(row.town_id, ()), town=row.town_id)
    assert queries.handed_now(row.town_id, ()) == list(asked.values_list("pk", flat=True))
    assert bool(asked) is (happens is None)
    assert queries.handed_now(row.town_id, [mila.pk]) == []
