"""Kill the worker with kill -9, hundreds of times: no task lost, none done twice visibly."""

import argparse
import random
import sys
import time
from collections import Counter

from benchmarks.drills.databases import fresh_database

TASKS_A_KILL = 8


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--postgres", action="store_true", help="on a borrowed PostgreSQL")
    options = parser.parse_args()
    with fresh_database(postgres=options.postgres):
        return drill(options.kills)


def drill(kills: int) -> int:
    from django.db import connection

    from benchmarks.drills.killing import Workers, kill_many
    from benchmarks.drills.models import Thing

    Thing.objects.bulk_create(Thing(number=number) for number in range(20))
    start, given = time.monotonic(), Given()
    workers = Workers()
    kill_many(workers, kills, given.feed)
    _let_finish()
    workers.stop()
    wrong = given.compare()
    print(
        f"{connection.vendor}: {workers.kills} kills, {given.count} tasks, "
        f"{given.changes} changes, {given.undone} rolled back, {time.monotonic() - start:.0f} s; "
        + ", ".join(f"{what} {count}" for what, count in wrong.items())
    )
    return int(any(count for what, count in wrong.items() if what != "called again, unseen"))


def _let_finish() -> None:
    """As long as less and less waits: a busy machine is slow, which is not the same as lost."""
    least, at = _waiting(), time.monotonic()
    while least and time.monotonic() < at + 60:
        time.sleep(0.2)
        if (now := _waiting()) < least:
            least, at = now, time.monotonic()


def _waiting() -> int:
    from plein.foundation.jobs.models import Change, Task

    return Task.objects.alive().count() + Change.objects.count()


class Given:
    """The work that was given, and what came of it."""

    def __init__(self) -> None:
        self.count = self.undone = self.changes = 0

    def feed(self) -> None:
        from django.db import transaction
        from django.db.models import F

        from benchmarks.drills.models import Thing
        from plein.foundation import jobs

        for _ in range(TASKS_A_KILL):
            with transaction.atomic():
                self.count += 1
                jobs.later(random.choice(("drills.inside", "drills.outside")), self.count)
                number = random.randrange(20)
                Thing.objects.filter(number=number).update(version=F("version") + 1)
                jobs.changed("drills.thing", number)
                self.changes += 1
        with transaction.atomic():
            self.undone += 1
            jobs.later("drills.inside", -self.undone)
            transaction.set_rollback(True)

    def compare(self) -> dict[str, int]:
        from django.db.models import F

        from benchmarks.drills.models import Effect, Thing
        from plein.foundation.jobs.models import Task

        effects = Effect.objects.exclude(kind="call").values_list("number", flat=True)
        seen = Counter(effects)
        calls: Counter[int] = Counter(
            Effect.objects.filter(kind="call").values_list("number", flat=True)
        )
        return {
            "lost": sum(1 for number in range(1, self.count + 1) if not seen[number]),
            "done twice": sum(1 for times in seen.values() if times > 1),
            "done though rolled back": sum(1 for number in seen if number < 0),
            "changes not heard": Thing.objects.exclude(seen=F("version")).count(),
            "dead": Task.objects.exclude(dead_at=None).count(),
            "left over": _waiting(),
            "called again, unseen": sum(times - 1 for times in calls.values()),
        }


if __name__ == "__main__":
    sys.exit(main())
