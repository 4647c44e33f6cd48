"""Keeping away from somebody: both ways, at once, without a signal (H4)."""

import pytest

from plein.foundation.communities import actions
from plein.foundation.communities.actions.blocking import NotYourself
from plein.foundation.communities.models import Block
from plein.foundation.communities.queries import blocked_between, blocked_ids
from plein.foundation.outbox.models import Message


def test_a_block_counts_both_ways(noor, bram, fatima):
    actions.block(bram, by=noor)

    assert blocked_between(noor, bram)
    assert blocked_between(bram, noor)
    assert not blocked_between(noor, fatima)
    assert blocked_ids(noor) == {bram.pk}
    assert blocked_ids(bram) == {noor.pk}
    assert blocked_ids(None) == set()


def test_blocking_twice_is_blocking_once(noor, bram):
    actions.block(bram, by=noor)
    actions.block(bram, by=noor)
    actions.unblock(bram, by=noor)

    assert not blocked_between(noor, bram)


def test_the_other_cannot_take_my_block_back(noor, bram):
    actions.block(bram, by=noor)
    actions.unblock(noor, by=bram)

    assert blocked_between(noor, bram)


def test_nobody_blocks_themselves_or_somebody_elsewhere(noor, joost):
    for other in (noor, joost):
        with pytest.raises(NotYourself):
            actions.block(other, by=noor)


def test_one_tap_on_the_page_of_a_neighbour(as_member, noor, bram):
    as_member(noor).post(f"/mensen/{bram.pk}/blokkeren/")

    assert blocked_between(noor, bram)
    assert "Weer tegenkomen" in as_member(noor).get(f"/mensen/{bram.pk}/").content.decode()
    assert as_member(bram).get(f"/mensen/{noor.pk}/").status_code == 404


def test_the_blocked_one_hears_nothing(as_member, noor, bram):
    as_member(noor).post(f"/mensen/{bram.pk}/blokkeren/")
    assert Message.objects.count() == 0


def test_a_stranger_blocks_nobody(client, as_member, noor, bram, joost):
    assert client.post(f"/mensen/{bram.pk}/blokkeren/").url.startswith("/inloggen/")
    other = as_member(joost, host="elders.testserver")
    assert other.post(f"/mensen/{bram.pk}/blokkeren/").status_code == 404
    assert blocked_ids(bram) == set()


def test_who_leaves_takes_every_block_along(noor, bram, fatima):
    actions.block(bram, by=noor)
    actions.block(noor, by=fatima)

    actions.leave(noor, by=noor)

    assert not Block.objects.exists()
