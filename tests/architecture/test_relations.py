"""Relations show their arrow: they point down, and towards another app nobody can walk back."""

import ast

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
                yield model, field


def height(module: str) -> tuple[int, int]:
    _plein, floor, *rest = module.split(".")
    order = FOUNDATION.index(rest[0]) if floor == "foundation" else 0
    return HEIGHT[floor], order


def outward():
    """(name, from, to, field) of each relation to another app, with the modules of both ends."""
    for model, field in relations():
        here, there = model.__module__, field.related_model.__module__
        if not there.startswith("plein.") or app_of(there) != app_of(here):
            yield f"{model._meta.label}.{field.name}", here, there, field


def test_a_relation_points_down():
    """And to a table of ours: content types and Django's users are not for our tables."""
    outside = [name for name, _here, there, _field in outward() if not there.startswith("plein.")]

    assert not outside
    assert not [name for name, here, there, _field in outward() if height(there) >= height(here)]


def test_a_relation_to_another_app_has_no_way_back():
    ways = {name: field.remote_field.related_name for name, _here, _there, field in outward()}

    assert len(ways) > 100
    assert set(ways.values()) == {"+"}, [name for name, way in ways.items() if way != "+"]


def test_a_relation_to_another_app_names_the_class():
    files = [p for p in python_files() if p.name == "models.py" or p.parent.name == "models"]
    calls = [
        (path, node)
        for path in files
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and node.args
    ]
    named = [
        (shown(path), call.args[0].value)
        for path, call in calls
        if ast.unparse(call.func).endswith(("ForeignKey", "OneToOneField"))
        and isinstance(call.args[0], ast.Constant)
    ]

    assert len(files) > 40
    assert not [(path, target) for path, target in named if "." in target]


def test_there_are_no_hidden_tables_between_two_models():
    hidden = [
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        for field in model._meta.local_many_to_many
        if isinstance(field, ManyToManyField) and field.remote_field.through._meta.auto_created
    ]

    assert not hidden


def test_a_key_tells_nothing_but_its_moment():
    in_order = ("jobs", "audit")  # queues and the record are in the order of their numbers
    numbered = {
        model._meta.label
        for model in our_models()
        if not isinstance(model._meta.pk, UUIDField | ForeignKey)
        and model._meta.app_label not in in_order
    }

    assert numbered == DIGESTS


def test_an_app_has_a_short_label():
    assert not [c.name for c in our_apps() if c.label != c.name.rsplit(".", 1)[-1]]
