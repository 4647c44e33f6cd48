"""A day is said as people say it."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.utils import translation

from plein.ui.templatetags.ui import day


@pytest.mark.parametrize(
    ("language", "moment", "said"),
    [
        ("nl", datetime(2026, 11, 7, 12, tzinfo=UTC), "7 november"),
        ("nl", datetime(2025, 11, 7, 12, tzinfo=UTC), "7 november 2025"),
        ("nl", datetime(2025, 12, 31, 23, 30, tzinfo=UTC), "1 januari"),
        ("en", datetime(2026, 3, 1, 12, tzinfo=UTC), "1 March"),
    ],
)
def test_the_year_is_said_only_when_it_is_another_one(language, moment, said):
    with time_machine.travel(datetime(2026, 11, 22, tzinfo=UTC)), translation.override(language):
        assert day(moment) == said
