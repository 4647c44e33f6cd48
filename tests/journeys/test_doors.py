"""The three doors and the clock behind them, from first tap to last; also without scripts."""

from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import expect

from plein.bridges.dayboard.models import MatterRow
from plein.features.noticeboard.models import AskClock, Match, OnClock, Post
from plein.foundation.audit.models import Record
from plein.foundation.care.models import Mandate
from plein.shared.conversations.models import Message
from tests.journeys import doors, library, story
from tests.journeys.hands import Hands, NoJavaScript

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WAYS = {"with scripts": Hands, "no JavaScript": NoJavaScript}
THUMB_SECONDS = 90
PHONE_SECONDS = 60


@pytest.fixture(params=WAYS)
def open_hands(request, window, signed_in):
    """`open_hands(member)`: somebody at a browser of their own, signed in or not."""
    hands = WAYS[request.param]

    def open_them(member=None, **options):
        context = window(javascript=hands.has_javascript, **options)
        return hands((signed_in(context, member) if member else context).new_page())

    return open_them


def test_a_nurse_asks_plans_and_the_client_takes_over(open_hands, town):
    petra = doors.make_nurse(town)
    nurse, bram, anna = open_hands(), open_hands(town.bram), open_hands()

    doors.two_codes(nurse, town.url, petra)
    seconds = doors.ask_for_client(nurse, town.url)
    assert seconds <= THUMB_SECONDS, seconds
    post = Post.objects.get()
    assert post.byline == "via een professional"

    story.answer(bram, town.url)
    story.agree(nurse, bram, town.url, name="Petra")
    code = doors.take_card(nurse, town.url)
    doors.take_over(anna, town.url, code)

    post.refresh_from_db()
    assert (post.author.name, post.mandate, post.stands_for) == ("Anna", None, "resident")
    assert Mandate.objects.get().ended_because == Mandate.Ended.TAKEN_OVER
    story.open_agreement(anna, town.url, "Bram")
    expect(anna.page.locator("#agreement")).to_contain_text("Jullie hebben een afspraak")
    story.open_agreement(bram, town.url, "Anna")
    assert "Dahlia" not in bram.page.content()


def test_somebody_without_mail_asks_comes_back_and_answers_by_phone(open_hands, town):
    screen, bram, fatima = open_hands(), open_hands(town.bram), open_hands(town.fatima)
    library.open_day(screen.page, town)
    library.ask(screen.page, phone="06 1234 0001")
    code = library.take_slip(screen.page)

    story.answer(bram, town.url, library.ASK)
    library.come_back(screen.page, code)
    screen.tap(screen.page.get_by_role("link", name="Lees wat Bram zegt"))
    expect(screen.page.locator(".bubbles")).to_contain_text("pannenkoeken")
    library.leave(screen.page)
    doors.propose(bram, town.url, "Truus")
    doors.call_truus(fatima, town.url)

    story.open_agreement(bram, town.url, "Truus")
    expect(bram.page.locator("#agreement")).to_contain_text("Jullie hebben een afspraak")
    assert Match.objects.get().is_agreed
    said = Message.objects.order_by("id").last()
    assert (said.author.name, said.text, said.way) == ("Truus", doors.SAID_BY_PHONE, "phone")
    assert Record.objects.filter(key="telephone.answer.noted", by_id=town.fatima.pk).count() == 2
    assert not MatterRow.objects.filter(kind="notifications.tell").exists()


def test_an_ask_is_noted_while_talking_on_one_page_within_a_minute(open_hands, town):
    fatima = open_hands(town.fatima)

    seconds = doors.note_while_talking(fatima, town.url)

    print(f"noted in {seconds:.0f} seconds: {fatima.taps} taps, {fatima.letters} letters")
    assert seconds <= PHONE_SECONDS, seconds
    post = Post.objects.get()
    assert (post.title, post.door, post.author.name) == (story.ASK, "phone", "Riet")


@pytest.fixture
def whole_day():
    """`whole_day(moment)`: it is a minute later than this, for clock, worker, server and people."""
    travels = []

    def go_on(moment):
        while travels:
            travels.pop().stop()
        travels.append(time_machine.travel(moment + timedelta(minutes=1), tick=True))
        travels[0].start()
        doors.whole_days(moment)

    yield go_on
    for travel in travels:
        travel.stop()


STEPS = {
    1: "Nog geen reactie. We vragen rond",
    2: "Nog geen reactie. Fatima zoekt met je mee",
    3: "Nog geen reactie. Het hele team zoekt mee",
    4: "We zoeken een organisatie die je kan helpen",
    5: "Het wijkteam neemt je vraag op",
}


def test_an_unanswered_ask_climbs_every_step_to_a_human_end(open_hands, town, whole_day):
    OnClock.objects.filter(town=town.town, name="Els").update(member=town.fatima, name="Fatima")
    anna, fatima = open_hands(), open_hands(town.fatima)
    story.ask(anna, town.url, "anna@mail.example")
    story.greet(fatima, town.url)

    for step, told in STEPS.items():
        whole_day(AskClock.objects.get().due_at)
        assert AskClock.objects.get().step == step
        assert told in doors.mails_to("anna@mail.example")
        fatima.go(f"{town.url}/dagstart/")
        waits = fatima.page.locator("main").get_by_text("Vragen zonder antwoord")
        expect(waits).to_have_count(0 if step < 2 else 1)

    doors.tell_it_did_not_work_out(fatima, town.url)

    post = Post.objects.get()
    assert (post.closing, AskClock.objects.get().due_at) == ("unmet", None)
    assert "Je vraag is van het prikbord af" in doors.mails_to("anna@mail.example")
    anna.go(f"{town.url}{post.get_absolute_url()}")
    expect(anna.page.locator("main")).to_contain_text("Het is ons niet gelukt")
