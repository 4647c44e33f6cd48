"""Every word of the design system exists in Dutch."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

UI = Path(__file__).parents[1]
IN_TEMPLATES = re.compile(r"""translate (["'])(.+?)\1""")
IN_PYTHON = re.compile(r"""\b_\("([^"]+)"\)""")


def dutch():
    with (UI / "locale" / "nl" / "LC_MESSAGES" / "django.po").open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


def said():
    for path in UI.rglob("*.html"):
        text = path.read_text()
        yield from (found[1] for found in IN_TEMPLATES.findall(text))
        yield from IN_PYTHON.findall(text)
    for path in UI.rglob("*.py"):
        if "tests" not in path.parts:
            yield from IN_PYTHON.findall(path.read_text())


def test_everything_said_has_dutch_words():
    words = dutch()

    assert [text for text in set(said()) if not words.get(text)] == []


def test_dutch_says_je_and_not_u():
    formal = [text for text in dutch().values() if re.search(r"\b(u|uw)\b", text, re.IGNORECASE)]

    assert formal == []


def test_a_sentence_has_at_most_twelve_words():
    sentences = [part for text in dutch().values() for part in re.split(r"[.?!:]\s*", text)]
    long = [sentence for sentence in sentences if len(sentence.split()) > 12]

    assert long == []
