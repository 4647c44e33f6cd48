"""Friendly questions at posting: the direction, and limits said in the text."""

import pytest

from plein.bridges.matching.engine.checking import check
from plein.bridges.matching.engine.direction import wrong_way
from plein.bridges.matching.tests.making_posts import (
    MONDAY_MORNING,
    ask,
    ids,
    offer,
    profile,
    ranked,
)


@pytest.mark.parametrize(
    "text",
    [
        "Ik zoek iemand die mijn kat eten geeft.",
        "Wie kan mij naar het ziekenhuis brengen?",
        "Heb dringend hulp nodig bij het verhuizen.",
        "Oppas gezocht voor twee kinderen.",
        "I am looking for a washing machine.",
        "Szukam pracy i pomocy.",
        "Шукаю ліжко для дитини",
        "أبحث عن غسالة",
    ],
)
def test_an_offer_that_asks_is_asked_about_and_not_matched(text):
    assert wrong_way(offer(text))
    assert [question.key for question in check(offer(text))][:1] == ["direction"]
    assert ids(ranked(ask("Wie kan mijn kat eten geven?"), offer(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ik kan op dinsdag koken.",
        "Wie kan ik helpen met de belasting? Ik help graag.",
        "Ik zoek een maatje om mee te wandelen.",
        "Wandelclub zoekt leden.",
        "Samen eten, wie gaat mee?",
        "Gratis af te halen: een bank.",
        "I can repair bicycles.",
        "Chętnie pomogę w ogrodzie.",
        "",
        "😀",
    ],
)
def test_an_offer_that_gives_or_shares_is_left_alone(text):
    assert not wrong_way(offer(text))


def test_a_profile_has_no_direction():
    assert not wrong_way(profile("Ik zoek iemand om mee te praten"))


def test_an_ask_may_ask():
    assert not wrong_way(ask("Ik zoek een boormachine"))


def test_the_question_of_direction_tells_the_words_and_the_other_box():
    question = check(offer("Ik zoek een kast."))[0]

    assert (question.field, question.value) == ("kind", "ask")
    assert "zoek" in question.words


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Graag iemand met VOG.", "vog", True),
        ("Elke week een uurtje.", "again", True),
        ("Twee keer per maand koffie.", "again", True),
        ("Mag ook online.", "remote", True),
        ("Liefst een vrouw.", "women", "women"),
        ("Alleen mannen graag.", "men", "men"),
        ("Ik ben allergisch voor honden.", "dogs", "dogs"),
        ("Ik zit in een rolstoel.", "wheelchair", "wheelchair"),
        ("Graag een niet-roker.", "smoking", "smoking"),
        ("Te koop: bank.", "sale", "sale"),
        ("Voor 15 euro mag je hem hebben.", "price", "price"),
        ("Binnen 3 km van mijn huis.", "distance", 3.0),
        ("Maandagochtend past goed.", "when", MONDAY_MORNING),
        ("Op maandag.", "when", 0b111),
    ],
)
def test_a_limit_said_in_the_text_is_proposed(text, key, value):
    found = {question.key: question for question in check(ask(text))}

    assert found[key].value == value
    assert found[key].words


@pytest.mark.parametrize(
    ("text", "fields", "key"),
    [
        ("Graag iemand met VOG.", {"needs_vog": True}, "vog"),
        ("Elke week een uurtje.", {"again": True}, "again"),
        ("Mag ook online.", {"remote": True}, "remote"),
        ("Binnen 3 km.", {"limit_km": 5}, "distance"),
        ("Maandagochtend.", {"when": MONDAY_MORNING}, "when"),
        ("Zomaar een praatje.", {}, "when"),
    ],
)
def test_what_the_fields_already_say_is_not_asked(text, fields, key):
    assert key not in [question.key for question in check(ask(text, **fields))]


def test_a_helper_who_tells_of_a_vog_is_not_asked_to_demand_one():
    assert "vog" not in [question.key for question in check(offer("Ik heb een geldige VOG."))]


def test_nothing_said_is_never_applied():
    post = ask("Liefst een vrouw, binnen 3 km, met VOG.")

    check(post)

    assert (post.needs_vog, post.limit_km) == (False, None)


@pytest.mark.parametrize("text", ["", "😀" * 10_000, "a " * 10_000, "elke " * 3_000])
def test_any_text_can_be_checked_quickly(text):
    assert isinstance(check(offer(text)), list)
