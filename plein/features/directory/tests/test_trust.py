"""How sure we are, in words and in the order of lists (MAP-3)."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plein.features.directory.trust import Tone, judge, months_before, months_between, said

HERE = ZoneInfo("Europe/Amsterdam")
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
NOW = datetime(2026, 11, 22, 12, tzinfo=HERE)


@pytest.fixture(autouse=True)
def _dutch():
    with translation.override("nl"):
        yield


@pytest.mark.parametrize(
    ("months", "vital", "rhythm", "tone", "sinks"),
    [
        (0, False, 12, Tone.SURE, 0),
        (11, False, 12, Tone.SURE, 0),
        (12, False, 12, Tone.FADING, 1),
        (13, False, 12, Tone.FADING, 1),
        (14, False, 12, Tone.UNSURE, 2),
        (2, True, 12, Tone.SURE, 0),
        (3, True, 12, Tone.FADING, 1),
        (5, True, 12, Tone.UNSURE, 2),
        (3, False, 3, Tone.FADING, 1),
        (6, False, 6, Tone.FADING, 1),
    ],
)
def test_it_fades_by_its_rhythm(months, vital, rhythm, tone, sinks):
    trust = judge(months_before(NOW, months), NOW, vital=vital, rhythm=rhythm)
    assert (trust.tone, trust.sinks, trust.months) == (tone, sinks, months)


def test_never_confirmed_is_unsure():
    trust = judge(None, NOW)
    assert trust.is_unsure
    assert said(trust, None, "") == "Nog niemand heeft dit bevestigd. Bel eerst."


def test_the_words_name_day_and_who():
    moment = timezone.now()
    words = said(judge(moment, moment), moment, "de organisatie")
    assert words.startswith("Op ")
    assert words.endswith("bevestigd door de organisatie")


def test_fading_says_how_long_ago():
    moment = months_before(NOW, 13)
    words = said(judge(moment, NOW), moment, "een buurtverbinder")
    assert words.endswith("bevestigd door een buurtverbinder. Dat is 13 maanden geleden.")


def test_unsure_says_to_call_first():
    moment = months_before(NOW, 14)
    assert said(judge(moment, NOW), moment, "x") == ("Al 14 maanden niet gecontroleerd. Bel eerst.")


MOMENTS = st.integers(1_000_000_000, 2_200_000_000).map(lambda s: datetime.fromtimestamp(s, HERE))


@QUICK
@given(MOMENTS, st.integers(0, 60))
def test_months_back_and_months_between_agree(moment, months):
    back = months_between(months_before(moment, months), moment)
    # From the 31st there is no 31st of February: then a day is missing, never more.
    assert back == months


@QUICK
@given(MOMENTS, st.integers(0, 40), st.integers(0, 20))
def test_trust_never_grows_by_waiting(moment, months, more):
    sooner = judge(moment, months_before(moment, -months))
    later = judge(moment, months_before(moment, -months - more))
    assert later.sinks >= sooner.sinks
