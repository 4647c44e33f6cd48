"""Files that belong to no picture are cleared away, and no others."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from plein.foundation.media import actions
from plein.foundation.media.tasks import clear_loose_files


@pytest.fixture
def kept(noor, photo):
    return actions.keep_picture(photo(), town=noor.town, by=noor, alt="Een tuin")


@pytest.fixture
def loose(noor, photo):
    """Kept in work that was rolled back."""
    with transaction.atomic():
        actions.keep_picture(photo(), town=noor.town, by=noor, alt="Een tuin")
        transaction.set_rollback(True)


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_files_of_undone_work_are_gone_after_a_day(loose, own_storage, time_machine):
    time_machine.move_to(timezone.now() + timedelta(days=1, minutes=1))
    clear_loose_files()

    assert not files(own_storage)
    assert not list(own_storage.glob("pictures/*/*"))


def test_what_somebody_may_be_adding_right_now_stays(loose, own_storage):
    clear_loose_files()

    assert len(files(own_storage)) == 3


def test_files_with_a_row_stay(kept, own_storage, time_machine):
    time_machine.move_to(timezone.now() + timedelta(days=400))
    clear_loose_files()

    assert len(files(own_storage)) == 3


def test_without_any_picture_there_is_nothing_to_clear(db, own_storage):
    clear_loose_files()

    assert not own_storage.exists()
