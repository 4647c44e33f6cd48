"""What every town begins with: complete, kind, each with a picture and sentences to tap."""

import re

import pytest
from django.utils.translation import override

from plein.foundation.taxonomy.actions import starting_list
from plein.foundation.taxonomy.models import TargetGroup, Theme, in_language
from plein.ui.pictograms import names as pictograms

THEMES, GROUPS = starting_list()["themes"], starting_list()["target_groups"]
ids = [entry["key"] for entry in THEMES]


@pytest.mark.parametrize("entry", [*THEMES, *GROUPS], ids=lambda entry: entry["key"])
def test_every_entry_has_a_dutch_and_an_english_name_and_a_key_for_an_address(entry):
    assert {"nl", "en"} <= entry["names"].keys()
    assert re.fullmatch(r"[a-z0-9-]{2,40}", entry["key"])
    assert all(0 < len(name) <= 40 for name in entry["names"].values())


@pytest.mark.parametrize("entry", THEMES, ids=ids)
def test_every_theme_has_a_pictogram_that_exists(entry):
    assert entry["pictogram"] in pictograms()


@pytest.mark.parametrize("kind", ["ask", "offer"])
@pytest.mark.parametrize("entry", THEMES, ids=ids)
def test_every_theme_has_three_sentences_to_tap_for_each_kind(entry, kind):
    for language, sentences in entry[f"{kind}_examples"].items():
        assert len(sentences) == 3, language
        assert len(set(sentences)) == 3
        assert all(sentence.strip() and len(sentence) <= 80 for sentence in sentences)


@pytest.mark.parametrize("entry", THEMES, ids=ids)
def test_every_theme_can_be_said_without_saying_who(entry):
    teaser = entry["teaser"]["nl"]
    assert teaser
    assert not re.search(r"\d{4}|@", teaser)


def test_no_key_stands_twice():
    for entries in (THEMES, GROUPS):
        keys = [entry["key"] for entry in entries]
        assert len(keys) == len(set(keys))


def test_the_reader_gets_their_language_and_else_dutch(waterdrecht):
    theme = Theme.objects.filter(town=waterdrecht).first()
    names = theme.names
    for language, shown in (("en", names["en"]), ("nl", names["nl"]), ("xx", names["nl"])):
        with override(language):
            assert theme.name == shown


def test_without_any_name_the_key_is_shown():
    assert Theme(key="tuin", names={}).name == "tuin"
    assert Theme(key="tuin", names={"en": "Garden"}, words={}).examples("ask") == []
    assert Theme(key="tuin", names={}).said("teaser") == ""


def test_a_language_with_a_region_reads_its_language():
    with override("en-gb"):
        assert in_language({"nl": "tuin", "en": "garden"}, default="") == "garden"


def test_order_is_that_of_the_starting_list(waterdrecht):
    assert [t.key for t in Theme.objects.filter(town=waterdrecht)] == [e["key"] for e in THEMES]
    assert [g.key for g in TargetGroup.objects.filter(town=waterdrecht)] == [
        e["key"] for e in GROUPS
    ]
