"""One layout for every mail: what stands in the HTML stands in the plain text too."""

import pytest

from plein.foundation import outbox
from plein.foundation.outbox.letters import Head, Letter, Link, Part

PLACE = Head("Waterdrecht", "https://w.example/", ("#14735a",), "0184-555 010", "de bibliotheek")
PART = Part(
    "Noor schreef:",
    title="Over de tuin",
    framed="Kom je <b>morgen</b>?",
    code="402917",
    button=Link("Lees en antwoord", "https://w.example/gesprek/7f3k2/"),
    after="Je adres blijft geheim.",
)
STOP = Link("Geen mail meer", "https://w.example/stop/")


def letter(parts=(PART,)):
    return Letter("Noor schrijft je", PLACE, parts, [STOP])


def test_both_forms_tell_the_same():
    html, text = letter().html(), letter().text()

    for words in (
        *("Noor schrijft je", "Noor schreef:", "402917", "Lees en antwoord", "Geen mail meer"),
        *("https://w.example/gesprek/7f3k2/", "Je adres blijft geheim.", "0184-555 010"),
        *("Waterdrecht", "de bibliotheek", "https://w.example/stop/"),
    ):
        assert words in html, words
        assert words in text, words


def test_words_of_people_are_words_and_no_html():
    assert "&lt;b&gt;morgen&lt;/b&gt;" in letter().html()
    assert "Kom je <b>morgen</b>?" in letter().text()


def test_lines_with_a_dash_are_a_list_and_still_words():
    html = letter([Part(framed="Vandaag:\n- Eén <i>ding</i>\n- Nog één\n\nTot zo.")]).html()

    assert "<b>Vandaag:</b>" in html
    assert "<li>Eén &lt;i&gt;ding&lt;/i&gt;</li><li>Nog één</li>" in html
    assert "<p>Tot zo.</p>" in html


def test_one_thing_has_a_button_and_more_things_have_links():
    button = "display:inline-block"

    assert letter().html().count(button) == 1
    assert button not in letter([PART, PART]).html()
    assert letter([PART, PART]).text().count("* Over de tuin") == 2


def test_a_mail_never_fetches_anything_from_elsewhere():
    html = letter().html()

    assert all(sign not in html for sign in ("<img", "<link", "<script", "url(", "src="))


@pytest.mark.django_db
def test_a_subject_from_people_stays_on_one_line():
    sent = outbox.post_letter(Letter("Noor\nschrijft", PLACE, [PART]), to="b@x.example", key="k")

    assert sent.subject == "Noor schrijft"
    assert sent.html
    assert sent.text
