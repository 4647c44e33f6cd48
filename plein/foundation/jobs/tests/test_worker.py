"""The worker as a process: it starts work quickly, and stops kindly when asked."""

import threading
import time
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import DatabaseError

from plein.foundation.jobs.worker import Lane, Worker


def run_for(worker, seconds):
    """Let it work for a while, then ask it to stop; the time it took to stop."""
    thread = threading.Thread(target=worker.run)
    thread.start()
    time.sleep(seconds)
    worker.stopping.set()
    start = time.monotonic()
    thread.join(5)
    assert not thread.is_alive()
    return time.monotonic() - start


def test_lanes_do_not_wait_for_each_other():
    seen = []

    def slow():
        time.sleep(0.4)
        return False

    def quick():
        seen.append(1)
        return len(seen) < 3

    run_for(Worker([Lane("slow", slow), Lane("quick", quick)]), 0.2)

    assert len(seen) >= 3


def test_what_takes_long_to_load_is_loaded_beside_the_work():
    seen = []

    def falls():
        raise DatabaseError

    def look():
        seen.append("look")
        return False

    starts = {"falls": falls, "slow": lambda: (time.sleep(0.3), seen.append("loaded"))}
    run_for(Worker([Lane("tasks", look)], starts), 0.6)

    assert seen[0] == "look"
    assert seen.count("loaded") == 1


def test_it_looks_for_work_ten_times_a_second():
    looks = []

    def look():
        looks.append(1)
        return False

    run_for(Worker([Lane("tasks", look)]), 0.9)

    assert 2 <= len(looks) <= 11


def test_it_stops_at_once_when_there_is_nothing_to_do():
    assert run_for(Worker([Lane("tasks", lambda: False, interval=60)]), 0.1) < 3


def test_it_finishes_what_is_in_hand():
    finished = []

    def work():
        time.sleep(0.3)
        finished.append(1)
        return False

    run_for(Worker([Lane("tasks", work)]), 0.1)

    assert finished == [1]


def test_a_database_that_is_away_for_a_moment_does_not_end_it():
    tries = []

    def work():
        tries.append(1)
        if len(tries) == 1:
            raise DatabaseError("gone")
        return False

    run_for(Worker([Lane("tasks", work)]), 1.3)

    assert len(tries) >= 2


@pytest.mark.parametrize("command", ["run_worker", "run_clock", "show_jobs"])
def test_every_command_says_what_it_is_for(command, capsys):
    with pytest.raises(SystemExit):
        call_command(command, "--help", stdout=StringIO())

    assert len(capsys.readouterr().out) > 100


def test_run_worker_works_with_all_lanes(monkeypatch):
    made = []
    monkeypatch.setattr(Worker, "run", lambda self: made.append([lane.name for lane in self.lanes]))
    monkeypatch.setattr(Worker, "listen_to_signals", lambda self: None)

    call_command("run_worker")
    call_command("run_worker", clock=True)
    call_command("run_clock")

    assert made == [["tasks", "messages"], ["tasks", "messages", "clock"], ["clock"]]
