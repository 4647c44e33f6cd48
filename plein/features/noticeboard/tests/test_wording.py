"""What a card and a search say: short, in each language, and never more than allowed."""

import pytest
from django.utils import translation

from plein.features.noticeboard import wording
from plein.features.noticeboard.listings import listing
from plein.features.noticeboard.tests.making import make_ask, make_offer
from plein.lib import week
from plein.lib.listing import fold, in_my_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Eén zin.", "Eén zin."),
        ("Een. Twee. Drie.", "Een. Twee."),
        ("Met\n\nnieuwe regels", "Met nieuwe regels"),
        ("woord " * 60, "woord " * 26 + "woord…"),
    ],
)
def test_a_card_has_at_most_two_sentences(text, expected):
    assert wording.summary(text, most=163) == expected


@pytest.mark.parametrize(
    ("bits", "words"),
    [
        (0, "Maakt niet uit wanneer, in overleg"),
        (week.DAYTIME, "Overdag"),
        (week.slot(1, 0), "Overdag"),
        (week.EVENINGS | week.WEEKEND, "In de avond of in het weekend"),
    ],
)
def test_strangers_hear_of_parts_of_the_week_only(bits, words):
    assert week.said_roughly(bits) == words


def test_neighbours_hear_the_day():
    assert week.said_exactly(week.slot(1, 0) | week.slot(4, 2)) == "dinsdagochtend, vrijdagavond"


def test_a_listing_says_its_facts_in_every_language(noor):
    made = listing(make_offer(noor))

    with translation.override("en"):
        assert in_my_language(made.facts[2].words) == "Noor (resident)"
    assert in_my_language(made.facts[2].words) == "Noor (bewoner)"


def test_what_is_public_of_a_private_ask_has_no_name(noor):
    made = listing(make_ask(noor))

    assert [in_my_language(fact.words) for fact in made.public_facts] == [
        "Maakt niet uit wanneer, in overleg",
        "Molenwijk",
    ]
    assert "Noor" not in made.public_words


def test_a_search_does_not_mind_accents_and_capitals():
    assert fold("  Café  ÉÉN\tuur ") == "cafe een uur"
