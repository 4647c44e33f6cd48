"""Which code answers to which name. Filled by every app's `tasks.py` and `receivers.py`."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any, TypeVar

Work = Callable[..., Any]
Worked = TypeVar("Worked", bound=Work)
Lane = Callable[[timedelta], bool]
Finder = Callable[[], Iterable[object] | None]


@dataclass(frozen=True)
class Handler:
    name: str
    work: Work
    tries: int = 5
    outside: bool = False


@dataclass(frozen=True)
class Schedule:
    name: str
    every: timedelta | None = None
    at: time | None = None
    weekday: int | None = None


handlers: dict[str, Handler] = {}
listeners: dict[str, list[str]] = defaultdict(list)
schedules: dict[str, Schedule] = {}
sweeps: dict[str, tuple[str, Finder]] = {}
lanes: dict[str, Lane] = {}
starts: dict[str, Callable[[], object]] = {}


def task(name: str, *, tries: int = 5, outside: bool = False) -> Callable[[Worked], Worked]:
    """The function runs when `later(name, …)` is due.

    It runs in one transaction with the removal of its task: its rows are written once, or not yet.
    `outside=True` is for what talks to other systems or takes long: that runs without a
    transaction, at least once, held by a lease.
    """

    def register(work: Worked) -> Worked:
        handlers[name] = Handler(name, work, tries, outside)
        return work

    return register


def listens(kind: str, *, tries: int = 5, outside: bool = False) -> Callable[[Worked], Worked]:
    """The function gets the id of each `kind` that changed, and reads the present state."""

    def register(work: Worked) -> Worked:
        name = f"{kind}>{_name_of(work)}"
        task(name, tries=tries, outside=outside)(work)
        if name not in listeners[kind]:
            listeners[kind].append(name)
        return work

    return register


def every(*, minutes: float, outside: bool = False) -> Callable[[Worked], Worked]:
    """The clock starts the function again and again."""

    def register(work: Worked) -> Worked:
        name = _as_task(work, outside)
        schedules[name] = Schedule(name, every=timedelta(minutes=minutes))
        return work

    return register


def daily(*, at: str, outside: bool = False) -> Callable[[Worked], Worked]:
    """The clock starts the function each day at this hour of the wall clock, as in "06:00"."""

    def register(work: Worked) -> Worked:
        name = _as_task(work, outside)
        schedules[name] = Schedule(name, at=time.fromisoformat(at))
        return work

    return register


def weekly(*, on: int, at: str, outside: bool = False) -> Callable[[Worked], Worked]:
    """The clock starts the function each week, on this day (0 is Monday) at this hour.

    When nothing ran on that day, it is started as soon as a clock runs again: late, but once.
    """

    def register(work: Worked) -> Worked:
        name = _as_task(work, outside)
        schedules[name] = Schedule(name, at=time.fromisoformat(at), weekday=on)
        return work

    return register


def sweep(kind: str) -> Callable[[Finder], Finder]:
    """Each night: the function gives the ids of which something kept elsewhere is not right."""

    def register(find: Finder) -> Finder:
        sweeps[_name_of(find)] = (kind, find)
        return find

    return register


def at_start(work: Worked) -> Worked:
    """Each worker calls it once, beside its work: to have at hand what takes long to load."""
    starts[_name_of(work)] = work
    return work


def lane(name: str) -> Callable[[Lane], Lane]:
    """Work with a queue of its own, done beside the tasks.

    The function gets how long it may hold what it takes, and tells whether there was any work.
    """

    def register(step: Lane) -> Lane:
        lanes[name] = step
        return step

    return register


def _as_task(work: Work, outside: bool) -> str:
    known = next((handler.name for handler in handlers.values() if handler.work is work), None)
    if known:
        return known
    task(_name_of(work), outside=outside)(work)
    return _name_of(work)


def _name_of(work: Work) -> str:
    """`plein.features.noticeboard.tasks.remind` is called `noticeboard.remind`."""
    app = work.__module__.split(".")[-2] if "." in work.__module__ else work.__module__
    return f"{app}.{work.__name__}"
