"""Relations show their arrow: they point down, and towards another app nobody can walk back."""

import ast

import pytest
from django.db.models import ForeignKey, ManyToManyField, UUIDField

from plein.operations.floors import FLOORS
from tests.architecture.house import app_of, our_apps, our_models, python_files, shown

HEIGHT = {floor: number for number, floor in enumerate(reversed(FLOORS))}
FOUNDATION = ["audit", "jobs", "outbox", "media", "places", "accounts", "communities", "taxonomy",
              "organisations", "proofs", "care"]  # fmt: skip
NO_OWN_KEY = {"accounts.Account"}
DIGESTS = {"accounts.Tally"}  # counted by a digest, so that one row can be raised at once


def relations():
    for model in our_models():
        for field in model._meta.local_fields:
            if isinstance(field, ForeignKey):
                yield pytest.param(model, field, id=f"{model._meta.label}.{field.name}")


def height(module: str) -> tuple[int, int]:
    _plein, floor, *rest = module.split(".")
    order = FOUNDATION.index(rest[0]) if floor == "foundation" else 0
    return HEIGHT[floor], order


@pytest.mark.parametrize(("model", "field"), list(relations()))
def test_a_relation_points_down(model, field):
    target = field.related_model.__module__

    assert target.startswith("plein."), "content types and Django's users are not for our tables"
    if app_of(target) != app_of(model.__module__):
        assert height(target) < height(model.__module__)


@pytest.mark.parametrize(("model", "field"), list(relations()))
def test_a_relation_to_another_app_has_no_way_back(model, field):
    if app_of(field.related_model.__module__) != app_of(model.__module__):
        assert field.remote_field.related_name == "+"


@pytest.mark.parametrize(
    "path",
    [p for p in python_files() if p.name == "models.py" or p.parent.name == "models"],
    ids=shown,
)
def test_a_relation_to_another_app_names_the_class(path):
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    targets = [
        call.args[0].value
        for call in calls
        if ast.unparse(call.func).endswith(("ForeignKey", "OneToOneField"))
        and call.args
        and isinstance(call.args[0], ast.Constant)
    ]

    assert not [target for target in targets if "." in target]


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_there_are_no_hidden_tables_between_two_models(model):
    hidden = [
        field.name
        for field in model._meta.local_many_to_many
        if isinstance(field, ManyToManyField) and field.remote_field.through._meta.auto_created
    ]
    inherited = {"groups", "user_permissions"}  # of Django's own account, for the operator

    assert not set(hidden) - inherited


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_a_key_tells_nothing_but_its_moment(model):
    key = model._meta.pk
    if model.__module__.startswith(("plein.foundation.jobs", "plein.foundation.audit")):
        return  # queues and the record are in the order of their numbers
    if model._meta.label in DIGESTS:
        return

    assert isinstance(key, UUIDField | ForeignKey)


@pytest.mark.parametrize("config", our_apps(), ids=lambda config: config.name)
def test_an_app_has_a_short_label(config):
    assert config.label == config.name.rsplit(".", 1)[-1]
