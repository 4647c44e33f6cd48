"""A talk between Noor and Bram about Boris, a quiet dog."""

import pytest

from plein.shared.conversations import actions
from plein.shared.conversations.models import Conversation


@pytest.fixture
def talk(noor, bram) -> Conversation:
    return actions.begin(
        title="Wie laat Boris uit?",
        about_url="/prikbord/huisdieren-7f3k2/",
        members=[noor, bram],
        first_words="Ik loop elke dag langs.",
        by=bram,
    )


@pytest.fixture
def page(talk) -> str:
    return talk.get_absolute_url()
