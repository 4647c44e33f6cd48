"""The table at the end of a test run tells the truth."""

import os
import sys
from pathlib import Path

import pytest

import _check
import _gates
from _stages import Stage, Tally, gate, side_by_side, table


def test_a_good_stage_within_its_time():
    assert "good" in table([Stage("Gates", 2, bool, seconds=61, good=True)])
    assert "1:01" in table([Stage("Gates", 2, bool, seconds=61, good=True)])


def test_a_stage_that_takes_too_long_is_told():
    assert "over budget" in table([Stage("Gates", 1, bool, seconds=61, good=True)])


def test_a_wrong_stage_is_wrong():
    stage = Stage("Gates", 1, lambda: False)
    stage.run()

    assert "WRONG" in table([stage])


def test_all_runs_are_counted_together():
    tally = Tally(["5 failed, 10 passed in 3s", "7 passed, 1 skipped, 2 errors in 9s"])

    assert tally.count("passed") == 17
    assert tally.count("failed", "error", "errors") == 7


def test_a_gate_that_fails_shows_all_it_said(capsys):
    words = [sys.executable, "-c", "print('line 7 is crooked'); raise SystemExit(1)"]

    assert not gate(words, dict(os.environ))
    assert "line 7 is crooked" in capsys.readouterr().out


def test_one_wrong_gate_makes_them_all_wrong():
    good, wrong = ([sys.executable, "-c", f"raise SystemExit({code})"] for code in (0, 1))

    assert side_by_side([good, good], dict(os.environ))
    assert not side_by_side([wrong, good], dict(os.environ))


def test_the_gates_are_all_there():
    names = " ".join(" ".join(words) for words in _gates.everything())

    for tool in (
        "ruff",
        "djlint",
        "_types",
        "lint-imports",
        "--deploy",
        "makemigrations",
        "draw_map",
    ):
        assert tool in names


@pytest.mark.parametrize(
    ("path", "app"),
    [
        ("plein/features/noticeboard/models.py", "plein/features/noticeboard"),
        ("plein/foundation/jobs/tests/test_x.py", "plein/foundation/jobs"),
        ("plein/ui/templates/ui/base.html", "plein/ui"),
        ("plein/lib/week.py", "plein/lib"),
    ],
)
def test_a_changed_file_names_its_app(path, app):
    assert str(_check.app_of(Path(path))) == app
