"""Who has no screen chooses at the matchpoint that somebody they know hears their news."""

import pytest

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.matchpoint.tests.making import ask_at, make_matchpoint, open_screen, slip_at
from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Member
from plein.shared.notifications.go_betweens import number_of
from plein.shared.notifications.models import GoBetween

ANS = {"through_name": "Ans", "through_phone": "06 12345678"}
PAGE = "/matchpunt/mijn/via/"


@pytest.fixture
def screen(mila, fatima):
    return open_screen(make_matchpoint(mila), fatima)


def truus() -> Member:
    return Member.objects.get(name="Truus")


def text(answer) -> str:
    return answer.content.decode()


def test_while_asking_two_fields_are_enough_and_only_a_yes_counts(
    screen, molenwijk, fatima, as_member
):
    ask_at(screen, molenwijk, naam=ANS)

    row = GoBetween.objects.get()
    assert (row.name, row.phone, row.may_hear, row.agreed_at) == (
        "Ans",
        "+31612345678",
        False,
        None,
    )
    assert truus().channel == "paper"
    assert "Tot die ja zegt, lees je je nieuws hier" in text(screen.get("/matchpunt/plaatje/"))
    assert "We vragen Ans" in text(screen.get("/matchpunt/mijn/"))
    assert Record.objects.get(key="notifications.go_between.asked").by_id == fatima.pk

    dayboard.refresh(molenwijk.town_id)
    url = MatterRow.objects.get(kind="notifications.go_between").url
    as_member(fatima).post(url, {"answer": "yes"})
    assert (truus().channel, number_of(truus()).through) == ("somebody", "Ans")
    assert "Die heeft ja gezegd" in text(screen.get("/matchpunt/mijn/"))


@pytest.mark.parametrize(
    "half",
    [{"through_name": "Ans"}, {"through_phone": "06 12345678"}, ANS | {"through_phone": "x"}],
)
def test_half_an_answer_is_asked_again_and_nothing_is_published(screen, molenwijk, half):
    with pytest.raises(AssertionError):
        ask_at(screen, molenwijk, naam=half)

    page = text(screen.post("/matchpunt/vraag/naam/", {"name": "Truus", **half}))
    assert "<details" in page
    assert "open>" in page
    assert not GoBetween.objects.exists()
    assert not Member.objects.filter(name="Truus").exists()


def test_who_came_back_chooses_it_and_undoes_it(screen, molenwijk, fatima):
    ask_at(screen, molenwijk)
    code = slip_at(screen)
    screen.post("/matchpunt/leeg/")
    assert screen.get(PAGE).status_code == 302, "Nobody sits here."
    screen.post("/matchpunt/terug/", {"code": code, "picture": "dog"})
    assert PAGE in text(screen.get("/matchpunt/mijn/"))
    assert screen.post(PAGE, {"through_name": "Ans"}).status_code == 422

    screen.post(PAGE, ANS)
    assert "Ans" in text(screen.get(PAGE))
    GoBetween.objects.update(agreed_at="2026-01-01T00:00Z")
    Member.objects.filter(pk=truus().pk).update(channel="somebody")
    screen.post(PAGE, {"myself": "1"})

    assert (truus().channel, GoBetween.objects.exists()) == ("paper", False)
    assert Record.objects.get(key="notifications.go_between.stopped").by_id == fatima.pk


def test_another_computer_has_no_such_page(client, as_member, screen, molenwijk, noor):
    ask_at(screen, molenwijk)

    for other in (client, as_member(noor)):
        assert other.post(PAGE, ANS).status_code == 302
    assert not GoBetween.objects.exists()
