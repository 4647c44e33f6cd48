"""Somebody calls with their slip: the host reads the answers, and writes down the reply."""

import pytest
import time_machine
from django.utils import timezone

from plein.bridges.matchpoint.tests.making import ask_at, make_matchpoint, open_screen, slip_at
from plein.bridges.telephone.caller_key import A_CALL
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard.models import Concern, Match, Post
from plein.features.noticeboard.tests.making import make_ask
from plein.foundation.audit.models import Record
from plein.shared.conversations.models import Message

LOOK_UP = "/matchpunt/beheer/opzoeken/"


@pytest.fixture
def called(as_member, mila, molenwijk, fatima, bram):
    """Mila looked Truus up on the phone: (her browser, the address of Bram's answer)."""
    screen = open_screen(make_matchpoint(mila), fatima)
    ask_at(screen, molenwijk)
    code = slip_at(screen)
    noticeboard.respond(Post.objects.get(), "Ik kom wel.", by=bram)
    browser = as_member(mila)
    page = browser.post(LOOK_UP, {"code": code, "picture": "dog"})
    talk = page.context["asked"][0].answers[0].conversation.code
    url = f"{LOOK_UP}{page.context['key']}/{talk}/"
    assert url in page.content.decode()
    return browser, url


def test_what_the_caller_says_is_their_own_answer(called, mila):
    browser, url = called
    assert "Ik kom wel." not in browser.get(url).content.decode()
    assert "Ik kom wel." in browser.post(url, {"what": "read"}).content.decode()

    answer = browser.post(url, {"what": "say", "text": "Graag, woensdag."})

    said = Message.objects.order_by("id").last()
    assert answer.url == url
    assert (said.author.name, said.way, said.text) == ("Truus", "phone", "Graag, woensdag.")
    assert Record.objects.get(key="telephone.answer.noted").by_id == mila.pk
    assert answer.headers["Cache-Control"] == "no-store, private"


def test_the_caller_proposes_a_day(called):
    browser, url = called
    browser.post(url, {"what": "propose", "when_words": "woensdag", "place_words": "bij de deur"})

    assert Match.objects.get().proposed_by.name == "Truus"


def test_after_the_call_and_for_another_host_the_address_opens_nothing(
    called, as_member, fatima, noor, joost
):
    browser, url = called
    for other in (None, fatima, noor, joost):
        assert as_member(other).post(url, {"what": "read"}).status_code in (302, 403, 404)
    with time_machine.travel(timezone.now().timestamp() + A_CALL + 60, tick=False):
        assert browser.post(url, {"what": "read"}).status_code in (302, 404)
    assert not Record.objects.filter(key="telephone.talk.read").exists()


def test_a_made_up_key_and_a_talk_of_others_open_nothing(called, noor, bram):
    browser, url = called
    code = noticeboard.respond(make_ask(noor), "Ik.", by=bram).conversation.code
    mine = url.rstrip("/").rpartition("/")[0]

    assert browser.get(f"{mine}/{code}/").status_code == 404
    assert browser.get(f"{LOOK_UP}x/{code}/").status_code == 404


def test_a_host_does_not_answer_their_own_offer_of_help(called, mila):
    browser, url = called
    response = noticeboard.respond(Post.objects.get(), "Ik kan ook.", by=mila)
    mine = url.rstrip("/").rpartition("/")[0]

    answer = browser.post(f"{mine}/{response.conversation.code}/", {"what": "read"})

    assert answer.status_code == 404


def test_blank_cards_lie_ready_for_a_place_without_a_printer(as_member, mila, noor):
    matchpoint = make_matchpoint(mila, paper="card")
    url = f"/matchpunt/beheer/{matchpoint.pk}/kaartjes/"
    html = as_member(mila).get(url).content.decode()

    assert html.count("0184-555 020") == 8
    assert url in as_member(mila).get(f"/matchpunt/beheer/{matchpoint.pk}/").content.decode()
    assert as_member(noor).get(url).status_code in (302, 403, 404)


def test_who_calls_with_a_slip_tells_that_something_happened(called, mila):
    browser, url = called
    key = url.split("/")[-3]
    page = browser.get(url).content.decode()
    tell = f"/telefoon/melding/{key}/"
    assert f'href="{tell}"' in page

    talk = browser.get(tell).context["form"].talks
    browser.post(tell, {"talk": next(iter(talk)), "kind": "incident", "about": "unsafe"})

    concern = Concern.objects.get()
    assert (concern.by.name, concern.noted_by) == ("Truus", mila)
