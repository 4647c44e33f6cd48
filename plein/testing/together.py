"""Several threads at the same moment, on a database as real places have it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier, Thread
from typing import TypeVar

from django.core.management import call_command
from django.db import connection, connections

from plein.lib.databases import SQLITE

T = TypeVar("T")


def at_once(count: int, work: Callable[[], T]) -> list[T]:
    """Do `work` in `count` threads that start at the same moment; what each gave."""
    gate, given = Barrier(count), []

    def run() -> None:
        gate.wait()
        try:
            given.append(work())
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(given) == count
    return given


def let_go_of_database() -> None:
    """Before a fork: two processes on one connection, or a pool without its threads, get stuck."""
    for each in connections.all(initialized_only=True):
        each.close()
        if hasattr(each, "close_pool"):
            each.close_pool()


@contextmanager
def copied_to_a_file(folder: Path) -> Iterator[None]:
    """All that the test made so far, in a file that several processes can open."""
    if connection.vendor != "sqlite":
        yield
        return
    name = str(folder / "copy.sqlite3")
    connection.ensure_connection()
    connection.connection.execute("VACUUM INTO ?", [name])
    with _elsewhere(name):
        yield


@contextmanager
def in_a_file(folder: Path, app: str) -> Iterator[None]:
    """SQLite in memory is shared by threads in a way no real place has; so work in a file."""
    if connection.vendor != "sqlite":
        yield
        return
    with _elsewhere(str(folder / "test.sqlite3")):
        call_command("migrate", app, verbosity=0)
        yield


@contextmanager
def _elsewhere(name: str) -> Iterator[None]:
    """Another SQLite file, with the settings of a real place; afterwards the test's own again."""
    before = dict(connection.settings_dict)
    connection.close()
    changed = {"NAME": name, "OPTIONS": SQLITE}
    kept = connections["default"]
    del connections["default"]
    connections.settings["default"].update(changed)
    connections["default"].ensure_connection()  # the file is WAL before many open it
    yield
    connections["default"].close()
    connections.settings["default"].update({key: before[key] for key in changed})
    connections["default"] = kept
