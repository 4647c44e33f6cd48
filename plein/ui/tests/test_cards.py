"""A card says who asks or offers, in words and a drawing, and never by colour alone."""

import dataclasses

import pytest

from plein.ui.card import Card, Fact

ASK = Card(
    kind="ask",
    strip="Looks for help",
    title="Who walks Boris?",
    url="/prikbord/boris-7f3k2/",
    text="Boris is a calm dog.",
    facts=(Fact("clock", "In the morning"), Fact("map-pin", "Molenwijk")),
    pictogram="dog",
    action="I want to do this",
)


@pytest.fixture
def card(write):
    def render(**changes):
        return write('{% include "ui/card.html" %}', card=dataclasses.replace(ASK, **changes))

    return render


def test_the_strip_has_words_and_a_drawing(card):
    page = card()

    assert page.one("article", class_="card card--ask")
    assert page.words.startswith("Looks for help")


def test_an_offer_looks_and_reads_different(card):
    ask, offer = card(), card(kind="offer", strip="Offers help")

    assert offer.one("article", class_="card card--offer")
    assert offer.all("path")[0]["d"] != ask.all("path")[0]["d"]


def test_another_kind_may_bring_its_own_drawing(card):
    plain = card(kind="plain", strip="Agenda")
    dated = card(kind="plain", strip="Agenda", strip_pictogram="calendar-dots")

    assert plain.all("path")[0]["d"] != dated.all("path")[0]["d"]


def test_the_title_is_a_link_and_a_heading(card):
    page = card()

    assert page.one("h3")
    assert page.all("a")[0]["href"] == "/prikbord/boris-7f3k2/"


def test_facts_have_a_drawing_and_words(card):
    page = card()

    assert len(page.all("li")) == 2
    assert "In the morning" in page.words


def test_the_button_says_for_a_screen_reader_what_it_is_about(card):
    assert card().words.endswith("I want to do this : Who walks Boris?")


def test_the_button_may_lead_elsewhere(card):
    assert card(action_url="/doen/").all("a")[1]["href"] == "/doen/"
    assert card().all("a")[1]["href"] == ASK.url


def test_a_card_without_action_has_one_link(card):
    assert len(card(action="").all("a")) == 1


def test_a_picture_replaces_the_drawing_and_has_words(card):
    page = card(picture="/beeld/1.webp", picture_alt="A brown dog")

    assert page.one("img", src="/beeld/1.webp")["alt"] == "A brown dog"
    assert len(page.all("svg")) == len(card().all("svg")) - 1


def test_a_picture_without_words_is_skipped_by_a_screen_reader(card):
    assert card(picture="/beeld/1.webp").one("img")["alt"] == ""


def test_what_a_neighbour_wrote_is_never_markup(card):
    page = card(title="<script>alert(1)</script>", text="<img src=x>")

    assert not page.all("script")
    assert not page.all("img")


def test_an_empty_list_says_what_to_do_now(write):
    page = write(
        '{% include "ui/empty.html" with title="Nothing yet" action="Ask" action_url="/vraag/" %}'
    )

    assert page.words == "Nothing yet Ask"
    assert page.one("a")["href"] == "/vraag/"


def test_more_is_a_link_without_javascript_and_a_swap_with_it(write):
    link = write('{% include "ui/more.html" with more_url="?after=9" more_target=1 %}').one("a")

    assert link["href"] == link["data-hx-get"] == "?after=9"


def test_at_the_end_of_a_list_there_is_no_more(write):
    assert write('{% include "ui/more.html" with more_url="" %}').words == ""
