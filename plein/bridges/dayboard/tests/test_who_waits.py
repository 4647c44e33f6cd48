"""Who joined without a code stands on the day start; a busy town keeps it fast."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plein.bridges.dayboard import actions
from plein.bridges.dayboard.models import MatterRow
from plein.features.noticeboard.models import AskClock, Post
from plein.foundation.communities.models import Member
from plein.foundation.taxonomy.models import Theme
from plein.lib.keys import uuid7

DAY = "/dagstart/"
LETTERS = str.maketrans("0123456789", "cdfghjkmnp")
"""Codes are made of these, so that they spell no word."""
HEADING = "Hun code is niet binnengekomen"


@pytest.fixture
def ans(molenwijk) -> Member:
    """Joined yesterday; the code never came."""
    return Member.objects.create(
        town_id=molenwijk.town_id,
        home=molenwijk,
        name="Ans",
        address="ans@voorbeeld.nl",
        made_at=timezone.now() - timedelta(days=1),
    )


def page(browser) -> str:
    return browser.get(DAY).content.decode()


def test_who_waits_for_a_code_stands_there(as_member, fatima, ans):
    html = page(as_member(fatima))

    assert HEADING in html
    assert "Ans" in html


def test_their_address_stands_nowhere(as_member, fatima, ans):
    assert "ans@voorbeeld.nl" not in page(as_member(fatima))


def test_a_connector_makes_them_active_in_one_tap(as_member, fatima, ans):
    as_member(fatima).post(f"/mensen/{ans.pk}/activeren/")

    ans.refresh_from_db()
    assert ans.state == Member.State.ACTIVE
    assert HEADING not in page(as_member(fatima))


def test_who_is_a_member_already_and_joined_once_more_waits_for_nothing(
    as_member, fatima, noor, ans
):
    """They forgot. They sign in as they did."""
    Member.objects.filter(pk=ans.pk).update(address=noor.account.email)

    assert HEADING not in page(as_member(fatima))


def test_an_address_of_somebody_who_signs_in_is_told_kindly(as_member, fatima, joost, ans):
    """Here a connector may know; a stranger learns nothing (H13)."""
    Member.objects.filter(pk=ans.pk).update(address=joost.account.email)
    browser = as_member(fatima)
    assert HEADING in page(browser)
    row = MatterRow.objects.get(kind="dayboard.not_in_yet")

    answer = browser.post("/dagstart/doen/", {"done": row.pk})

    assert answer.status_code == 302
    words = page(browser)
    assert "Met het adres van Ans logt al iemand in" in words
    assert "Lees een code voor" in words
    assert joost.account.email not in words
    row.refresh_from_db()
    assert row.claimed_by is None


def test_who_just_joined_gets_a_moment(as_member, fatima, ans):
    Member.objects.filter(pk=ans.pk).update(made_at=timezone.now())

    assert HEADING not in page(as_member(fatima))


def test_somebody_of_another_town_is_not_there(as_member, fatima, ans, elders):
    Member.objects.filter(pk=ans.pk).update(town=elders, home=elders)

    assert HEADING not in page(as_member(fatima))


def test_a_neighbour_has_no_day_start(as_member, bram, ans):
    assert as_member(bram).get(DAY).status_code == 404


def test_a_guest_is_led_to_the_entrance(as_member, ans):
    assert as_member().get(DAY).status_code == 302


@pytest.fixture
def many(noor):
    """Asks for which the clock came to a connector; the youngest was made first."""
    now, theme = timezone.now(), Theme.objects.filter(town=noor.town_id).first()

    def make(count: int) -> None:
        posts = Post.objects.bulk_create(
            Post(
                town_id=noor.town_id,
                community=noor.home,
                author=noor,
                kind=Post.Kind.ASK,
                theme=theme,
                title=f"Vraag {number}",
                code=f"{count:03}{number:03}".translate(LETTERS),
                made_at=now - timedelta(days=3, minutes=number),
                expires_at=now + timedelta(days=30),
            )
            for number in range(count)
        )
        AskClock.objects.bulk_create(
            AskClock(
                town_id=noor.town_id,
                post=post,
                step=AskClock.Step.CONNECTOR,
                began_at=now,
                reached_at=now,
                due_at=now,
            )
            for post in posts
        )

    return make


def test_the_oldest_of_many_stand_first(as_member, fatima, many):
    many(120)

    shown = as_member(fatima).get(DAY + "?tijd=60").context["groups"][0].matters

    assert shown[0].hurts_from == Post.objects.order_by("made_at").first().made_at
    assert [m.hurts_from for m in shown] == sorted(m.hurts_from for m in shown)


def test_two_thousand_cost_as_few_questions_as_ten(as_member, fatima, many):
    """And never more than twelve, whoever asks and however much waits."""
    browser = as_member(fatima)
    many(10)
    browser.get(DAY)
    few = _count(browser)
    many(990)
    actions.refresh(fatima.town_id)
    copies = [_copy(row) for row in MatterRow.objects.order_by("id")[:1000]]
    MatterRow.objects.bulk_create(copies, batch_size=200)

    assert _count(browser) == few <= 12


def test_the_page_tells_how_much_more_waits(as_member, fatima, many):
    many(40)

    answer = as_member(fatima).get(DAY + "?tijd=10")

    assert "Hierna wachten er nog 39" in answer.content.decode()
    assert len(answer.context["groups"][0].matters) == 1


def _copy(row: MatterRow) -> MatterRow:
    row.pk = row.about = uuid7()
    row._state.adding = True
    return row


def _count(browser) -> int:
    with CaptureQueriesContext(connection) as seen:
        browser.get(DAY)
    return len(seen)
