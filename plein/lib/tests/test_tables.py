"""The first migration of an app makes all its tables at once."""

from types import SimpleNamespace

import pytest
from django.db import connection, models
from django.db.migrations import CreateModel
from django.db.migrations.state import ModelState, ProjectState

from plein.lib.tables import CreateTables


def table(name, other):
    key = models.ForeignKey(f"round.{other}", models.CASCADE, null=True, related_name="+")
    return CreateModel(name, [("id", models.AutoField(primary_key=True)), ("other", key)])


@pytest.fixture
def both():
    return CreateTables([table("Egg", "Hen"), table("Hen", "Egg")])


@pytest.fixture
def editor():
    """It only notes the names of tables."""
    made, dropped = [], []
    return SimpleNamespace(
        connection=connection, made=made, dropped=dropped,
        create_model=lambda model: made.append(model.__name__),
        delete_model=lambda model: dropped.append(model.__name__),
    )  # fmt: skip


def test_tables_that_point_to_each_other_are_made_and_dropped(both, editor):
    before, after = ProjectState(), ProjectState()
    both.state_forwards("round", after)

    both.database_forwards("round", editor, before, after)
    both.database_backwards("round", editor, after, before)

    assert editor.made == ["Egg", "Hen"]
    assert editor.dropped == ["Hen", "Egg"]
    egg, hen = (after.apps.get_model("round", name) for name in ("Egg", "Hen"))
    assert egg._meta.get_field("other").related_model is hen
    assert hen._meta.get_field("other").related_model is egg


def test_only_the_new_models_are_drawn_and_once(both, monkeypatch):
    state = ProjectState()
    CreateTables([table("Nest", "Nest")]).state_forwards("round", state)
    nest = state.apps.get_model("round", "Nest")
    drawn, render = [], ModelState.render

    def note(model, apps):
        drawn.append(model.name)
        return render(model, apps)

    monkeypatch.setattr(ModelState, "render", note)
    both.state_forwards("round", state)

    assert drawn == ["Egg", "Hen"]
    assert state.apps.get_model("round", "Nest") is nest
    assert len(state.apps.get_models()) == 3


def test_it_says_what_it_makes(both):
    assert both.describe() == "Create tables Egg, Hen"
