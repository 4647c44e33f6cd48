"""House colours: readable or refused, and one small stylesheet."""

import pytest

from plein.foundation.communities.colours import (
    USUAL,
    NotAColour,
    TooMiddling,
    clean_colour,
    contrast,
    letters_on,
    stylesheet,
)
from plein.foundation.communities.models import Community

SIX = {f"colour_{number}": colour for number, colour in enumerate(USUAL, start=1)}


@pytest.mark.parametrize("colour", USUAL)
def test_letters_can_be_read_on_the_usual_colours(colour):
    assert contrast(letters_on(colour), colour) >= 4.5


def test_contrast_is_as_the_guidelines_say():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", ["#777777", "#787878", "#d9534f"])
def test_a_middling_colour_is_refused(colour):
    with pytest.raises(TooMiddling):
        clean_colour(colour)


@pytest.mark.parametrize("text", ["", "red", "#12", "#gggggg", "#12345678", "url(x)", "#fff;}"])
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(NotAColour):
        clean_colour(text)


def test_capitals_and_a_missing_sign_are_fine():
    assert clean_colour(" FFD24A ") == "#ffd24a"


def test_the_stylesheet_gives_each_house_its_colour_and_letters():
    css = stylesheet(USUAL)
    assert "--plein-house-1-bg:#ffd24a;--plein-house-1-color:#14233d" in css
    assert "--plein-house-4-bg:#0b3b8c;--plein-house-4-color:#ffffff" in css
    assert stylesheet([]) == ""


def test_a_manager_chooses_and_every_page_links_to_the_new_stylesheet(as_member, client, mila):
    as_member(mila).post("/instellingen/kleuren/", SIX | {"colour_1": "#ffe0ff"})

    url = client.get("/inloggen/").context["site"].colours_url
    response = client.get(url)
    assert response["Content-Type"] == "text/css"
    assert "immutable" in response["Cache-Control"]
    assert "#ffe0ff" in response.content.decode()
    assert "immutable" in as_member(mila).get(url)["Cache-Control"]


def test_a_refused_colour_is_explained_and_nothing_changes(as_member, mila, waterdrecht):
    response = as_member(mila).post("/instellingen/kleuren/", SIX | {"colour_2": "#777777"})

    assert response.status_code == 422
    assert "niet goed te lezen" in response.content.decode()
    assert Community.objects.get(pk=waterdrecht.pk).colours == []


def test_the_usual_colours_come_back(as_member, mila, waterdrecht):
    as_member(mila).post("/instellingen/kleuren/", SIX)
    as_member(mila).post("/instellingen/kleuren/", {"gewoon": "1"})
    assert Community.objects.get(pk=waterdrecht.pk).colours == []
