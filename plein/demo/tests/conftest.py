"""A small filled town, made once for all tests of a file; what a test changes is rolled back."""

import pytest
from django.db import transaction
from django.test import override_settings
from PIL import Image

from plein.demo.maker import Maker
from plein.demo.places import Places
from plein.demo.town import fill
from plein.foundation.communities import tree


def small_sheet(*_wanted: object) -> Image.Image:
    """Drawing takes seconds, and has tests of its own."""
    return Image.new("RGB", (40, 30))


@pytest.fixture(scope="module", autouse=True)
def few_pictures(tmp_path_factory):
    with (
        pytest.MonkeyPatch.context() as patch,
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("pictures")),
    ):
        patch.setattr("plein.demo.photos.draw", small_sheet)
        patch.setattr("plein.demo.photos.portrait", small_sheet)
        patch.setattr("plein.demo.photos.EACH_THEME", 1)
        patch.setattr("plein.demo.photos.SIZES", (320,))
        yield


@pytest.fixture(scope="module")
def small_town(django_db_setup, django_db_blocker, few_pictures):
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill(Maker(people=90, seed=3))
        transaction.set_rollback(True)


@pytest.fixture
def filled(small_town: Places, db: None) -> Places:
    tree._trees.clear()
    return small_town
