"""What guests write is kept for thirty days, so nobody may fill the house with it."""

import pytest

from plein.features.noticeboard.models import Draft, KeptAnswer
from plein.features.noticeboard.tests.making import make_ask
from plein.foundation.accounts import limits

TOO_MUCH = "Er is hier net heel veel geschreven. Probeer het later nog eens, of bel ons."


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    monkeypatch.setitem(limits.LIMITS, "guest.ip", (2, limits.HOUR))


def begin(client, **more):
    return client.post("/prikbord/vragen/", {"theme": "tuin"}, **more)


def write(client, ask, words="Ik kom graag langs."):
    return client.post(f"{ask.get_absolute_url()}reageren/", {"message": words})


def test_one_address_begins_only_so_many_asks(waterdrecht, as_member):
    for _ in range(2):
        assert begin(as_member()).status_code == 302

    refused = begin(as_member())

    assert refused.status_code == 422
    assert TOO_MUCH in refused.content.decode()
    assert Draft.objects.count() == 2


def test_who_goes_on_with_an_ask_is_not_counted_again(waterdrecht, as_member):
    guest = as_member()
    for _ in range(5):
        assert begin(guest).status_code == 302

    assert (
        guest.post("/prikbord/vragen/wat/", {"title": "Wie helpt me snoeien?"}).status_code == 302
    )
    assert Draft.objects.count() == 1


def test_one_guest_answers_only_so_many_asks_and_keeps_what_was_typed(noor, as_member):
    guest = as_member()
    asks = [make_ask(noor) for _ in range(3)]
    for ask in asks[:2]:
        assert write(guest, ask).status_code == 302

    refused = write(guest, asks[2], "Ik kom op mijn fiets.")

    assert refused.status_code == 422
    assert TOO_MUCH in refused.content.decode()
    assert "Ik kom op mijn fiets." in refused.content.decode()
    assert KeptAnswer.objects.count() == 2


def test_an_answer_made_better_is_not_counted_again(noor, as_member):
    guest, ask = as_member(), make_ask(noor)
    for words in ("Ik kom.", "Ik kom graag.", "Ik kom heel graag.", "Tot gauw!"):
        assert write(guest, ask, words).status_code == 302

    assert KeptAnswer.objects.get().message == "Tot gauw!"


def test_another_address_still_writes(waterdrecht, as_member):
    for _ in range(3):
        begin(as_member())

    assert begin(as_member(), REMOTE_ADDR="203.0.113.9").status_code == 302


def test_a_member_is_not_held_back_by_guests(noor, as_member):
    for _ in range(3):
        begin(as_member())

    assert begin(as_member(noor)).status_code == 302


def test_in_a_day_one_address_keeps_so_many(waterdrecht, as_member, monkeypatch):
    monkeypatch.setitem(limits.LIMITS, "guest.ip", (50, limits.HOUR))
    monkeypatch.setitem(limits.LIMITS, "guest.day", (3, limits.DAY))

    answers = [begin(as_member()).status_code for _ in range(4)]

    assert answers == [302, 302, 302, 422]
