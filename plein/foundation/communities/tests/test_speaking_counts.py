"""Reading codes aloud is counted, also when it is refused."""

import pytest

from plein.foundation.accounts.limits import LIMITS, TooOften
from plein.foundation.accounts.models import Tally
from plein.foundation.communities.actions.speaking import MayNotSpeak, speak_code
from plein.foundation.communities.models import Member, RoleName
from plein.testing.cast import give, make_member


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


def test_who_looks_after_a_wijk_reads_codes_to_its_people_and_no_others(
    waterdrecht, centrum, molenwijk, noor, as_member
):
    """Centrum is a page of the town: its connector comes to the site of the town."""
    cor = give(make_member("Cor", centrum), RoleName.CONNECTOR, centrum)
    here, there = (
        make_member(name, home, state=Member.State.WAITING, address=f"{name}@plein.example")
        for name, home in (("Hier", centrum), ("Daar", molenwijk))
    )
    own = make_member("Ans", centrum)

    assert len(speak_code(own.account.email, community=waterdrecht, by=cor)) == 6
    with pytest.raises(MayNotSpeak):
        speak_code(noor.account.email, community=waterdrecht, by=cor)
    page = as_member(cor).get("/code-voorlezen/").content.decode()
    assert (here.name in page, there.name in page) == (True, False)


def test_a_connector_reads_a_code_aloud_and_it_counts(fatima, waterdrecht):
    digits = speak_code("nieuw@voorbeeld.nl", community=waterdrecht, by=fatima)

    assert len(digits) == 6
    assert Tally.objects.get().count == 1
