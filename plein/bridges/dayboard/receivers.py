"""After a change the kinds it touches are computed again, once, however many changes come."""

from collections.abc import Callable

from plein.bridges.dayboard.sources import function_for, kinds_after, task_of
from plein.foundation import jobs
from plein.foundation.jobs.models import Task


def look_after(kinds: list[str]) -> Callable[[str], None]:
    def look(_about: str) -> None:
        names = {task_of(kind) for kind in kinds}
        waiting = Task.objects.untouched().filter(name__in=names).values_list("name", flat=True)
        for name in sorted(names.difference(waiting)):
            jobs.later(name)

    return look


for change, touched in kinds_after().items():
    work = look_after(touched)
    work.__name__ = function_for(change)
    jobs.listens(change)(work)
