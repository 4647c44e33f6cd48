"""Words of a listing: found whatever the accents, kept in every language, read in one's own."""

import pytest
from django.conf import settings
from django.utils.translation import get_language, override

from plein.lib import week
from plein.lib.listing import fold, folded, in_all_languages, in_my_language


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Café", "cafe"),
        ("  CAFÉ \n", "cafe"),
        ("naïef", "naief"),
        ("Straße", "strasse"),
        ("Łódź", "łodz"),
        ("één  twee", "een twee"),
        ("ﬃ", "ffi"),
        ("مرحبا", "مرحبا"),
        ("", ""),
        ("\u0301", ""),
    ],
)
def test_words_are_compared_without_capitals_and_accents(typed, kept):
    assert fold(typed) == kept
    assert fold(kept) == kept


def test_parts_that_are_empty_leave_no_hole():
    assert folded(["Tuin", "", "  ", "Hulp"]) == "tuin hulp"
    assert folded([]) == ""


def test_every_language_of_the_site_is_kept_and_mine_stays_on():
    with override("nl"):
        said = in_all_languages(lambda: get_language() or "")
        assert get_language() == "nl"
    assert said == {code: code for code, _name in settings.LANGUAGES}


@pytest.mark.parametrize(
    ("language", "words", "read"),
    [
        ("en", {"nl": "tuin", "en": "garden"}, "garden"),
        ("ar", {"nl": "tuin", "en": "garden"}, "tuin"),
        ("en-gb", {"nl": "tuin", "en": "garden"}, "garden"),
        ("en", {"nl": "tuin", "en": ""}, "tuin"),
        ("nl", {"en": "garden"}, ""),
    ],
)
def test_the_reader_gets_their_own_language_or_dutch(language, words, read):
    with override(language):
        assert in_my_language(words) == read


@pytest.mark.parametrize(
    ("bits", "said"),
    [
        (0, "Maakt niet uit"),
        (week.ALWAYS, "Maakt niet uit"),
        (week.DAYTIME, "Overdag"),
        (week.DAYTIME | week.WEEKEND, "Overdag of in het weekend"),
    ],
)
def test_strangers_are_told_the_part_of_the_week_only(bits, said):
    with override("nl"):
        told = week.said_roughly(bits)
    assert told[0].isupper()
    assert "maandag" not in told.lower()
    assert bits in (0, week.ALWAYS) or told == said
