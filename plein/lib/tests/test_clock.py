"""Times as a language writes them, in one way on every page."""

import re
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.formats import time_format
from django.utils.timezone import datetime

from plein.lib.clock import from_until

APPS = Path(__file__).parents[2]
OWN_FORM = re.compile(r"""\|(?:date|time):["'](?!Y-m-d)[^"']*H[:.]i""")


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "14.30"), ("nl-formal", "14.30"), ("en", "14:30")]
)
def test_a_time_is_written_as_people_here_do(language, words):
    with translation.override(language):
        assert time_format(datetime(2026, 11, 7, 14, 30), "TIME_FORMAT") == words


def test_two_times_stay_on_one_line():
    said = from_until("09.30", "12.00")

    assert said.split() == ["09.30", "–\u2060", "12.00"]
    assert " " not in said


def test_no_page_writes_times_in_a_form_of_its_own():
    pages = sorted(APPS.rglob("templates/**/*.html"))
    own = [page.name for page in pages if OWN_FORM.search(page.read_text())]

    assert len(pages) > 200
    assert own == []
