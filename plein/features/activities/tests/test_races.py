"""Fifty people press at once for the last ten seats, some killed: ten get one, nobody is lost.

`script/bench seats` does the same for hundreds of rounds.
"""

import random

import pytest

from plein.features.activities.actions import enrolling
from plein.features.activities.models import Occurrence, Registration
from plein.features.activities.tests.making import come, first, make_club
from plein.testing.processes import KILLED, all_at_once, dying_at_query
from plein.testing.together import copied_to_a_file

CLIENTS, SEATS = 50, 10
KILLS, BY_HAND, IN_BETWEEN = 50, 15, range(10, 25)
State = Registration.State


@pytest.fixture
def club(transactional_db, noor, tmp_path):
    """Ten seats, on a database as real places have it, in a process that is warm."""
    row = first(make_club(noor, seats=SEATS))
    come(first(make_club(noor, seats=1)), "Opwarmer")
    with copied_to_a_file(tmp_path):
        yield row


def test_the_last_ten_seats_go_to_ten_people(club):
    codes = all_at_once(CLIENTS, lambda n: come(club, f"Gast{n}"))

    assert codes == [0] * CLIENTS
    rows = list(Registration.objects.filter(occurrence=club).order_by("number"))
    assert [row.number for row in rows] == list(range(1, CLIENTS + 1))
    assert [row.state for row in rows] == [State.COMES] * SEATS + [State.WAITS] * (CLIENTS - SEATS)
    club.refresh_from_db()
    assert club.taken == SEATS


def test_the_same_person_pressing_fifty_times_is_one(club):
    codes = all_at_once(20, lambda _n: come(club, "Ria"))

    assert codes == [0] * 20
    assert Registration.objects.filter(occurrence=club).count() == 1


def test_leaving_and_coming_at_once_overbooks_nothing(club):
    seated = [come(club, f"Eerste{n}") for n in range(SEATS)]

    def press(n):
        if n < SEATS:
            enrolling.leave(seated[n], by=None)
        else:
            come(club, f"Gast{n}")

    codes = all_at_once(SEATS * 2, press)

    assert codes == [0] * SEATS * 2
    row = Occurrence.objects.get(pk=club.pk)
    held = Registration.objects.filter(occurrence=club).seated().count()
    assert held == row.taken == SEATS
    assert not Registration.objects.filter(occurrence=club).waiting().exists()


def test_kills_in_between_lose_no_seat_and_nobody_who_was_told(club, noor):
    """Some are killed at a moment nobody can foresee, some between two steps of their enrolment."""
    killed = 0

    while killed < KILLS:
        row = first(make_club(noor, seats=SEATS))
        codes = all_at_once(CLIENTS, lambda n, row=row: _press(row, n), kills=BY_HAND)
        killed += codes.count(KILLED)
        assert KILLED in codes
        assert set(codes) <= {0, KILLED}
        _nobody_lost(row, [n for n, code in enumerate(codes) if code == 0])


def _press(row, number):
    if number in IN_BETWEEN:
        dying_at_query(random.randint(1, 30), lambda: come(row, f"Gast{number}"))
    else:
        come(row, f"Gast{number}")


def _nobody_lost(occurrence, told):
    rows = list(Registration.objects.filter(occurrence=occurrence).order_by("number"))
    assert {f"gast{n}@voorbeeld.example" for n in told} <= {row.mail for row in rows}
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert [row.state for row in rows] == [State.COMES] * SEATS + [State.WAITS] * (
        len(rows) - SEATS
    )
    occurrence.refresh_from_db()
    assert (occurrence.taken, occurrence.numbered) == (SEATS, len(rows))
