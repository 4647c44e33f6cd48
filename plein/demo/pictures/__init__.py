"""Pictures for the demo town, drawn by code: nobody's photo, nobody's rights."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from PIL import Image

from plein.demo.pictures import green, indoors, streets
from plein.demo.pictures.brush import Brush
from plein.demo.pictures.palette import SKIES
from plein.demo.pictures.portraits import portrait

__all__ = ["SCENES", "Scene", "alt_text", "draw", "portrait"]


@dataclass(frozen=True)
class Scene:
    """A way to draw a theme, and what a reader who cannot see it is told."""

    paint: Callable[[Brush, Random], None]
    alt: str


SCENES: dict[str, tuple[Scene, ...]] = {
    "boodschappen-koken": (
        Scene(streets.market, "Tekening van een marktkraam met fruit en iemand met een volle tas."),
        Scene(indoors.kitchen, "Tekening van twee mensen die samen koken."),
    ),
    "vervoer": (Scene(streets.ride, "Tekening van een straat met gevels en verkeer."),),
    "klussen": (Scene(indoors.odd_jobs, "Tekening van iemand bij een trap en gereedschap."),),
    "tuin": (Scene(green.garden, "Tekening van iemand in een tuin vol bloemen."),),
    "gezelschap": (Scene(indoors.company, "Tekening van mensen aan tafel met koffie en koekjes."),),
    "huisdieren": (Scene(green.pets, "Tekening van iemand met een dier in het park."),),
    "computer-telefoon": (
        Scene(indoors.screens, "Tekening van een laptop waarop iemand lacht, met een telefoon."),
    ),
    "taal-papieren": (
        Scene(indoors.language, "Tekening van twee mensen die praten bij een open boek."),
    ),
    "kinderen-opvang": (
        Scene(streets.play, "Tekening van kinderen in een speeltuin met een glijbaan."),
    ),
    "bewegen-sport": (
        Scene(green.walk, "Tekening van wandelaars langs de rivier, met een molen."),
    ),
    "muziek-cultuur": (Scene(indoors.music, "Tekening van mensen op een podium met een gitaar."),),
    "spullen": (Scene(indoors.belongings, "Tekening van dozen, een lamp en een stoel."),),
    "vrijwilligerswerk": (
        Scene(streets.together, "Tekening van buren achter een lange tafel onder vlaggetjes."),
    ),
    "zorg-mantelzorg": (Scene(green.care, "Tekening van twee mensen samen op een bankje."),),
}


def draw(theme: str, seed: int) -> Image.Image:
    """A picture for a theme, 1200 by 900; the same seed gives the same picture."""
    chance = Random(f"{theme} {seed}")
    brush = Brush(1200, 900, chance.choice(SKIES))
    _scene(theme, seed).paint(brush, chance)
    return brush.finish(mirrored=chance.random() < 0.5)


def alt_text(theme: str, seed: int) -> str:
    """What is on the picture, in plain Dutch."""
    return _scene(theme, seed).alt


def _scene(theme: str, seed: int) -> Scene:
    scenes = SCENES[theme]
    return scenes[seed % len(scenes)]
