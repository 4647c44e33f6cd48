"""A lost slip: what its owner remembers opens a new one; a stranger gets nowhere."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.bridges.matchpoint import actions
from plein.bridges.matchpoint.models import Sitting, Slip
from plein.bridges.matchpoint.tests.making import (
    ANSWERS,
    PIN,
    ask_at,
    make_matchpoint,
    open_screen,
    slip_at,
)
from plein.features.noticeboard.models import Post
from plein.foundation.accounts import limits
from plein.foundation.accounts.models import Account
from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Member, RoleName
from plein.shared.notifications.models import Notification
from plein.testing.cast import give

URL = "/matchpunt/terug/kwijt/"
BREAD = "Wie haalt brood voor mij"
THEME = ANSWERS["waarmee"]["theme"]


def about(days: int = 0) -> str:
    return str(timezone.localdate() - timedelta(days=days))


def told(**changes) -> dict[str, str]:
    said = {"name": "truus", "picture": "dog", "phone": "", "day": about(2)}
    said |= {"theme": THEME, "face": "on"}
    return said | {"because": "lost", "pin": PIN} | changes


@pytest.fixture
def screen(mila, fatima):
    return open_screen(make_matchpoint(mila), fatima)


def left(screen, home, **me) -> str:
    """Truus asked, got this code with the dog, and left."""
    ask_at(screen, home, naam=me)
    code = slip_at(screen)
    screen.post("/matchpunt/leeg/")
    return code


def come_back(screen, code):
    return screen.post("/matchpunt/terug/", {"code": code, "picture": "dog"})


def test_name_picture_and_day_make_a_new_slip_and_end_the_old_code(screen, molenwijk, fatima):
    old = left(screen, molenwijk)
    assert URL in screen.get("/matchpunt/terug/").content.decode()
    before = screen.get(URL).content.decode()
    assert BREAD not in before
    assert "Fatima" in before

    answer = screen.post(URL, told())

    new = answer.context["code"]
    assert new in answer.content.decode()
    assert BREAD in screen.get("/matchpunt/mijn/").content.decode()
    screen.post("/matchpunt/leeg/")
    assert come_back(screen, old).status_code == 422
    assert come_back(screen, new).status_code == 302
    assert Slip.objects.count() == 1
    line = Record.objects.get(key="matchpoint.slip.replaced")
    assert (line.by_id, line.values["because"]) == (fatima.pk, "lost")
    assert not Notification.objects.filter(key="matchpoint.slip_replaced").exists()


def test_who_gave_a_number_needs_that_number_and_hears_of_it(screen, molenwijk):
    left(screen, molenwijk, phone="06 12345678")
    assert screen.post(URL, told()).status_code == 422, "All of it without a number is not enough."

    assert screen.post(URL, told(phone="06-12345678", day="")).status_code == 200

    truus = Member.objects.get(name="Truus")
    news = Notification.objects.get(key="matchpoint.slip_replaced")
    assert (news.to, news.way) == (truus, "person")
    assert "Was u dat niet? Bel ons." in news.aloud


WRONG = [
    *({"name": "Riet"}, {"picture": "cat"}, {"day": about(9)}),
    *({"day": "", "phone": "06 12345678"}, {"day": ""}, {"because": ""}, {"pin": ""}),
    *({"pin": "111111"}, {"theme": "tuin"}, {"theme": ""}, {"face": ""}),
]


def test_whatever_is_wrong_opens_nothing_and_shows_nothing(screen, molenwijk, monkeypatch):
    for limit in ("lost.place", "lost.name", "lost.ask"):
        monkeypatch.setitem(limits.LIMITS, limit, (50, 900))
    old = left(screen, molenwijk)

    for wrong in WRONG:
        answer = screen.post(URL, told(**wrong))
        assert answer.status_code == 422, wrong
        assert BREAD not in answer.content.decode(), wrong

    assert not Sitting.objects.filter(member__isnull=False).exists()
    assert come_back(screen, old).status_code == 302


def test_two_who_fit_are_nobody_and_what_is_wrong_is_not_said(screen, molenwijk, monkeypatch):
    monkeypatch.setitem(limits.LIMITS, "lost.ask", (50, 900))
    left(screen, molenwijk)
    nobody = screen.post(URL, told(picture="cat")).context["form"].non_field_errors()
    left(screen, molenwijk)

    both = screen.post(URL, told())

    assert both.status_code == 422
    assert both.context["form"].non_field_errors() == nobody
    assert Record.objects.filter(key="matchpoint.slip.not_replaced").count() == 2


def test_few_tries_count_of_one_name_and_at_one_matchpoint(screen, molenwijk, monkeypatch):
    old = left(screen, molenwijk, phone="06 12345678")
    for picture in ("cat", "bird", "tree"):
        screen.post(URL, told(picture=picture, phone="06 12345678"))
    assert "te vaak" in screen.post(URL, told(phone="06 12345678")).content.decode()
    assert come_back(screen, old).status_code == 302

    monkeypatch.setitem(limits.LIMITS, "lost.place", (0, 900))
    assert "te vaak" in screen.post(URL, told(name="Jan")).content.decode()


def test_without_a_number_there_is_one_try_a_day_and_the_owner_reads_of_it(screen, molenwijk):
    """Who knows a name, the day and even the subject has one guess of twelve pictures."""
    old = left(screen, molenwijk)
    screen.post(URL, told(picture="cat"))
    assert "te vaak" in screen.post(URL, told()).content.decode()

    assert come_back(screen, old).status_code == 302
    assert "probeerde iemand zonder jouw bon" in screen.get("/matchpunt/mijn/").content.decode()
    slip_at(screen)
    assert "probeerde iemand" not in screen.get("/matchpunt/mijn/").content.decode()


def test_who_still_has_the_slip_hears_that_it_was_said_to_be_lost(screen, molenwijk):
    old = left(screen, molenwijk)
    screen.post(URL, told())
    screen.post("/matchpunt/leeg/")

    answer = come_back(screen, old)

    assert answer.status_code == 422
    assert "Iemand zei dat deze bon kwijt was" in answer.content.decode()
    wrong = screen.post("/matchpunt/terug/", {"code": old, "picture": "cat"})
    assert "kwijt was" not in wrong.content.decode(), "The picture has to fit as well."


def test_only_who_asked_at_a_matchpoint_of_this_town_without_an_account(
    screen, molenwijk, noor, client, joost, elders, monkeypatch
):
    left(screen, molenwijk)
    assert client.post(URL, told()).status_code == 302, "An ordinary computer has no such page."
    give(joost, RoleName.MANAGER, elders)
    there, _secret = actions.open_screen(make_matchpoint(joost), PIN)
    actions.sit_beside(there, joost)
    today = timezone.localdate()
    said = actions.Remembered(name="Truus", picture="dog", day=today, theme=THEME, face=True)
    with pytest.raises(actions.WrongSlip):
        actions.replace_slip(said, pin=PIN, because="lost", device=there)

    monkeypatch.setitem(limits.LIMITS, "lost.ask", (50, 900))
    Post.objects.filter(author__name="Truus").update(door="phone")
    assert screen.post(URL, told()).status_code == 422
    Post.objects.filter(author__name="Truus").update(door="matchpoint")
    account = Account.objects.create(email="truus@voorbeeld.nl")
    Member.objects.filter(name="Truus").update(account=account)
    assert screen.post(URL, told()).status_code == 422
    Member.objects.filter(name="Truus").update(account=None)
    assert screen.post(URL, told(picture="dog")).status_code == 200
