"""What an editor types, and what comes on the page: safe, and with one h1."""

import pytest

from plein.features.pages.rendering import parts_of, photos_in

NASTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](https://elders.example/spion.png)",
    "<iframe src='https://elders.example'></iframe>",
    '<p style="position:fixed">x</p>',
    "<svg/onload=alert(1)>",
    '[x](https://a.nl"onclick=alert(1))',
]


def html(body: str) -> str:
    return "".join(part.get("html", "") for part in parts_of(body))


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_that_runs_comes_through(nasty):
    made = html(nasty).lower()

    for sign in (
        "<script",
        "<img",
        "<iframe",
        "<svg",
        "<p style",
        'href="javascript',
        "<a onclick",
    ):
        assert sign not in made
    assert 'href="data:' not in made


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("# Kop", "<h2>Kop</h2>"),
        ("## Kop", "<h2>Kop</h2>"),
        ("- een\n- twee", "<li>een</li>"),
        ("1. een\n2. twee", "<ol>"),
        ("> gezegd", "<blockquote>"),
        ("**vet** en *schuin*", "<strong>vet</strong> en <em>schuin</em>"),
        ("regel\nregel", "regel<br>"),
        ("    ingesprongen", "ingesprongen"),
        ("a & b < c", "a &amp; b &lt; c"),
        ('"Kom binnen", zei ze.', "“Kom binnen”, zei ze."),
    ],
)
def test_what_is_typed_is_shown(typed, shown):
    assert shown in html(typed)


def test_the_first_heading_is_never_deeper_than_the_second_level():
    assert html("#### Diep") == "<h2>Diep</h2>"
    assert "<h3>Onder</h3>" in html("## Boven\n\n##### Onder")


def test_a_link_tells_nothing_of_our_visitors():
    assert 'rel="noopener noreferrer nofollow"' in html("[x](https://a.nl)")


def test_photos_stand_between_paragraphs():
    parts = parts_of("Eerst.\n\n[foto 2]\n\nDan.")

    assert parts == [{"html": "<p>Eerst.</p>"}, {"photo": 2}, {"html": "<p>Dan.</p>"}]
    assert photos_in("[foto 2]\n[Foto 3]\nin [foto 4] een zin") == {2, 3}


def test_an_empty_text_has_no_parts():
    assert parts_of("") == []
    assert parts_of(" \n\0") == []
