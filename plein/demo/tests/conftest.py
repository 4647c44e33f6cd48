"""A small filled town, made once for all tests here; what a test changes is rolled back."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from PIL import Image

from plein.demo.management.commands import fill_town
from plein.demo.places import Places
from plein.demo.town import fill
from plein.foundation.communities import tree


def small_sheet(*_wanted: object) -> Image.Image:
    """Drawing takes seconds, and has tests of its own."""
    return Image.new("RGB", (40, 30))


@pytest.fixture(scope="package", autouse=True)
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


@pytest.fixture(scope="package")
def filling(django_db_setup, django_db_blocker, few_pictures):
    """The town that `manage.py fill_town` made, and what it said."""
    made, said = [], StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(fill_town, "fill", lambda maker: made.append(fill(maker)) or made[0])
            call_command("fill_town", people=90, seed=3, stdout=said)
        yield made[0], said.getvalue()
        transaction.set_rollback(True)


@pytest.fixture(scope="package")
def small_town(filling) -> Places:
    return filling[0]


@pytest.fixture
def filled(small_town: Places, db: None) -> Places:
    tree._trees.clear()
    return small_town
