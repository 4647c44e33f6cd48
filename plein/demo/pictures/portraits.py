"""A face for somebody who does not exist."""

from dataclasses import replace
from random import Random
from typing import Any

from PIL import Image

from plein.demo.pictures import folk
from plein.demo.pictures import palette as p
from plein.demo.pictures.brush import Brush


def portrait(seed: int) -> Image.Image:
    """A friendly square portrait, 600 by 600; the same seed gives the same face.

    Hair and cheeks fit any first name, for nobody knows yet whose profile it will be on.
    """
    chance = Random(f"portrait {seed}")
    b = Brush(600, 600, chance.choice((p.SKY, p.ASK, p.OFFER, p.SAND, p.SKY_LIGHT)))
    behind = chance.choice((p.PAPER, p.ASK_CARD, p.OFFER_CARD))
    b.dot(chance.choice((140, 300, 460)), chance.choice((160, 300)), 230, behind)
    folk.bust(b, chance, 300, 640, 2.5, who=folk.any_name(chance))
    return b.finish()


def portrait_of(seed: int, **looks: Any) -> Image.Image:
    """A face that fits a story: `hair`, `style`, `skin`, `beard` and so on of `folk.Look`."""
    chance = Random(f"story {seed}")
    b = Brush(600, 600, chance.choice((p.SKY, p.ASK, p.OFFER, p.SAND)))
    b.dot(chance.choice((140, 460)), chance.choice((160, 300)), 230, p.PAPER)
    folk.bust(b, chance, 300, 640, 2.5, who=replace(folk.look(chance), **looks))
    return b.finish()
