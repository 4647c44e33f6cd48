"""Tasks that take just long enough to be killed halfway."""

import random
import time

from django.db.models import F

from benchmarks.drills.models import Effect, Thing
from plein.foundation import jobs


@jobs.task("drills.inside")
def inside(number: str) -> None:
    Effect.objects.create(kind="inside", number=int(number))
    time.sleep(random.uniform(0, 0.01))


@jobs.task("drills.outside", outside=True)
def outside(number: str) -> None:
    """May be called again after a kill; reads the present state, so nothing shows of that."""
    Effect.objects.create(kind="call", number=int(number))
    time.sleep(random.uniform(0, 0.02))
    Effect.objects.get_or_create(kind="outside", number=int(number))


@jobs.listens("drills.thing")
def look(number: str) -> None:
    Thing.objects.filter(number=int(number)).update(seen=F("version"))
