"""Drawn pictures for posts and portraits for people, kept once and used by several."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any, TypeVar

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from plein.demo.maker import Maker
from plein.demo.pictures import SCENES, alt_text, draw, portrait
from plein.demo.pictures import palette as p
from plein.demo.pictures.portraits import portrait_of
from plein.foundation.communities.models import Community
from plein.foundation.media.models import SIZES, Picture

T = TypeVar("T")
Files = tuple[tuple[int, int], dict[int, bytes]]
EACH_THEME, PORTRAITS = 3, 18
FORMAT, QUALITY = "WEBP", 78

NO_BEARD: dict[str, Any] = {"beard": False, "glasses": False}
FACES: tuple[dict[str, Any], ...] = (
    NO_BEARD | {"skin": p.SKIN[0], "hair": p.GREY_HAIR[0], "style": "bun", "glasses": True},
    NO_BEARD | {"skin": p.SKIN[1], "hair": p.GREY_HAIR[0], "style": "bald", "beard": True},
    NO_BEARD | {"skin": p.SKIN[2], "hair": p.DARK_HAIR[0], "style": "short", "beard": True},
    NO_BEARD | {"skin": p.SKIN[3], "hair": p.DARK_HAIR[0], "style": "curls"},
    NO_BEARD | {"skin": p.SKIN[0], "hair": p.GREY_HAIR[0], "style": "cap", "beard": True},
    NO_BEARD | {"skin": p.SKIN[1], "hair": p.GREY_HAIR[0], "style": "parted"},
)
"""Greet, Ruud, Samir, Yara, Piet and Els."""

FACE = "Getekend portret van iemand die niet bestaat."


def make_pictures(maker: Maker, town: Community) -> dict[str, list[Picture]]:
    """A few pictures for every theme."""
    maker.start("pictures")
    wanted = [
        (theme, maker.seed * 100 + number) for theme in SCENES for number in range(EACH_THEME)
    ]
    drawn = _on_all_cores(lambda each: draw(*each), wanted)
    kept: dict[str, list[Picture]] = {theme: [] for theme in SCENES}
    for (theme, seed), files in zip(wanted, drawn, strict=True):
        kept[theme].append(_keep(maker, town, files, alt_text(theme, seed)))
    return kept


def make_portraits(maker: Maker, town: Community) -> list[Picture]:
    maker.start("portraits")
    drawn = _on_all_cores(lambda number: portrait(number + maker.seed * 100), range(PORTRAITS))
    return [_keep(maker, town, files, FACE) for files in drawn]


def make_faces(maker: Maker, town: Community) -> list[Picture]:
    """A portrait for each interview, in the order of the texts."""
    maker.start("faces")
    numbered = list(enumerate(FACES))
    drawn = _on_all_cores(lambda one: portrait_of(one[0] + maker.seed, **one[1]), numbered)
    return [_keep(maker, town, files, FACE) for files in drawn]


def _on_all_cores(drawing: Callable[[T], Image.Image], wanted: Iterable[T]) -> list[Files]:
    """Pillow lets go of Python's lock while it makes things small, so threads do help."""
    with ThreadPoolExecutor(2) as several:
        return list(several.map(lambda each: _files(drawing(each)), wanted))


def _files(image: Image.Image) -> Files:
    size = image.size
    files = {}
    for each in reversed(SIZES):
        image.thumbnail((each, each), Image.Resampling.LANCZOS)
        out = BytesIO()
        image.save(out, FORMAT, quality=QUALITY, method=2)
        files[each] = out.getvalue()
    return size, files


def _keep(maker: Maker, town: Community, drawn: Files, alt: str) -> Picture:
    (width, height), files = drawn
    folder = f"{maker.chance.getrandbits(128):032x}"
    picture = Picture(
        pk=maker.key(), town_id=town.pk, alt=alt, width=width, height=height, folder=folder
    )
    for size, content in files.items():
        default_storage.delete(picture.path(size))
        default_storage.save(picture.path(size), ContentFile(content))
    picture.save(force_insert=True)
    return picture
