"""The agenda and the showcase of the demo: enough of everything, and nothing that cannot be."""

import pytest

from plein.demo.activity_texts import (
    HOME,
    RESIDENT,
    load_activities,
    load_meeting_places,
    when_of,
)
from plein.demo.pictures import SCENES
from plein.demo.texts import load_organisations
from plein.features.activities.repeating import clean_rule

TEXTS = load_activities()


def test_there_are_350_of_them_with_and_without_a_date():
    dated = [text for text in TEXTS if text.when]

    assert len(TEXTS) >= 350
    assert len(TEXTS) - len(dated) >= 60
    assert len({text.title for text in TEXTS}) == len(TEXTS)


def test_every_theme_has_some():
    assert {text.theme for text in TEXTS} == set(SCENES)


def test_everybody_who_organises_exists():
    places = load_meeting_places()
    names = {text.name for text in load_organisations()}

    assert {place.organisation for place in places.values()} <= names
    assert {text.by for text in TEXTS} <= {*places, RESIDENT, HOME}


def test_it_fits_in_the_fields_it_goes_to():
    assert max(len(text.title) for text in TEXTS) <= 80
    assert max(len(text.cost) for text in TEXTS) <= 80


@pytest.mark.parametrize(
    "text", [t for t in TEXTS if t.when and t.when.rrule], ids=lambda t: t.title
)
def test_every_rhythm_is_a_rule_that_we_follow(text):
    assert clean_rule(text.when.rrule)


def test_a_short_way_to_write_when():
    when = when_of("w2 di,vr 9:30-11*")

    assert when.rrule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR"
    assert (when.starts_at.hour, when.ends_at.hour, when.rests) == (9, 11, True)
    assert when_of("-") is None
    with pytest.raises(ValueError, match="soms"):
        when_of("soms")
