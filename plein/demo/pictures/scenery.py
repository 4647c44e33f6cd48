"""What stands behind a story: sky, street, trees, river, a room."""

from itertools import pairwise
from random import Random

from plein.demo.pictures import palette as p
from plein.demo.pictures.brush import Brush, Point


def outdoors(b: Brush, chance: Random, ground: str = p.GRASS, horizon: float = 620) -> None:
    """A sky with a sun and clouds above a field."""
    sun = chance.randint(140, 1060)
    b.dot(sun, chance.randint(110, 190), 62, p.YELLOW)
    for _ in range(chance.randint(2, 3)):
        cloud(b, chance.randint(60, 1100), chance.randint(80, 260), chance.uniform(0.7, 1.2))
    b.box(0, horizon, 1200, 900 - horizon, ground)


def room(b: Brush, chance: Random, floor: float = 640) -> None:
    """A wall, a floor and a window on the street."""
    b.box(0, 0, 1200, 900, chance.choice((p.ASK_CARD, p.OFFER_CARD, p.SKY_LIGHT, p.SAND)))
    b.box(0, floor, 1200, 900 - floor, chance.choice((p.WOOD, "#D9B48A", "#A9B7C9")))
    b.box(0, floor - 14, 1200, 14, p.PAPER)


def window(b: Brush, chance: Random, x: float, y: float, wide: float, high: float) -> None:
    """A window with a view of gables."""
    b.box(x - 16, y - 16, wide + 32, high + 32, p.PAPER, 8)
    b.box(x, y, wide, high, p.SKY)
    each = wide / 3
    for i in range(3):
        colour, top = chance.choice(p.HOUSES), y + high * chance.uniform(0.4, 0.55)
        b.box(x + i * each, top, each, y + high - top, colour)
        peak = (x + (i + 0.5) * each, top - high * 0.16)
        b.shape([(x + i * each, top), peak, (x + (i + 1) * each, top)], colour)
        b.box(x + (i + 0.35) * each, top + high * 0.12, each * 0.3, high * 0.14, p.SKY_LIGHT)
    b.box(x + wide / 2 - 5, y, 10, high, p.PAPER)
    b.box(x, y + high * 0.32, wide, 10, p.PAPER)
    b.box(x - 30, y + high + 12, wide + 60, 18, p.LINE, 6)


def cloud(b: Brush, x: float, y: float, size: float) -> None:
    """A small white cloud."""
    for dx, dy, r in ((0, 0, 34), (42, -16, 44), (92, 0, 34)):
        b.dot(x + dx * size, y + dy * size, r * size, p.PAPER)
    b.box(x, y - 2 * size, 92 * size, 36 * size, p.PAPER, 17 * size)


def tree(b: Brush, chance: Random, x: float, base: float, size: float = 1) -> None:
    """A tree with a round or tall crown."""
    b.box(x - 11 * size, base - 130 * size, 22 * size, 130 * size, p.DARK_WOOD, 6 * size)
    colour = chance.choice((p.GREEN, p.LEAF, "#6DB37A", "#3F8F63"))
    top = base - 190 * size
    if chance.random() < 0.4:
        b.oval(x, top, 62 * size, 120 * size, colour)
        return
    for dx, dy, r in ((-52, 24, 62), (52, 24, 62), (0, -30, 82), (0, 34, 66)):
        b.dot(x + dx * size, top + dy * size, r * size, colour)


def mill(b: Brush, x: float, base: float, size: float = 1) -> None:
    """The old corn mill."""
    b.shape(
        [
            (x - 62 * size, base),
            (x - 38 * size, base - 190 * size),
            (x + 38 * size, base - 190 * size),
            (x + 62 * size, base),
        ],
        p.BRICK,
    )
    b.slice(x, base - 188 * size, 46 * size, 52 * size, (180, 360), p.INK)
    b.box(x - 14 * size, base - 52 * size, 28 * size, 52 * size, p.PAPER, 6 * size)
    for dx, dy in ((1, 0.45), (-0.45, 1), (-1, -0.45), (0.45, -1)):
        hub = (x, base - 200 * size)
        tip = (hub[0] + dx * 150 * size, hub[1] + dy * 150 * size)
        near = (hub[0] + dx * 40 * size, hub[1] + dy * 40 * size)
        side = (-dy * 26 * size, dx * 26 * size)
        b.shape(
            [
                near,
                tip,
                (tip[0] + side[0], tip[1] + side[1]),
                (near[0] + side[0], near[1] + side[1]),
            ],
            p.PAPER,
        )
        b.line([hub, tip], p.INK, 7 * size)
    b.dot(x, base - 200 * size, 10 * size, p.YELLOW)


def bunting(b: Brush, chance: Random, y: float) -> None:
    """Little flags on a string, from edge to edge."""
    points: list[Point] = [(i * 100, y + 70 - ((i - 6) / 6) ** 2 * 70) for i in range(13)]
    b.line(points, p.INK, 4)
    for (x1, y1), (x2, y2) in pairwise(points):
        flag = [(x1 + 14, y1 + (y2 - y1) * 0.14), (x2 - 14, y1 + (y2 - y1) * 0.86)]
        b.shape([*flag, ((x1 + x2) / 2, (y1 + y2) / 2 + 62)], chance.choice(p.BRIGHT))
