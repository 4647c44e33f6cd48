"""What every page has: the street, the tools, a way to somebody, and nothing inline."""

import dataclasses

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template.loader import render_to_string
from django.utils import translation

from plein.ui.site import Site

BASE = "ui/base.html"


def with_changes(town, **changes):
    return dataclasses.replace(town, **changes)


def test_the_street_shows_every_house_in_order(show, town):
    houses = [found["class"] for found in show(BASE).all("a") if "house" in found.get("class", "")]

    assert houses == [f"house house--{number}" for number in range(1, 7)]


def test_a_house_that_is_off_is_gone_and_the_others_keep_their_colour(show, town):
    fewer = with_changes(town, houses=[one for one in town.houses if one.key != "agenda"])

    page = show(BASE, site=fewer)

    assert "Agenda" not in page.words
    assert page.all("a", class_="house house--3")
    assert not page.all("a", class_="house house--2")
    assert page.one("ul", class_="street")["data-houses"] == "5"


def test_the_house_you_are_in_is_marked(show):
    current = [one for one in show(BASE).all("a", aria_current="page") if "house" in one["class"]]

    assert [one["class"] for one in current] == ["house house--1"]


def test_a_town_without_houses_has_no_street(show, town):
    page = show(BASE, site=with_changes(town, houses=[]))

    assert not page.all("nav")


def test_each_house_says_its_name_and_what_is_inside(show):
    with translation.override("nl"):
        words = show(BASE).words

    assert "Prikbord vragen en aanbod" in words
    assert "jouw buurt" in words


def test_the_tools_have_words_and_not_only_drawings(show):
    with translation.override("nl"):
        words = show(BASE).words

    for word in ("Lees voor", "Taal", "Bel ons", "Meedoen", "Inloggen"):
        assert word in words


def test_read_aloud_is_hidden_until_the_browser_can_speak(show):
    assert "hidden" in show(BASE).one("li", id="read-aloud-tool")


def test_every_page_gives_a_number_to_call_and_a_place_to_walk_in(show, town):
    page = show(BASE)

    assert page.all("a", href="tel:0123456789")
    assert str(town.walk_in) in page.words


def test_a_town_without_a_phone_offers_no_call(show, town):
    page = show(BASE, site=with_changes(town, phone="", walk_in=""))

    assert "tel:" not in page.html
    assert not page.all("div", id="call-us")


def test_the_first_thing_on_the_page_skips_to_the_text(show):
    page = show(BASE)

    assert page.all("a")[0]["href"] == "#main"
    assert page.one("main")["id"] == "main"


def test_without_a_community_the_page_still_stands(show):
    page = show(BASE, site=None)

    assert "Plein" in page.words
    assert page.one("main")


def test_without_a_request_the_page_still_stands():
    from django.template.loader import render_to_string

    assert "<main" in render_to_string(BASE)


@pytest.mark.parametrize("template", [BASE, "ui/home.html", "404.html", "ui/wizard.html"])
def test_nothing_is_inline_so_the_strict_policy_holds(show, template):
    page = show(template, question="Why?")

    for name, attributes in page.tags:
        assert "style" not in attributes
        assert not any(key.startswith("on") for key in attributes), (name, attributes)
        assert name != "style"
    assert all(script.get("src") for script in page.all("script"))


@pytest.mark.parametrize("template", [BASE, "ui/home.html", "404.html", "ui/wizard.html"])
def test_no_two_things_have_the_same_id(show, template):
    ids = show(template, question="Why?").ids

    assert len(ids) == len(set(ids))


def test_colours_of_the_community_come_from_their_own_address(show, town):
    page = show(BASE, site=with_changes(town, colours_url="/kleuren.css?v=7"))

    assert page.all("link", href="/kleuren.css?v=7")
    assert not [one for one in show(BASE).all("link") if "kleuren" in one["href"]]


def test_dutch_reads_from_the_left(show):
    with translation.override("nl"):
        html = show(BASE).one("html")

    assert (html["lang"], html["dir"]) == ("nl", "ltr")


def test_arabic_reads_from_the_right(show):
    with translation.override("ar"):
        html = show(BASE).one("html")

    assert (html["lang"], html["dir"]) == ("ar", "rtl")


def test_a_site_may_turn_itself_around_for_a_check(show, town):
    assert show(BASE, site=with_changes(town, dir="rtl")).one("html")["dir"] == "rtl"


def test_the_title_names_page_and_place(show):
    assert "– Waterdrecht</title>" in show("404.html").html


def test_the_front_page_has_one_main_with_the_street_inside(show):
    page = show("ui/home.html")
    names = [name for name, _ in page.tags]

    assert names.count("main") == 1
    assert names.index("main") < names.index("nav")
    assert page.one("body")["class"] == "home"


def test_languages_are_named_in_themselves(show):
    page = show(BASE)

    assert page.all("button", lang="nl", aria_current="true")
    assert "English" in page.words


def test_a_phone_number_becomes_a_link_whatever_its_spelling():
    assert Site(name="x", phone="+31 (0)184 - 55 50 10").phone_url == "tel:+310184555010"


def test_what_a_town_calls_itself_is_never_markup(show, town):
    page = show(BASE, site=with_changes(town, name="<b>Dorp</b>"))

    assert "<b>Dorp" not in page.html


def test_what_worked_and_what_did_not_is_said_aloud_and_is_no_list():
    """A line of a list with another role is wrong HTML, and is read aloud as nothing."""
    said = [Message(constants.SUCCESS, "Bewaard."), Message(constants.ERROR, "Dat lukte niet.")]

    html = render_to_string("ui/_messages.html", {"messages": said})

    assert [html.count(f'role="{role}"') for role in ("status", "alert")] == [1, 1]
    assert "<li" not in html
