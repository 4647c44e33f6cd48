"""Of each field we know whether it says something about a person, why, and for how long."""

import pytest

from plein.lib.personal_data import GROUNDS, NotPersonal, Personal
from tests.architecture.house import app_of, our_models, room


def all_models():
    return [pytest.param(model, id=model._meta.label) for model in our_models()]


def declared(model) -> dict:
    personal_data = room(app_of(model.__module__), "personal_data")
    return personal_data.FIELDS if personal_data else {}


@pytest.mark.parametrize("model", all_models())
def test_every_field_is_named(model):
    names = {f"{model._meta.model_name}.{field.name}" for field in model._meta.concrete_fields}

    assert not names - set(declared(model)), "say in personal_data.py what these are for"


@pytest.mark.parametrize("model", all_models())
def test_no_field_is_named_that_does_not_exist(model):
    start = f"{model._meta.model_name}."
    names = {f"{start}{field.name}" for field in model._meta.get_fields()}

    assert not {key for key in declared(model) if key.startswith(start)} - names


@pytest.mark.parametrize("model", all_models())
def test_what_is_personal_has_a_purpose_a_ground_and_an_end(model):
    for key, entry in declared(model).items():
        assert isinstance(entry, Personal | NotPersonal), key
        if isinstance(entry, Personal):
            assert entry.purpose, key
            assert entry.retention, key
            assert entry.ground in GROUNDS, key
