"""Rows say what the apps say: after every change, and compared with a fresh computation."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone, translation

from plein.bridges.dayboard import actions, queries, receivers
from plein.bridges.dayboard.models import Board, MatterRow
from plein.bridges.dayboard.sources import by_kind, kinds_after, sources
from plein.features.noticeboard import actions as board
from plein.features.noticeboard.tests.making import agreed, answered, make_ask
from plein.foundation import jobs
from plein.foundation.communities.actions import greet
from plein.foundation.communities.models import Member
from plein.foundation.jobs.models import Task
from plein.lib.matter import Layer
from plein.shared.conversations.models import Message
from plein.shared.notifications.actions import notify, tell_in_person
from plein.testing.cast import make_member
from plein.testing.together import at_once, copied_to_a_file

TODAY = {
    *("noticeboard.concern", "noticeboard.farewell", "noticeboard.unanswered", "noticeboard.new"),
    "noticeboard.place_rests",
    *("notifications.tell", "activities.to_call", "moderation.report"),
    *("dayboard.greet", "dayboard.not_in_yet"),
    *("telephone.call_back", "telephone.answer", "telephone.tidings", "telephone.worry"),
}
"""Decision record 0007. Add to both, or to neither."""


def kinds() -> set[str]:
    return set(MatterRow.objects.values_list("kind", flat=True))


def test_only_what_the_decision_names_is_of_today():
    assert {one.kind for one in sources() if one.layer == Layer.TODAY} <= TODAY


def test_every_kind_is_there_once():
    assert len(by_kind()) == len(sources())


def test_the_worker_keeps_rows_right(nadia, fatima, bram):
    """Ask, greet, answer: after each the rows equal a fresh computation."""
    actions.refresh(nadia.town_id)
    post = make_ask(nadia)
    jobs.run_pending()
    assert kinds() == {"noticeboard.new", "dayboard.greet"}

    greet(nadia, by=fatima)
    jobs.run_pending()
    assert kinds() == set()

    answered(post, bram)
    jobs.run_pending()
    assert actions.wrong(nadia.town_id) == []


def test_a_call_comes_and_goes(noor, fatima):
    Member.objects.filter(pk=noor.pk).update(channel="phone")
    noor.refresh_from_db()
    notify(noor, key="x", url="/", subject="Nieuws", text="", once="1")
    jobs.run_pending()
    assert kinds() == {"notifications.tell"}

    tell_in_person(noor, by=fatima)
    jobs.run_pending()
    assert kinds() == set()


def test_a_thank_you_to_give_comes_and_goes(noor, bram, fatima):
    match = board.done(agreed(make_ask(noor), bram), by=noor)
    with time_machine.travel(timezone.now() + timedelta(days=5), tick=False):
        actions.refresh(noor.town_id)
        row = MatterRow.objects.get(kind="noticeboard.thanks")
        assert (row.about, row.layer) == (match.pk, Layer.MAY_REST)
        assert actions.wrong(noor.town_id) == []

        assert actions.done([row], by=fatima)
        jobs.run_pending()
        assert "noticeboard.thanks" not in kinds()
        assert actions.wrong(noor.town_id) == []
    with time_machine.travel(timezone.now() + timedelta(days=40), tick=False):
        assert Message.objects.filter(author=fatima).exists()


def test_many_changes_compute_a_kind_once(nadia):
    for _ in range(5):
        receivers.look_after(["dayboard.greet", "noticeboard.new"])(str(nadia.pk))

    names = Task.objects.filter(name__startswith="dayboard.refresh.").values_list("name", flat=True)
    assert sorted(names) == ["dayboard.refresh.dayboard.greet", "dayboard.refresh.noticeboard.new"]


def test_a_comparison_mends_what_is_wrong(nadia, fatima, noor):
    actions.refresh(nadia.town_id)
    row = MatterRow.objects.get()
    MatterRow.objects.update(words={"nl": "Iets anders"}, minutes=99)
    MatterRow.objects.create(
        **{name: getattr(row, name) for name in ("town_id", "community_id", "hurts_from")},
        kind="gone.kind",
        about=noor.pk,
        url="/",
        layer=0,
    )
    assert len(actions.wrong(nadia.town_id)) == 2

    assert actions.refresh(nadia.town_id) == 2
    assert actions.wrong(nadia.town_id) == []


def test_what_somebody_took_stays_theirs_when_it_changes(nadia, fatima):
    actions.refresh(nadia.town_id)
    actions.claim(MatterRow.objects.get(), by=fatima)
    Member.objects.filter(pk=nadia.pk).update(name="Nadia K")

    actions.refresh(nadia.town_id)

    row = MatterRow.objects.get()
    assert (row.said, row.claimed_by) == ("Nadia K", fatima)


def test_without_a_worker_the_page_is_right(as_member, fatima, nadia):
    browser = as_member(fatima)
    assert "Nadia" in browser.get("/dagstart/").content.decode()

    greet(nadia, by=fatima)

    assert "Er wacht niets" in browser.get("/dagstart/").content.decode()


def test_an_old_board_is_computed_when_the_page_opens(nadia, molenwijk):
    actions.refresh(nadia.town_id)
    Member.objects.filter(pk=nadia.pk).update(greeted_at=timezone.now())
    actions.catch_up(nadia.town_id)
    assert kinds() == {"dayboard.greet"}

    with time_machine.travel(timezone.now() + timedelta(minutes=21)):
        actions.catch_up(nadia.town_id)

    assert kinds() == set()


def test_only_kinds_that_changed_are_behind(nadia, fatima):
    jobs.run_pending()
    actions.refresh(nadia.town_id)
    assert queries.behind(Board.objects.get(town=nadia.town_id)) == set()

    make_member("Nieuw", nadia.home, greeted=False)
    jobs.changed("communities.member", nadia.pk)

    found = queries.behind(Board.objects.get(town=nadia.town_id))
    assert found == set(kinds_after()["communities.member"])


def test_words_are_there_in_every_language(noor):
    Member.objects.filter(pk=noor.pk).update(channel="phone")
    noor.refresh_from_db()
    notify(noor, key="x", url="/", subject="Nieuws", text="", once="1")
    actions.refresh(noor.town_id)
    row = MatterRow.objects.get()

    assert row.said.startswith("Er is nieuws voor Noor")
    with translation.override("en"):
        assert row.said.startswith("Noor has news")


def test_another_town_has_rows_of_its_own(nadia, joost):
    actions.refresh(joost.town_id)

    assert kinds() == set()


def test_an_ask_that_closes_leaves_no_row(nadia):
    post = make_ask(nadia)
    actions.refresh(nadia.town_id)
    board.close(post, "elsewhere", by=nadia)
    jobs.run_pending()

    assert "noticeboard.new" not in kinds()


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_and_one_gets_it(tmp_path, nadia):
    team = [make_member(f"Verbinder{number}", nadia.home) for number in range(8)]
    actions.refresh(nadia.town_id)
    row, waiting = MatterRow.objects.get(), iter(team)

    def take() -> bool:
        try:
            actions.claim(row, by=next(waiting))
        except actions.TakenBySomebody:
            return False
        return True

    with copied_to_a_file(tmp_path):
        assert sorted(at_once(8, take)) == [False] * 7 + [True]


@pytest.mark.django_db(transaction=True)
def test_while_people_come_in_and_are_greeted_the_worker_keeps_every_row_right(tmp_path, fatima):
    """Nobody is greeted twice, and no page and no hand mends the rows at the end."""
    home, numbers, settled = fatima.home, iter(range(100)), []
    people = [make_member(f"Nieuw{number}", home, greeted=False) for number in range(4)]
    actions.refresh(home.town_id)
    works = iter([_come_in, _come_in, _settle, _settle, _refresh])

    with copied_to_a_file(tmp_path):
        at_once(5, lambda: next(works)(fatima, numbers, settled))
        jobs.run_pending()
        wrong = actions.wrong(home.town_id)

    assert wrong == []
    assert len(settled) == len(set(settled)) > 0
    assert {one.pk for one in people} & set(settled)


def _come_in(fatima, numbers, _settled):
    for _ in range(2):
        home = fatima.home
        one = make_member(f"Later{next(numbers)}", home, greeted=False)
        jobs.changed("communities.member", one.pk)


def _settle(fatima, numbers, settled):
    me = make_member(f"Verbinder{next(numbers)}", fatima.home)
    for row in MatterRow.objects.filter(kind="dayboard.greet").order_by("?")[:2]:
        if actions.done([row], by=me):
            settled.append(row.about)


def _refresh(fatima, _numbers, _settled):
    for _ in range(2):
        actions.refresh(fatima.town_id)
