"""Nobody calls somebody who died, and nobody tells them that another is gone (HELP-15)."""

import pytest

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.telephone import queries
from plein.bridges.telephone.actions import ask_call
from plein.bridges.telephone.models import CallBack
from plein.features.noticeboard import actions as board
from plein.features.noticeboard.models import Farewell, FollowUp
from plein.features.noticeboard.tests.making import agreed, make_ask, make_offer
from plein.foundation import jobs
from plein.foundation.communities.actions import back_again, gone, leave
from plein.testing.cast import make_member

NUMBER = "+31612345678"
ABOUT = {"noticeboard.follow_up", "noticeboard.farewell", "telephone.call_back"}


@pytest.fixture
def waits(noor, bram, fatima, molenwijk):
    """Noor needs more help, left her number, and is to hear that Jan is gone."""
    noor.account.phone = NUMBER
    noor.account.save()
    board.done(agreed(make_ask(noor), bram), by=noor)
    told = FollowUp.objects.get(member=noor, after="week")
    board.answer_follow_up(told, "more_help", by=noor)
    ask_call(NUMBER, community=molenwijk, visitor="1")
    jan = make_member("Jan", molenwijk)
    agreed(make_offer(jan), noor)
    gone(jan, "moved", by=fatima)
    assert Farewell.objects.get().to == noor
    dayboard.refresh(noor.town_id)
    assert kinds() == ABOUT


def kinds() -> set[str]:
    return set(MatterRow.objects.values_list("kind", flat=True)) & ABOUT


def calls(fatima) -> set[str]:
    return {row.kind for row in queries.waiting(fatima, fatima.town)} & ABOUT


def test_who_died_is_not_called_about_anything(waits, noor, fatima):
    assert calls(fatima) == ABOUT

    gone(noor, "died", by=fatima)
    jobs.run_pending()

    assert kinds() == calls(fatima) == set()
    assert dayboard.wrong(noor.town_id) == []


def test_it_does_not_come_back_when_the_person_was_not_gone_after_all(waits, noor, fatima):
    gone(noor, "died", by=fatima)
    back_again(noor, by=fatima)
    dayboard.refresh(noor.town_id)

    assert kinds() == set()


def test_who_leaves_is_not_called_about_help(waits, noor, fatima):
    """The number stays: nobody needs to be a member to be called back, and we promised."""
    leave(noor, by=noor)
    jobs.run_pending()

    assert kinds() == {"telephone.call_back"}


def test_somebody_else_with_that_number_is_still_called(waits, noor, fatima, molenwijk):
    at_home = make_member("Kees", molenwijk)
    at_home.account, at_home.address = None, NUMBER
    at_home.save()

    gone(noor, "died", by=fatima)

    assert CallBack.objects.open().exists()
