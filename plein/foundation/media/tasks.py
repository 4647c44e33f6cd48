"""Clearing away files without a row: of work that was rolled back, or a process that was killed."""

from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.media import actions
from plein.foundation.media.models import Picture

LEFT_ALONE = timedelta(days=1)
"""Somebody may be adding a picture right now: its files are there before its row."""


@jobs.daily(at="03:25")
def erase_loose() -> None:
    """Photos that were chosen in a form which nobody sent."""
    actions.erase_loose()


@jobs.daily(at="03:30", outside=True)
def clear_loose_files() -> None:
    for town in _inside("pictures"):
        for folder in _inside(f"pictures/{town}"):
            if not Picture.objects.filter(folder=folder).exists():
                _clear(f"pictures/{town}/{folder}")


def _inside(path: str) -> Iterator[str]:
    try:
        yield from default_storage.listdir(path)[0]
    except FileNotFoundError:
        return


def _clear(folder: str) -> None:
    files = [f"{folder}/{name}" for name in default_storage.listdir(folder)[1]]
    young = timezone.now() - LEFT_ALONE
    if all(default_storage.get_modified_time(file) < young for file in files):
        for file in (*files, folder):
            default_storage.delete(file)
