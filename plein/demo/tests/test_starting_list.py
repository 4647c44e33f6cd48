"""The starting list of themes can be read by everybody and tells nothing it should not."""

import re
import tomllib
from pathlib import Path

import pytest

import plein
from plein.demo.tests.test_texts import GIVEN_AWAY, GROUPS, LANGUAGES, NUMBERS, THEMES
from plein.lib.writing import check

STARTING_LIST = Path(plein.__file__).parent / "foundation" / "taxonomy" / "starting_list.toml"
starting_list = tomllib.loads(STARTING_LIST.read_text(encoding="utf-8"))
themes = starting_list["themes"]


def test_the_list_holds_the_fourteen_themes_and_ten_target_groups():
    assert {theme["key"] for theme in themes} == THEMES
    assert {group["key"] for group in starting_list["target_groups"]} == GROUPS


def test_every_name_is_there_in_six_languages_and_no_two_are_alike():
    for rows in (themes, starting_list["target_groups"]):
        for language in LANGUAGES:
            names = [row["names"][language] for row in rows]
            assert len(set(names)) == len(rows)
            assert all(names)


def test_the_words_on_a_card_are_those_of_the_look():
    asks = {words["nl"] for words in starting_list["strips"]["ask"].values()}
    offers = {words["nl"] for words in starting_list["strips"]["offer"].values()}

    assert asks == {
        "Zoekt hulp",
        "Zoekt een maatje",
        "Zoekt spullen",
        "Zoekt mensen",
        "Zoekt vrijwilligers",
    }
    assert offers == {"Biedt hulp", "Biedt gezelschap", "Leent uit", "Geeft weg", "Nodigt uit"}


def test_every_strip_speaks_six_languages():
    for kind in ("ask", "offer"):
        for words in starting_list["strips"][kind].values():
            assert set(words) == LANGUAGES


@pytest.mark.parametrize("theme", themes, ids=lambda theme: theme["key"])
def test_a_theme_has_a_strip_a_picture_and_a_teaser_that_names_only_the_wijk(theme):
    assert theme["ask_strip"] in starting_list["strips"]["ask"]
    assert theme["offer_strip"] in starting_list["strips"]["offer"]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", theme["pictogram"])
    for teaser in theme["teaser"].values():
        assert teaser.count("{wijk}") == 1
        assert "{" not in teaser.format(wijk="Molenwijk")


@pytest.mark.parametrize("theme", themes, ids=lambda theme: theme["key"])
@pytest.mark.parametrize("kind", ["ask_examples", "offer_examples"])
def test_three_short_examples_to_tap_that_give_nothing_away(theme, kind):
    for language in ("nl", "en"):
        sentences = theme[kind][language]
        assert len(set(sentences)) == 3
        for sentence in sentences:
            assert len(sentence) <= 80, sentence
            assert not GIVEN_AWAY.search(sentence), sentence
            assert not check(sentence), sentence
            assert not [what for what, shape in NUMBERS.items() if shape.search(sentence)]
