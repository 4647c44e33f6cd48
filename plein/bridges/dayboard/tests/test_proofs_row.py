"""Helpers who wait for a proof: looked at in as few questions for many as for two (HELP-13)."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from plein.bridges.dayboard.making_rows import fresh_rows
from plein.features.noticeboard import actions
from plein.features.noticeboard.proofs_waiting import PROOFS
from plein.features.noticeboard.tests.making import make_ask
from plein.testing.cast import make_member


def test_twenty_who_wait_cost_as_few_questions_as_two(noor, molenwijk):
    post = make_ask(noor, task_class="trust")

    def wait(numbers):
        for number in numbers:
            helper = make_member(f"Helper{number}", molenwijk)
            actions.respond(post, "Ik kan dinsdag.", by=helper)

    wait(range(2))
    few, rows = _look(noor.town_id)
    assert rows == 2
    wait(range(2, 20))
    many, rows = _look(noor.town_id)

    assert rows == 20
    assert many == few


def _look(town_id) -> tuple[int, int]:
    fresh_rows(town_id, [PROOFS])
    with CaptureQueriesContext(connection) as seen:
        rows = fresh_rows(town_id, [PROOFS])
    return len(seen), len(rows)
