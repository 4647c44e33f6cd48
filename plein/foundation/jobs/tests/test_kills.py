"""Real workers, really killed: the short form of `script/bench kills`, on the engine at hand."""

import subprocess
import sys

import pytest
from django.conf import settings


@pytest.mark.slow
def test_after_25_kills_no_task_is_lost_and_none_is_done_twice():
    drill = subprocess.run(
        [sys.executable, "-m", "benchmarks.kills", "--kills", "25"],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=180,
    )

    assert drill.returncode == 0, drill.stdout + drill.stderr
    assert "25 kills" in drill.stdout
    assert "lost 0, done twice 0, done though rolled back 0, changes not heard 0" in drill.stdout
