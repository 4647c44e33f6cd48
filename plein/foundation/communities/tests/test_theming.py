"""A house style from a theme file: the site takes it over, and nothing else of the file."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plein.foundation.communities import theming
from plein.foundation.communities.models import Community

ROOT = Path(__file__).resolve().parents[4]
PAGE = "/instellingen/huisstijl/"
INK, PAPER = "--basis-color-default-color-document", "--basis-color-default-bg-document"
GOOD = ".x-theme{--basis-color-default-color-document:#0B0C0C;--basis-border-radius-md:4px}"

NASTY = [
    "url(https://elders.example/x.png)",
    "expression(alert(1))",
    "red",
    "#12345",
    "rgba(0,0,0,.2)",
    "var(--nergens)",
    "\\\\23 fff",
]


def file(text: str, name: str = "theme.css") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode(), "text/css")


def test_a_manager_hands_in_a_file_and_every_page_takes_the_style(as_member, mila, client):
    as_member(mila).post(PAGE, {"file": file(GOOD)})

    url = client.get("/inloggen/").context["site"].colours_url
    css = client.get(url).content.decode()
    assert f"{INK}:#0b0c0c" in css
    assert "--basis-border-radius-md:4px" in css


def test_back_to_the_usual_style(as_member, mila, waterdrecht):
    as_member(mila).post(PAGE, {"file": file(GOOD)})

    as_member(mila).post(PAGE, {"gewoon": "1"})

    assert Community.objects.get(pk=waterdrecht.pk).tokens == {}


@pytest.mark.parametrize("who", [None, "noor", "fatima"])
def test_others_have_no_such_page(as_member, waterdrecht, request, who):
    client = as_member(request.getfixturevalue(who) if who else None)

    assert client.post(PAGE, {"file": file(GOOD)}).status_code in (302, 404)
    assert Community.objects.get(pk=waterdrecht.pk).tokens == {}


def test_what_cannot_be_read_is_refused_with_the_pair(as_member, mila, waterdrecht):
    pale = f":root{{{INK}:#cccccc}}"

    answer = as_member(mila).post(PAGE, {"file": file(pale)})

    assert answer.status_code == 422
    assert "is niet goed te lezen" in answer.content.decode()
    assert Community.objects.get(pk=waterdrecht.pk).tokens == {}


@pytest.mark.parametrize("text", ["", "body{color:red}", "{}", "{niet json", "\0\0", "[" * 5000])
def test_a_file_without_tokens_gets_a_sentence(as_member, mila, text):
    answer = as_member(mila).post(PAGE, {"file": file(text or " ")})

    assert answer.status_code == 422
    assert "geen tokens gevonden" in answer.content.decode()


@pytest.mark.parametrize("value", NASTY)
def test_only_safe_values_come_through(value):
    text = f":root{{{INK}:{value};--basis-border-radius-md:4px}}"

    found = theming.read(text)

    assert set(found) == {"--basis-border-radius-md"}


def test_other_rules_of_the_file_are_left_behind():
    found = theming.read(f":root{{{INK}:#000/**/;}} body{{display:none;{PAPER}:#fff}}")

    assert theming.stylesheet(found) == f":root{{{PAPER}:#ffffff;{INK}:#000000}}\n"


def test_what_is_in_the_table_is_checked_once_more():
    kept = {INK: "#fff}body{x:y", "--boze-naam": "#ffffff", PAPER: "#ffffff"}

    assert theming.stylesheet(kept) == f":root{{{PAPER}:#ffffff}}\n"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("#ABC", "#aabbcc"),
        ("rgb(11, 12, 13)", "#0b0c0d"),
        ("rgb(11 12 13 / 1)", "#0b0c0d"),
        ("hsl(0, 100%, 50%)", "#ff0000"),
        ("white", "#ffffff"),
        ("#0b0c0c !important", "#0b0c0c"),
        ("var(--x-zwart)", "#000001"),
    ],
)
def test_colours_are_written_in_one_way(typed, kept):
    found = theming.read(f":root{{--x-zwart:#000001;{INK}:{typed};}}")

    assert found[INK] == kept


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("--basis-text-font-size-md", "20px", "20px"),
        ("--basis-text-font-size-md", "10px", None),
        ("--basis-text-font-size-md", "90px", None),
        ("--basis-space-block-md", "2rem", "2rem"),
        ("--basis-space-block-md", "calc(1px + 1px)", None),
        ("--basis-text-line-height-md", "1.6", "1.6"),
        ("--basis-focus-outline-style", "dashed", "dashed"),
        ("--basis-focus-outline-style", "url(x)", None),
    ],
)
def test_sizes_stay_in_bounds(name, value, kept):
    found = theming.read(f":root{{{PAPER}:#fff;{name}:{value}}}")

    assert found.get(name) == kept


def test_a_font_keeps_our_letters_for_other_scripts():
    found = theming.read(":root{--basis-heading-font-family:'Noto Serif', \"<x>\", serif}")

    assert found["--basis-heading-font-family"].startswith('"Noto Serif", serif, "Vazirmatn"')
    assert "<" not in found["--basis-heading-font-family"]


def test_a_ring_of_references_ends():
    assert theming.read(f":root{{--a:var(--b);--b:var(--a);{INK}:var(--a);{PAPER}:#fff}}") == {
        PAPER: "#ffffff"
    }


def test_an_older_theme_is_understood():
    old = ".utrecht-theme{--utrecht-document-color:#111111;--utrecht-link-color:#003366}"

    found = theming.read(old)

    assert found == {INK: "#111111", "--basis-color-action-1-color-default": "#003366"}


def test_the_newer_name_wins():
    both = f":root{{{INK}:#000002;--utrecht-document-color:#111111}}"

    assert theming.read(both) == {INK: "#000002"}


def test_every_name_of_the_older_families_has_a_place():
    assert set(theming.FAMILIES.values()) <= set(theming.usual())
    assert {name for pair in theming.PAIRS for name in pair[:2]} <= set(theming.usual())


def test_json_of_a_style_dictionary_is_understood():
    ink = {"color": {"default": {"color-document": {"$value": "{x.ink}"}}}}
    text = json.dumps({"basis": ink, "x": {"ink": {"value": "#010203"}}})

    assert theming.read(text)[INK] == "#010203"


def test_our_own_style_can_be_read():
    assert theming.unreadable({}) == []


def test_the_example_theme_can_be_handed_in_as_it_is():
    package = ROOT / "node_modules/@nl-design-system-unstable/voorbeeld-design-tokens"

    found = theming.read((package / "dist" / "theme.css").read_text(encoding="utf-8"))

    assert len(found) > 30
    assert theming.unreadable(found) == []
