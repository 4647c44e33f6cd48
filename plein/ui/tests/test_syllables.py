"""A long name breaks where Dutch breaks it, so it fits on a small house."""

import pytest

from plein.ui.syllables import soft_hyphens


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("Organisaties", "Orga-ni-sa-ties"),
        ("Verenigingen", "Vere-ni-gin-gen"),
        ("Waterdrecht", "Water-drecht"),
        ("Prikbord", "Prikbord"),
        ("Over Waterdrecht", "Over Water-drecht"),
    ],
)
def test_a_long_word_gets_places_to_break(word, broken):
    assert soft_hyphens(word).replace("\u00ad", "-") == broken


def test_a_short_word_stays_whole():
    assert soft_hyphens("Agenda Wijken") == "Agenda Wijken"


def test_no_line_begins_or_ends_with_a_lonely_letter():
    for word in ("Organisaties", "Verenigingen", "Activiteiten"):
        pieces = soft_hyphens(word).split("\u00ad")

        assert len(pieces[0]) >= 3
        assert len(pieces[-1]) >= 3


def test_a_house_shows_its_name_with_places_to_break(show):
    assert "\u00ad" in show("ui/base.html").html


@pytest.mark.parametrize(
    ("title", "is_long"),
    [("Huisartsenspoedpost Drechtoevers", "long"), ("Wie laat Boris uit?", "")],
)
def test_a_heading_with_a_very_long_word_is_set_smaller(write, title, is_long):
    page = write("{% if title|is_long %}long{% endif %}", title=title)

    assert page.words == is_long
