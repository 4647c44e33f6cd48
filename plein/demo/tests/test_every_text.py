"""Every text of the demo and every example in a form, read with our own hints: nothing (H1, H7).

The files are found by walking the folder, so a new one is read the day it is made. What the hints
mean depends on who speaks; `plein/lib/writing/voices.py` says it, and here stands whose text each
file is.
"""

import ast
import csv
import re
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import plein
from plein.demo.activity_texts import HOME, RESIDENT
from plein.demo.matchpoints import SAID
from plein.foundation.taxonomy.actions import starting_list
from plein.lib.writing import Voice, check

PLEIN = Path(plein.__file__).parent
DEMO = PLEIN / "demo"
TEXTS = DEMO / "texts"
ORGANISATIONS = {
    "activities/places.csv": "where organisations meet",
    "map_details.toml": "what organisations say of themselves",
    "organisations.toml": "the same",
    "pages/news.toml": "news of the place",
    "pages/pages.toml": "what the place tells about itself",
    "places.toml": "the telephone and the walk-in place of a wijk",
    "clocks.py": "the telephone of the place",
    "matchpoints.py": "where the matchpoints are; who speaks at one is read apart",
    "places.py": "the telephone of the region",
    "organisations_map.py": "the rules of the map, and what visitors say of an organisation",
}
STORIES = {"pages/stories.toml"}
EXAMPLE = re.compile(r"(?:Bijvoorbeeld|For example|For instance|E\.g\.):? (.+)", re.DOTALL)
SHAPES = {"phone", "mail"}
"""An example of a number or a mail address stands at a field that asks for just that."""
PUBLIC_EXAMPLES = {
    "Kerkstraat 1, elke ochtend van 10 tot 12 uur": "the walk-in place of a matchpoint",
    "Kerkstraat 1, every morning from 10 to 12": "the same",
    "de deur gaat een kwartier eerder open.": "an organiser tells who comes to an activity",
    "1234 AB.": "the shape of a postcode, at a field of which the postcode is thrown away",
}


def told(texts: list[str], voice: Voice) -> list[tuple[str, str, str]]:
    return [
        (finding.kind, text[finding.start : finding.end], text)
        for text in texts
        for finding in check(text, voice)
    ]


def files() -> dict[str, Path]:
    """By their place in the folder: every file with words in it."""
    found = [*TEXTS.rglob("*.toml"), *TEXTS.rglob("*.csv"), *DEMO.glob("*.toml")]
    named = {
        str(path.relative_to(TEXTS if TEXTS in path.parents else DEMO)): path for path in found
    }
    return named | {path.name: path for path in DEMO.glob("*.py")}


def voice_of(name: str) -> Voice:
    if name in STORIES:
        return Voice.STORY
    return (
        Voice.ORGANISATION if name in ORGANISATIONS or name.startswith("map/") else Voice.RESIDENT
    )


def strings_in(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(strings_in, value.values()))
    elif isinstance(value, list):
        yield from chain.from_iterable(map(strings_in, value))


def of_python(path: Path) -> Iterator[str]:
    """Sentences in the code itself, without what is told to its readers."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    said = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    for node in said:
        if id(node) not in notes and isinstance(node.value, str) and " " in node.value:
            yield node.value


def of_table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))


def texts_of(path: Path) -> list[tuple[str, Voice | None]]:
    """The sentences of a file; an activity says itself who speaks."""
    if path.suffix == ".py":
        return [(text, None) for text in of_python(path)]
    if path.suffix == ".toml":
        page = tomllib.loads(path.read_text(encoding="utf-8"))
        return [(text, None) for text in strings_in(page)]
    return [
        (text, _voice_of_row(row))
        for row in of_table(path)
        for text in row.values()
        if isinstance(text, str)
    ]


def _voice_of_row(row: dict[str, str]) -> Voice:
    return Voice.RESIDENT if row.get("by") in (RESIDENT, HOME) else Voice.ORGANISATION


@pytest.mark.parametrize("name", sorted(files()))
def test_a_file_of_the_demo_tells_nothing_that_its_writer_is_warned_of(name):
    found = [
        one
        for text, voice in texts_of(files()[name])
        for one in told([text], voice or voice_of(name))
    ]

    assert found == []


def test_all_of_the_demo_is_read():
    read = {name: texts_of(path) for name, path in files().items()}

    assert sum(map(len, read.values())) > 12_000
    assert set(ORGANISATIONS) | STORIES <= set(read)


def test_who_speaks_at_a_matchpoint_tells_nothing():
    assert told([SAID], Voice.RESIDENT) == []


def test_no_example_in_a_form_tells_what_we_warn_of():
    examples = [
        found[1]
        for language in ("nl", "en")
        for path in sorted(PLEIN.rglob(f"locale/{language}/LC_MESSAGES/django.po"))
        for said in _said(path)
        if (found := EXAMPLE.search(said))
    ]

    assert len(examples) >= 70
    assert [
        one
        for one in told(examples, Voice.RESIDENT)
        if one[0] not in SHAPES and one[2] not in PUBLIC_EXAMPLES
    ] == []


def test_no_word_of_the_starting_list_tells_what_we_warn_of():
    words = list(strings_in(starting_list()))

    assert len(words) > 400
    assert told(words, Voice.RESIDENT) == []


def _said(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        for entry in read_po(file):
            if entry.id:
                yield from entry.string if isinstance(entry.string, tuple) else [entry.string]
