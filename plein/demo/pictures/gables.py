"""The row of house fronts this town is known by."""

from random import Random

from plein.demo.pictures import palette as p
from plein.demo.pictures.brush import Brush, Point


def street(b: Brush, chance: Random, base: float, tall: float = 300) -> None:
    """A row of house fronts standing on one line."""
    x, before = -30.0, ""
    while x < 1200:
        wide = chance.randint(140, 200)
        before = chance.choice([colour for colour in p.HOUSES if colour != before])
        house(b, chance, (x, base), (wide, tall * chance.uniform(0.75, 1)), before)
        x += wide
    b.box(0, base, 1200, 12, p.INK)


def house(b: Brush, chance: Random, foot: Point, size: Point, colour: str) -> None:
    """One Dutch front: gable, windows and a door."""
    (x, base), (wide, tall) = foot, size
    top = base - tall
    b.box(x, top, wide, tall, colour)
    chance.choice((_pointed, _stepped, _bell, _neck))(b, x, top, wide, colour)
    pane = wide * 0.22
    for row in range(2):
        for column in (0.16, 0.62):
            left, high = x + wide * column, top + 24 + row * tall * 0.3
            b.box(left - 5, high - 5, pane + 10, tall * 0.18 + 10, p.PAPER, 4)
            b.box(left, high, pane, tall * 0.18, chance.choice((p.SKY, p.SKY_LIGHT, p.ASK)), 2)
    door = x + wide * chance.choice((0.14, 0.4, 0.6))
    ink = p.INK if colour != p.BLUE else p.YELLOW
    b.box(door, base - tall * 0.28, wide * 0.26, tall * 0.28, ink, 6)
    b.dot(door + wide * 0.2, base - tall * 0.13, 4, p.PAPER)


def _pointed(b: Brush, x: float, top: float, wide: float, colour: str) -> None:
    b.shape([(x, top + 1), (x + wide / 2, top - wide * 0.42), (x + wide, top + 1)], colour)


def _stepped(b: Brush, x: float, top: float, wide: float, colour: str) -> None:
    for i in (1, 2, 3):
        inset = wide * 0.13 * i
        b.box(x + inset, top - 24 * i, wide - 2 * inset, 26, colour)


def _bell(b: Brush, x: float, top: float, wide: float, colour: str) -> None:
    b.slice(x + wide / 2, top + 1, wide / 2, wide * 0.22, (180, 360), colour)
    b.box(x + wide * 0.28, top - wide * 0.34, wide * 0.44, wide * 0.36, colour, wide * 0.14)


def _neck(b: Brush, x: float, top: float, wide: float, colour: str) -> None:
    b.shape(
        [
            (x, top + 1),
            (x + wide * 0.28, top - 22),
            (x + wide * 0.36, top - 66),
            (x + wide * 0.64, top - 66),
            (x + wide * 0.72, top - 22),
            (x + wide, top + 1),
        ],
        colour,
    )
