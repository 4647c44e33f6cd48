"""Every theme has a picture, drawn by ourselves."""

import pytest

from plein.demo.pictures import SCENES, alt_text, draw, portrait
from plein.demo.tests.test_texts import THEMES


def test_every_theme_can_be_drawn():
    assert set(SCENES) == THEMES


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_a_picture_has_the_size_of_a_photo_and_many_colours(theme):
    picture = draw(theme, 1)

    assert picture.size == (1200, 900)
    assert len(picture.resize((120, 90)).getcolors(20_000)) > 50


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_the_alt_text_is_a_dutch_sentence(theme):
    for seed in (1, 2):
        assert alt_text(theme, seed).startswith("Tekening van ")
        assert alt_text(theme, seed).endswith(".")


def test_the_same_seed_gives_the_same_picture():
    assert draw("tuin", 5).tobytes() == draw("tuin", 5).tobytes()


def test_another_seed_gives_another_picture():
    assert len({draw("vervoer", seed).tobytes() for seed in range(4)}) == 4


def test_a_portrait_is_square_and_everybody_looks_different():
    faces = [portrait(seed) for seed in range(12)]

    assert {face.size for face in faces} == {(600, 600)}
    assert len({face.tobytes() for face in faces}) == 12


def test_nobody_can_draw_an_unknown_theme():
    with pytest.raises(KeyError):
        draw("raketten", 1)
