"""Web, worker and clock start together, and none goes on without the others."""

import os
import signal
import sys
import time

import pytest

from _processes import Part, Together
from _say import Stop

STAYS = "import time; time.sleep(60)"
ENDS = "print('no more wood'); raise SystemExit(3)"
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"


@pytest.fixture
def together(tmp_path):
    def make(**parts: str) -> Together:
        return Together(
            [
                Part(name, [sys.executable, "-c", code], tmp_path / name)
                for name, code in parts.items()
            ],
            dict(os.environ),
        )

    return make


@pytest.fixture(autouse=True)
def signals_as_before():
    before = {sign: signal.getsignal(sign) for sign in (signal.SIGTERM, signal.SIGHUP)}
    yield
    for sign, handler in before.items():
        signal.signal(sign, handler)


def test_when_one_stops_all_stop_and_its_last_words_are_told(together):
    town = together(web=STAYS, worker=ENDS)
    town.start()

    with pytest.raises(Stop, match=r"The worker stopped.*\n.*no more wood"):
        town.stay()
    town.end()

    assert all(part.has_ended for part in town.parts)


def test_a_site_that_never_answers_is_told(together, monkeypatch):
    monkeypatch.setattr("_processes.PATIENCE", 1)
    town = together(web=STAYS)
    town.start()

    with pytest.raises(Stop, match="did not answer"):
        town.wait_until_healthy("http://127.0.0.1:9/gezond/")
    town.end()


def test_a_process_that_does_not_listen_is_ended_all_the_same(together, monkeypatch):
    monkeypatch.setattr("_processes.GOODBYE", 0.5)
    town = together(web=DEAF)
    town.start()
    time.sleep(0.3)

    town.end()
    town.parts[0].process.wait(5)

    assert town.parts[0].has_ended


def test_a_polite_request_to_stop_is_like_ctrl_c(together):
    town = together(web=STAYS)
    town.start()

    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGTERM)
    town.end()


def test_a_new_start_has_a_new_log(together):
    for _time in range(2):
        town = together(web=ENDS)
        town.start()
        town.parts[0].process.wait(10)

    assert town.parts[0].tail() == "no more wood"
