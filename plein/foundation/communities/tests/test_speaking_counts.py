"""Reading codes aloud is counted, also when it is refused."""

import pytest

from plein.foundation.accounts.limits import LIMITS, TooOften
from plein.foundation.accounts.models import Tally
from plein.foundation.communities.actions.speaking import MayNotSpeak, speak_code


def test_a_refused_code_counts_too(noor, molenwijk):
    for _ in range(2):
        with pytest.raises(MayNotSpeak):
            speak_code("iemand@voorbeeld.nl", community=molenwijk, by=noor)

    assert Tally.objects.get().count == 2


def test_who_guesses_on_is_stopped(noor, molenwijk, monkeypatch):
    monkeypatch.setitem(LIMITS, "speak.member", (1, 3600))
    with pytest.raises(MayNotSpeak):
        speak_code("iemand@voorbeeld.nl", community=molenwijk, by=noor)

    with pytest.raises(TooOften):
        speak_code("iemand@voorbeeld.nl", community=molenwijk, by=noor)


def test_a_connector_reads_a_code_aloud_and_it_counts(fatima, waterdrecht):
    digits = speak_code("nieuw@voorbeeld.nl", community=waterdrecht, by=fatima)

    assert len(digits) == 6
    assert Tally.objects.get().count == 1
