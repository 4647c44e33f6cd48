"""Whom one can turn to in a wijk (H25), and who reads their names (TRUST-7)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.foundation.communities.models import Member, Role, RoleName
from plein.testing.cast import give, make_member

PAGE = "/wijken/centrum/"


@pytest.fixture
def reader(centrum):
    return make_member("Lezer", centrum)


@pytest.fixture
def els(centrum):
    return give(make_member("Els Kanarie", centrum), RoleName.CONNECTOR, centrum)


def text(client) -> str:
    return client.get(PAGE).content.decode()


def test_a_connector_stands_there(as_member, reader, els):
    assert "Els Kanarie" in text(as_member(reader))


def test_whose_role_ended_does_not(as_member, reader, els):
    Role.objects.filter(member=els).update(until=timezone.localdate() - timedelta(days=1))

    assert "Els Kanarie" not in text(as_member(reader))


@pytest.mark.parametrize("lacks", ["pledged_at", "trained_on"])
def test_nor_who_did_not_promise_or_follow_the_training(as_member, reader, els, lacks):
    Member.objects.filter(pk=els.pk).update(**{lacks: None})

    assert "Els Kanarie" not in text(as_member(reader))


def test_whom_nobody_met_reads_a_number_and_how_to_meet(as_member, nadia, els):
    """Behind each name would be a page that is not there for them."""
    page = text(as_member(nadia))

    assert "Els Kanarie" not in page
    assert f"/mensen/{els.pk}" not in page
    assert "/mensen/kennismaken/" in page
    assert "0184-555 010" in page.partition('id="people"')[2].partition("</section>")[0]
