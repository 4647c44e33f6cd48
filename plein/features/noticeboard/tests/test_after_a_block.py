"""Who was blocked reaches the other no more by an appointment; calling it off still works (H4)."""

import pytest

from plein.features.noticeboard import actions
from plein.features.noticeboard.models import Match, Post
from plein.features.noticeboard.tests.making import agreed, answered, make_ask
from plein.foundation.communities.actions import block
from plein.foundation.proofs import actions as proofs
from plein.shared.notifications.models import Notification

WHEN = {"what": "propose", "when_words": "dinsdag om 10 uur", "place_words": "bij de bibliotheek"}


@pytest.fixture
def ask(noor):
    return make_ask(noor)


@pytest.fixture
def talk(ask, bram):
    return answered(ask, bram)


def do(client, talk, **said):
    return client.post(f"/prikbord/afspraak/{talk.code}/", said)


def test_after_a_block_nobody_says_yes_or_proposes(as_member, noor, bram, talk):
    do(as_member(noor), talk, **WHEN)
    block(bram, by=noor)
    before = Notification.objects.filter(to=noor).count()

    do(as_member(bram), talk, what="confirm")
    do(as_member(bram), talk, **WHEN)

    assert not Match.objects.get().is_agreed
    assert Match.objects.get().proposed_by == noor
    assert Post.objects.get().is_open
    assert Notification.objects.filter(to=noor).count() == before


def test_after_a_block_stopping_and_thanking_tell_the_other_nothing(as_member, noor, bram):
    response = agreed(make_ask(noor, again=True), bram)
    actions.done(response, by=noor)
    block(bram, by=noor)
    before = Notification.objects.filter(to__in=[noor, bram]).count()

    do(as_member(bram), response.conversation, what="stop")
    do(as_member(noor), response.conversation, what="thank", words="Dank je")

    assert Match.objects.get().done_at is not None
    assert Match.objects.get().thanks == ""
    assert Notification.objects.filter(to__in=[noor, bram]).count() == before


def test_after_a_block_what_was_opened_cannot_be_read(as_member, noor, bram, ask):
    response = agreed(ask, bram)
    actions.open_to(response, "phone", "06 12 34 56 78", by=noor)
    page = f"/prikbord/afspraak/{response.conversation.code}/"
    assert "06 12 34 56 78" in as_member(bram).get(page).content.decode()

    block(bram, by=noor)

    assert "06 12 34 56 78" not in as_member(bram).get(page).content.decode()


@pytest.mark.parametrize("blocks", ["noor", "bram"])
def test_after_a_block_what_the_other_proposed_cannot_be_read(
    as_member, noor, bram, talk, request, blocks
):
    do(as_member(noor), talk, **WHEN)
    page = f"/prikbord/afspraak/{talk.code}/"
    assert "bij de bibliotheek" in as_member(bram).get(page).content.decode()

    block({"noor": bram, "bram": noor}[blocks], by=request.getfixturevalue(blocks))

    theirs = as_member(bram).get(page).content.decode()
    assert "dinsdag om 10 uur" not in theirs
    assert "bij de bibliotheek" not in theirs
    assert 'value="confirm"' not in theirs
    assert "Geen afspraak" in theirs


def test_after_a_block_nothing_seen_of_the_helper_stands_there(as_member, noor, bram, fatima, talk):
    proofs.note(bram, "met", by=fatima)
    page = f"/prikbord/afspraak/{talk.code}/"
    assert "Wat er gezien is van Bram" in as_member(noor).get(page).content.decode()

    block(noor, by=bram)

    assert "Wat er gezien is van Bram" not in as_member(noor).get(page).content.decode()


@pytest.mark.parametrize("who", ["noor", "bram"])
def test_after_a_block_one_can_still_cancel_and_tell_what_happened(
    as_member, noor, bram, ask, request, who
):
    talk = agreed(ask, bram).conversation
    block(bram, by=noor)
    client = as_member(request.getfixturevalue(who))
    page = f"/prikbord/afspraak/{talk.code}/"
    assert client.get(f"{page}vertellen/").status_code == 200
    assert f"{page}vertellen/" in client.get(page).content.decode()

    do(client, talk, what="cancel")

    assert not Match.objects.exists()
    assert Post.objects.get().is_open
