"""Fifty people press at once for the last ten seats: ten get one, nobody is lost."""

import os
import signal
import sys
import traceback

import pytest

from plein.features.activities.actions import enrolling
from plein.features.activities.models import Occurrence, Registration
from plein.features.activities.tests.making import come, first, make_club
from plein.testing.together import copied_to_a_file, let_go_of_database

CLIENTS, SEATS = 50, 10
LONGEST = 120  # seconds; who waits longer is stuck, and that is told
State = Registration.State


def all_at_once(number, work):
    """Run `work(n)` in that many processes at the same moment; their exit codes."""
    ready, go = os.pipe()
    let_go_of_database()
    children = []
    for n in range(number):
        child = os.fork()
        if child == 0:
            code = 1
            signal.alarm(LONGEST)
            try:
                os.close(go)
                os.read(ready, 1)  # returns when the parent hangs up: everybody starts
                work(n)
                code = 0
            except BaseException:
                traceback.print_exc()  # or nobody would know why
            finally:
                sys.stderr.flush()
                os._exit(code)
        children.append(child)
    os.close(ready)
    os.close(go)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


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
