"""A real worker process that is asked to stop."""

import subprocess
import sys

import pytest
from django.conf import settings

PROGRAM = """
from benchmarks.drills.databases import fresh_database
import os, signal, time

with fresh_database():
    from benchmarks.drills.killing import Workers, wait_until
    from benchmarks.drills.models import Effect
    from plein.foundation import jobs
    from plein.foundation.jobs.models import Task

    for number in range(200):
        jobs.later("drills.inside", number)
    workers = Workers(count=1)
    workers.start()
    wait_until(lambda: Effect.objects.count() > 5, 20)
    start = time.monotonic()
    (worker,) = workers.running
    os.kill(worker, signal.SIGTERM)
    status = os.waitpid(worker, 0)[1]
    print("status", status, "quick", time.monotonic() - start < 3)
    print("held", Task.objects.held().count())
    print("sum", Task.objects.count() + Effect.objects.count())
"""


@pytest.mark.slow
def test_asked_to_stop_it_finishes_what_is_in_hand_and_leaves_the_rest():
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert told.stdout.splitlines() == ["status 0 quick True", "held 0", "sum 200"], told.stderr
