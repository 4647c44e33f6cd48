"""Pictures for the demo town, drawn by code: nobody's photo, nobody's rights."""

from collections.abc import Callable
from random import Random

from PIL import Image

from plein.demo.pictures import indoors, outside
from plein.demo.pictures.brush import Brush
from plein.demo.pictures.palette import SKIES
from plein.demo.pictures.portraits import portrait

__all__ = ["SCENES", "draw", "portrait"]

SCENES: dict[str, Callable[[Brush, Random], None]] = {
    "boodschappen-koken": outside.market,
    "vervoer": outside.ride,
    "klussen": indoors.odd_jobs,
    "tuin": outside.garden,
    "gezelschap": indoors.company,
    "huisdieren": outside.pets,
    "computer-telefoon": indoors.screens,
    "taal-papieren": indoors.language,
    "kinderen-opvang": outside.play,
    "bewegen-sport": outside.walk,
    "muziek-cultuur": indoors.music,
    "spullen": indoors.belongings,
    "vrijwilligerswerk": outside.together,
    "zorg-mantelzorg": outside.care,
}


def draw(theme: str, seed: int) -> Image.Image:
    """A picture for a theme, 1200 by 900; the same seed gives the same picture."""
    chance = Random(f"{theme} {seed}")
    brush = Brush(1200, 900, chance.choice(SKIES))
    SCENES[theme](brush, chance)
    return brush.finish()
