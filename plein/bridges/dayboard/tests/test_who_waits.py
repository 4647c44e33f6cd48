"""Who joined without a code stands on the day start; a busy town keeps it fast."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.bridges.dayboard import queries
from plein.features.noticeboard.matters import MATTERS as ASKS
from plein.features.noticeboard.models import AskClock, Post
from plein.foundation.communities.models import Member
from plein.foundation.taxonomy.models import Theme
from plein.lib.matter import MatterSource

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


def asked(member) -> list:
    return next(g for g in queries.groups(member, member.town) if g.source in ASKS).matters


def test_the_oldest_of_many_stand_first(fatima, waterdrecht, many):
    many(120)

    shown = asked(fatima)

    assert len(shown) == queries.MOST_SHOWN
    assert shown[0].hurts_from == Post.objects.order_by("made_at").first().made_at
    assert [m.hurts_from for m in shown] == sorted(m.hurts_from for m in shown)


def test_thousands_cost_as_few_queries_as_ten(fatima, many):
    many(10)
    queries.groups(fatima, fatima.town)
    few = _count(fatima)
    many(600)

    assert _count(fatima) == few


def test_no_more_rows_are_read_than_can_be_shown(fatima, many):
    many(300)
    [source] = [one for one in ASKS if one.kind == "noticeboard.unanswered"]

    found = list(source.within(fatima.town_id, frozenset({Post.objects.first().community_id})))

    assert queries.MOST_SHOWN < len(found) <= 200


def test_what_comes_in_order_is_read_no_further_than_shown():
    read = []

    def matters():
        for number in range(1000):
            read.append(number)
            yield number

    assert len(queries._first(matters(), in_order=True)) == queries.MOST_SHOWN
    assert len(read) == queries.MOST_SHOWN


def test_each_order_tells_the_same(fatima, many):
    """`within` is `all`, for these places and the oldest first."""
    many(5)
    for source in (one for one in ASKS if isinstance(one, MatterSource) and one.within):
        every = sorted(source.all(fatima.town_id), key=lambda one: one.hurts_from)
        places = frozenset(one.community for one in every)
        within = source.within(fatima.town_id, places)
        assert [one.about for one in within] == [one.about for one in every]


def _count(member) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        queries.groups(member, member.town)
    return len(seen)
