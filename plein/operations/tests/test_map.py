from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from plein.operations import floors, house_map
from plein.operations.management.commands import draw_map


@pytest.fixture
def paper(tmp_path, monkeypatch):
    monkeypatch.setattr(draw_map, "MAP", tmp_path / "docs" / "map.md")
    monkeypatch.setattr(draw_map, "ROOT", tmp_path)
    return tmp_path / "docs" / "map.md"


def test_the_map_goes_from_the_roof_to_the_ground():
    drawing = house_map.drawing()

    places = [drawing.index(f"## {name}") for name in ("bridges", "shared", "foundation", "lib")]
    assert places == sorted(places)


def test_the_map_shows_models_actions_pages_and_tasks():
    drawing = house_map.drawing()

    for thing in ("`Community`", "`record`", "`/gezond/`", "`jobs.seal_audit`"):
        assert thing in drawing


def test_an_app_is_told_in_its_own_first_sentence():
    app = next(app for app in floors.all_apps() if app.name == "operations")

    assert app.about == "Keeping the site running, for whoever does that."


def test_every_address_of_ours_has_a_name():
    ours = [row for row in house_map.addresses() if row[0].startswith("plein.")]

    assert ours
    assert not [path for _module, path, name in ours if name.endswith(":") or not name]


def test_a_map_that_is_missing_is_not_up_to_date(paper):
    with pytest.raises(CommandError, match="not up to date"):
        call_command("draw_map", "--check")


def test_a_map_just_drawn_is_up_to_date(paper):
    call_command("draw_map", stdout=StringIO())

    call_command("draw_map", "--check")


def test_a_map_that_tells_something_else_is_not_up_to_date(paper):
    call_command("draw_map", stdout=StringIO())
    paper.write_text(paper.read_text() + "and a tower")

    with pytest.raises(CommandError):
        call_command("draw_map", "--check")


def test_drawing_twice_says_nothing_the_second_time(paper):
    call_command("draw_map", stdout=StringIO())
    out = StringIO()

    call_command("draw_map", stdout=out)

    assert out.getvalue() == ""
