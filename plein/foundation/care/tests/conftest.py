"""Petra is a district nurse, Wouter her colleague; one client in their caseload."""

import pytest

from plein.foundation.care.tests import making
from plein.testing.cast import make_member


@pytest.fixture
def agreement(mila):
    return making.make_agreement(mila)


@pytest.fixture
def petra(agreement, mila, centrum):
    return making.admit(agreement, make_member("Petra", centrum), mila)


@pytest.fixture
def wouter(agreement, mila, centrum):
    return making.admit(agreement, make_member("Wouter", centrum), mila)


@pytest.fixture
def somebody(petra, agreement, molenwijk):
    """The client."""
    return making.make_client(petra, agreement, molenwijk)


@pytest.fixture
def mandate(petra, somebody):
    return making.make_mandate(petra, somebody)


@pytest.fixture
def nurse(as_member, petra):
    """A browser in which Petra gave both codes."""
    return making.pass_second(as_member(petra), petra)
