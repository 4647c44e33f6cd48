"""Of each field we know whether it says something about a person, why, and for how long."""

from plein.lib.personal_data import GROUNDS, NotPersonal, Personal
from tests.architecture.house import app_of, our_models, room


def declared(model) -> dict:
    personal_data = room(app_of(model.__module__), "personal_data")
    return personal_data.FIELDS if personal_data else {}


def named(model) -> dict:
    """What is said of the fields of this model, by their names: "name", "home"."""
    start = f"{model._meta.model_name}."
    said = declared(model).items()
    return {key.removeprefix(start): entry for key, entry in said if key.startswith(start)}


def wrong(fields_of) -> dict[str, set[str]]:
    """Fields to look at again, of each model that has any."""
    return {m._meta.label: fields for m in our_models() if (fields := fields_of(m))}


def test_every_field_is_named():
    def missing(model):
        return {field.name for field in model._meta.concrete_fields} - set(named(model))

    assert not wrong(missing), "say in personal_data.py what these are for"


def test_no_field_is_named_that_does_not_exist():
    def too_many(model):
        return set(named(model)) - {field.name for field in model._meta.get_fields()}

    assert not wrong(too_many)


def test_what_is_personal_has_a_purpose_a_ground_and_an_end():
    entries = {(m, key): entry for m in our_models() for key, entry in declared(m).items()}

    assert len(entries) > 500
    for key, entry in entries.items():
        assert isinstance(entry, Personal | NotPersonal), key
        if isinstance(entry, Personal):
            assert entry.purpose, key
            assert entry.retention, key
            assert entry.ground in GROUNDS, key
