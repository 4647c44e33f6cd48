"""A pictogram is drawn in the page, silent for a screen reader, and never missing unnoticed."""

import re
from pathlib import Path

import pytest

from plein.ui import pictograms

PRODUCT = Path(__file__).parents[2]
IN_TEMPLATES = re.compile(r"""\{% pictogram (["'])([^"']+)\1""")
IN_PYTHON = re.compile(r"""pictogram\w*=(["'])([a-z0-9-]+)\1""")


def test_the_drawing_is_in_the_page_and_says_nothing(write):
    drawing = write('{% pictogram "dog" %}').one("svg")

    assert drawing["aria-hidden"] == "true"
    assert drawing["viewbox"] == "0 0 256 256"


def test_the_name_may_come_from_a_row(write):
    assert write("{% pictogram name %}", name="bicycle").all("path")


def test_an_arrow_turns_around_in_a_language_from_the_right(write):
    assert "pictogram--mirrored" in write('{% pictogram "arrow-right" %}').one("svg")["class"]
    assert "pictogram--mirrored" not in write('{% pictogram "dog" %}').one("svg")["class"]


def test_a_wrong_name_is_loud_while_building(write, settings):
    settings.DEBUG = True

    with pytest.raises(pictograms.UnknownPictogram, match="no-such-thing"):
        write('{% pictogram "no-such-thing" %}')


def test_a_wrong_name_breaks_no_page_of_a_real_place(write, settings):
    settings.DEBUG = False

    assert write('a{% pictogram "no-such-thing" %}b').html == "ab"


@pytest.mark.parametrize("name", ["../pictograms/dog", "dog.svg", "", "DOG", "/etc/passwd"])
def test_a_name_is_never_a_path(name):
    with pytest.raises(pictograms.UnknownPictogram):
        pictograms.drawing(name)


def test_a_community_can_choose_from_hundreds():
    assert len(pictograms.names()) > 500
    assert "handshake" in pictograms.names()


def sources():
    for path in sorted(PRODUCT.rglob("*.html")):
        yield from ((path, found[1]) for found in IN_TEMPLATES.findall(path.read_text()))
    for path in sorted(PRODUCT.rglob("*.py")):
        if "tests" not in path.parts:
            yield from ((path, found[1]) for found in IN_PYTHON.findall(path.read_text()))


def test_every_pictogram_any_app_names_exists():
    known = set(pictograms.names())

    missing = [f"{path.relative_to(PRODUCT)}: {name}" for path, name in sources()]

    assert [line for line in missing if line.rsplit(": ")[1] not in known] == []
