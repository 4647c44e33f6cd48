"""What the clock does for the map: ask, notice what came back, and forget."""

from uuid import UUID

from plein.features.directory import actions
from plein.features.directory.actions import lists
from plein.foundation import jobs


@jobs.daily(at="09:30", outside=True)
def ask_whether_it_is_right() -> None:
    actions.ask_those_due()


@jobs.every(minutes=60)
def notice_what_came_back() -> None:
    actions.note_bounces()


@jobs.daily(at="04:30")
def forget_old_words() -> None:
    actions.forget_old_words()


@jobs.daily(at="04:40")
def forget_old_versions() -> None:
    actions.forget_old_versions()


@jobs.task("directory.read_list", outside=True)
def read_list(key: str) -> None:
    """Slow, so outside a transaction; begun anew when it is done twice."""
    lists.read(UUID(key))


@jobs.task("directory.write_list", outside=True)
def write_list(key: str) -> None:
    """Part by part; begun again it goes on behind the last whole part."""
    lists.take_over(UUID(key))


@jobs.task("directory.undo_list", outside=True)
def undo_list(key: str) -> None:
    lists.undo(UUID(key))


@jobs.task("directory.make_export", outside=True)
def make_export(key: str) -> None:
    lists.make_export(UUID(key))


@jobs.task("directory.place_again", outside=True)
def place_again(town: str) -> None:
    """The map of the town is new: part by part each address is looked up once more."""
    actions.place_again(UUID(town))


@jobs.daily(at="04:45")
def forget_files() -> None:
    lists.forget_files()
