"""Somebody without mail or password asks at a matchpoint, by themselves."""

import pytest

from plein.bridges.matchpoint import codes
from plein.bridges.matchpoint.models import Sitting, Slip
from plein.bridges.matchpoint.tests.making import (
    ANSWERS,
    ask_at,
    make_matchpoint,
    open_screen,
    slip_at,
)
from plein.features.directory.tests.making import make_entry
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard import shy
from plein.features.noticeboard.models import AnswerRules, OnClock, Post
from plein.foundation.communities.models import Member
from plein.lib.codes import read_code


@pytest.fixture
def matchpoint(mila):
    return make_matchpoint(mila)


@pytest.fixture
def screen(matchpoint, fatima):
    return open_screen(matchpoint, fatima)


def test_an_ask_stands_on_the_board_in_the_name_of_who_asked(screen, molenwijk):
    ask_at(screen, molenwijk)

    post = Post.objects.get(title="Wie haalt brood voor mij")
    assert (post.author.name, post.door, post.community) == ("Truus", "matchpoint", molenwijk)
    assert post.is_private


def test_who_asked_has_no_account_and_was_met_by_the_host(screen, molenwijk, fatima):
    ask_at(screen, molenwijk)

    truus = Member.objects.get(name="Truus")
    assert truus.account is None
    assert truus.is_greeted
    assert truus.greeted_by == fatima


def test_without_a_number_answers_come_on_paper(screen, molenwijk):
    ask_at(screen, molenwijk)

    assert Member.objects.get(name="Truus").channel == Member.Channel.PAPER


def test_with_a_number_somebody_is_called_and_a_connector_sees_the_number(
    screen, molenwijk, mila, as_member
):
    ask_at(screen, molenwijk, naam={"phone": "06 12 34 56 78"})

    truus = Member.objects.get(name="Truus")
    assert (truus.channel, truus.address) == (Member.Channel.PHONE, "+31612345678")
    post = Post.objects.get(author=truus)
    page = as_member(mila).get(f"/prikbord/{post.address}/bellen/").content.decode()
    assert "+31612345678" in page


def test_a_mail_address_is_no_phone_number(screen):
    screen.post("/matchpunt/vraag/")
    for step, said in (
        ("waarmee", {"theme": "boodschappen-koken"}),
        ("wat", {"title": "Brood"}),
        ("wanneer", {"when": "any"}),
        ("waar", {"task_class": "door"}),
    ):
        screen.post(f"/matchpunt/vraag/{step}/", said)
    answer = screen.post("/matchpunt/vraag/naam/", {"name": "Truus", "phone": "t@voorbeeld.nl"})

    assert answer.status_code == 422


def test_who_sits_beside_stands_above_every_question(screen):
    screen.post("/matchpunt/vraag/")

    page = screen.get("/matchpunt/vraag/waarmee/").content.decode()
    assert "Fatima" in page
    assert "de bibliotheek" in page


def test_a_later_question_waits_for_the_ones_before(screen):
    screen.post("/matchpunt/vraag/")

    assert screen.get("/matchpunt/vraag/waar/").url == "/matchpunt/vraag/waarmee/"


def test_nothing_typed_is_lost_when_one_goes_back(screen):
    screen.post("/matchpunt/vraag/")
    screen.post("/matchpunt/vraag/waarmee/", {"theme": "boodschappen-koken"})
    screen.post("/matchpunt/vraag/wat/", {"title": "Wie haalt brood"})

    assert "Wie haalt brood" in screen.get("/matchpunt/vraag/wat/").content.decode()


def test_an_empty_answer_is_shown_with_what_is_wrong(screen):
    screen.post("/matchpunt/vraag/")

    assert screen.post("/matchpunt/vraag/waarmee/", {}).status_code == 422


def test_an_unknown_question_does_not_exist(screen):
    screen.post("/matchpunt/vraag/")

    assert screen.get("/matchpunt/vraag/geheim/").status_code == 404


def test_pressing_twice_asks_once(screen, molenwijk):
    ask_at(screen, molenwijk)
    screen.post("/matchpunt/vraag/controleer/", {"audience": "members"})

    assert Post.objects.filter(author__name="Truus").count() == 1


def test_the_last_look_shows_what_was_answered(screen):
    screen.post("/matchpunt/vraag/")
    sitting = Sitting.objects.get()
    sitting.answers = {"theme": "boodschappen-koken", "title": "Brood halen", "when_bits": 1,
                       "task_class": "door", "name": "Truus", "home": "", "phone": ""}  # fmt: skip
    sitting.save()

    assert "Brood halen" in screen.get("/matchpunt/vraag/controleer/").content.decode()


def test_the_code_is_shown_once_and_not_kept(screen, molenwijk):
    ask_at(screen, molenwijk)
    code = slip_at(screen)

    slip = Slip.objects.get()
    kept = " ".join(str(value) for value in vars(slip).values())
    assert read_code(code)
    assert read_code(code) not in kept
    assert slip.digest == codes.digest(slip.town_id, read_code(code))


def test_the_page_of_the_slip_has_the_number_of_the_matchpoint(screen, molenwijk):
    ask_at(screen, molenwijk)
    page = screen.post("/matchpunt/plaatje/", {"picture": "cat"}).content.decode()

    assert "0184-555 020" in page
    assert "slip--slip" in page


def test_a_picture_must_be_one_of_the_twelve(screen, molenwijk):
    ask_at(screen, molenwijk)

    assert screen.post("/matchpunt/plaatje/", {"picture": "tank"}).status_code == 422
    assert not Slip.objects.exists()


def test_a_place_that_rests_takes_no_ask_and_says_whom_to_call(screen, waterdrecht):
    OnClock.objects.filter(town=waterdrecht).delete()

    page = screen.get("/matchpunt/").content.decode()
    assert "0184-555 020" in page
    assert "/matchpunt/vraag/" not in page


def test_without_a_sitting_a_question_leads_to_the_start(screen):
    assert screen.get("/matchpunt/vraag/wat/").url == "/matchpunt/"


def test_who_is_shy_asks_without_a_name(screen, molenwijk, fatima, monkeypatch):
    monkeypatch.setattr(shy, "ages", lambda _home: ["80"])
    ask_at(screen, molenwijk, controleer={"known_to": "connectors", "age": "80"})

    post = Post.objects.get()
    assert (post.known_to, post.age, post.author.name) == ("connectors", "80", "Truus")
    assert "Truus" not in post.byline


def test_the_last_look_says_what_stands_there_without_a_name(screen, molenwijk, fatima):
    screen.post("/matchpunt/vraag/")
    for step, answers in list(ANSWERS.items())[:-1]:
        home = {"home": str(molenwijk.pk)} if step == "naam" else {}
        screen.post(f"/matchpunt/vraag/{step}/", answers | home)

    html = screen.get("/matchpunt/vraag/controleer/").content.decode()

    assert "Liever zonder je naam?" in html
    assert "Iemand uit Waterdrecht" in html


def test_a_place_that_rests_names_who_can_be_called(waterdrecht, screen, mila):
    """Also where a place has one part, so that nobody is asked where they live."""
    make_entry(waterdrecht, months_ago=1, locations=())
    noticeboard.close_place(waterdrecht, AnswerRules.Closed.MANAGER, by=mila)
    screen.post("/matchpunt/vraag/")
    for step, answers in ANSWERS.items():
        page = screen.post(f"/matchpunt/vraag/{step}/", answers)

    assert page.status_code == 503
    assert "Voedselbank Waterdrecht" in page.content.decode()
    assert "tel:0184555020" in page.content.decode()
    assert "/matchpunt/samen/" in page.content.decode(), "Somebody sits beside you: look further."
