"""Eight processes write for a minute, beside a worker: nobody finds the database locked."""

import argparse
import json
import os
import random
import sys
import time
from pathlib import Path

from benchmarks.drills.databases import fresh_database


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench writers", description=__doc__)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--postgres", action="store_true", help="on a borrowed PostgreSQL")
    options = parser.parse_args()
    with fresh_database(postgres=options.postgres) as folder:
        return drill(options.writers, options.seconds, folder)


def drill(writers: int, seconds: float, folder: Path) -> int:
    from django.db import connection, connections
    from django.db.models import Sum

    from benchmarks.drills.killing import Workers
    from benchmarks.drills.models import Thing

    Thing.objects.bulk_create(Thing(number=number) for number in range(20))
    worker = Workers(count=1)
    worker.start()
    connections.close_all()
    processes = [_start(number, seconds, folder) for number in range(writers)]
    for process in processes:
        os.waitpid(process, 0)
    worker.stop()
    notes = [json.loads((folder / f"writer-{number}").read_text()) for number in range(writers)]
    waits = sorted(wait for note in notes for wait in note["waits"])
    locked = sum(note["locked"] for note in notes)
    written = Thing.objects.aggregate(written=Sum("version"))["written"]
    print(
        f"{connection.vendor}: {writers} writers, {seconds:.0f} s, {len(waits)} transactions "
        f"({len(waits) / seconds:.0f} a second), half within {waits[len(waits) // 2]:.0f} ms, "
        f"99 in 100 within {waits[len(waits) * 99 // 100]:.0f} ms, longest {waits[-1]:.0f} ms; "
        f"locked {locked}, updates lost {len(waits) - written}"
    )
    return int(bool(locked or written != len(waits)))


def _start(number: int, seconds: float, folder: Path) -> int:
    child = os.fork()
    if child:
        return child
    try:
        random.seed(number)
        (folder / f"writer-{number}").write_text(json.dumps(_write(number, seconds)))
    finally:
        os._exit(0)


def _write(number: int, seconds: float) -> dict[str, object]:
    from django.db import OperationalError

    waits: list[float] = []
    locked = count = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        start = time.monotonic()
        count += 1
        try:
            _one_action(f"{number}-{count}")
            waits.append((time.monotonic() - start) * 1000)
        except OperationalError:
            locked += 1
        time.sleep(random.uniform(0, 0.004))
    return {"waits": waits, "locked": locked}


def _one_action(key: str) -> None:
    """What an action does: read, decide, write, and leave word for others."""
    from django.db import transaction

    from benchmarks.drills.models import Thing
    from plein.foundation import jobs, outbox
    from plein.foundation.audit import record

    with transaction.atomic():
        thing = Thing.objects.select_for_update().get(number=random.randrange(20))
        thing.version += 1
        thing.save(update_fields=["version"])
        record("drills.thing.changed", number=thing.number)
        jobs.changed("drills.thing", thing.number)
        outbox.post_mail(to="a@b.example", subject="Nieuws", text="Er is iets.", key=key)


if __name__ == "__main__":
    sys.exit(main())
