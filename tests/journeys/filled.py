"""A town of ninety people to look at, with small pictures and a right-to-left language to try."""

from pathlib import Path

import pytest
from PIL import Image

from plein.demo.maker import Maker
from plein.demo.places import Places
from plein.demo.town import fill
from plein.foundation.communities import tree

TRIAL = ("ar", "Right to left")


def fill_small(monkeypatch: pytest.MonkeyPatch, settings, folder: Path) -> Places:
    settings.MEDIA_ROOT = folder
    settings.LANGUAGES = [*settings.LANGUAGES, TRIAL]
    sheet = lambda *_wanted: Image.new("RGB", (400, 300), "#CFE6F7")  # noqa: E731
    for drawing in ("draw", "portrait"):
        monkeypatch.setattr(f"plein.demo.photos.{drawing}", sheet)
    monkeypatch.setattr("plein.demo.photos.EACH_THEME", 1)
    # Who fits whom takes a model some seconds to say, and none of these pages shows it.
    monkeypatch.setattr("plein.demo.town.make_suggestions", lambda *_wanted: None)
    tree._trees.clear()
    return fill(Maker(people=90, seed=3))
