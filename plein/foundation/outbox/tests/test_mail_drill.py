"""Real workers, a real mail server and kill -9: the short form of `script/bench mails`."""

import subprocess
import sys

import pytest
from django.conf import settings


@pytest.mark.slow
def test_killing_the_worker_loses_no_mail_and_sends_none_for_undone_work():
    drill = subprocess.run(
        [sys.executable, "-m", "benchmarks.mails", "--mails", "200", "--kills", "8"],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=240,
    )

    assert drill.returncode == 0, drill.stdout + drill.stderr
    assert "200 mails, 8 kills" in drill.stdout
    assert "lost 0, sent though rolled back 0" in drill.stdout
