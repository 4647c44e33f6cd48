"""What stands in a room."""

from random import Random

from plein.demo.pictures import palette as p
from plein.demo.pictures.brush import Brush


def table(b: Brush, chance: Random, top: float) -> None:
    """A table with a cloth, as wide as a good afternoon."""
    cloth = chance.choice((p.BRICK, p.GREEN, p.BLUE, p.PLUM))
    for x in (170, 990):
        b.box(x, top, 40, 900 - top, p.DARK_WOOD, 8)
    b.box(90, top, 1020, 34, p.WOOD, 12)
    b.box(140, top, 920, 110, cloth)
    for i in range(23):
        b.slice(160 + i * 40, top + 110, 20, 22, (0, 180), cloth)
    for i in range(12):
        b.dot(180 + i * 76, top + 66, 11, p.ASK)


def pot_plant(b: Brush, chance: Random, x: float, base: float, size: float = 1) -> None:
    """A plant that did well."""
    leaf = chance.choice((p.GREEN, p.LEAF))
    for dx, dy in ((-56, -150), (-28, -196), (0, -216), (30, -192), (58, -148)):
        tip = (x + dx * size, base + dy * size)
        b.blob(
            [
                (x, base - 70 * size),
                (x + dx * 0.2 * size - 16 * size, base - 130 * size),
                tip,
                (x + dx * 0.9 * size + 8 * size, base - 120 * size),
            ],
            leaf,
        )
    pot = chance.choice((p.BRICK, p.YELLOW, p.BLUE, p.PAPER))
    b.shape(
        [
            (x - 52 * size, base - 84 * size),
            (x + 52 * size, base - 84 * size),
            (x + 38 * size, base),
            (x - 38 * size, base),
        ],
        pot,
    )
    b.box(x - 58 * size, base - 96 * size, 116 * size, 26 * size, pot, 6 * size)


def boxes(b: Brush, chance: Random, x: float, base: float) -> None:
    """Three boxes, well packed."""
    for dx, dy, wide, high in ((0, 0, 230, 170), (196, 0, 170, 130), (40, 170, 170, 120)):
        colour = chance.choice((p.WOOD, "#C99766", "#D7AC7E"))
        b.box(x + dx, base - dy - high, wide, high, colour, 4)
        b.box(x + dx + wide * 0.42, base - dy - high, wide * 0.16, high, p.SAND)
        b.box(x + dx + 16, base - dy - 40, 44, 24, p.PAPER, 3)


def chair(b: Brush, x: float, base: float, colour: str) -> None:
    """A wooden chair."""
    for dx in (0, 130):
        b.box(x + dx, base - 150, 18, 150, p.DARK_WOOD, 6)
    b.box(x, base - 350, 18, 220, p.DARK_WOOD, 6)
    b.box(x + 10, base - 340, 30, 130, colour, 14)
    b.box(x - 8, base - 168, 168, 34, colour, 14)


def lamp(b: Brush, x: float, drop: float, colour: str) -> None:
    """A hanging lamp that shines."""
    b.shape([(x - 90, drop), (x + 90, drop), (x + 260, drop + 400), (x - 260, drop + 400)], p.ASK)
    b.line([(x, 0), (x, drop - 70)], p.INK, 7)
    b.dot(x, drop + 14, 28, p.YELLOW)
    b.slice(x, drop + 14, 96, 92, (180, 360), colour)


def ladder(b: Brush, x: float, base: float, tall: float) -> None:
    """A pair of steps."""
    b.line([(x + 150, base - tall), (x + 250, base)], p.STONE, 18)
    for dx in (0, 130):
        b.line([(x + dx, base), (x + dx * 0.3 + 100, base - tall)], p.SOFT, 18)
    for i in range(1, 6):
        part = i / 6
        left, right = x + 100 * part, x + 130 - 91 * part + 100 * part
        b.line([(left, base - tall * part), (right, base - tall * part)], p.SOFT, 14)


def toolbox(b: Brush, chance: Random, x: float, base: float) -> None:
    """A toolbox with a hammer and a saw."""
    b.box(x + 36, base - 230, 24, 130, p.WOOD, 8)
    b.box(x, base - 252, 100, 44, p.SOFT, 8)
    b.shape(
        [(x - 70, base - 110), (x - 30, base - 236), (x - 4, base - 236), (x + 10, base - 110)],
        p.STONE,
    )
    b.bow(x + 20, base - 120, 90, 60, (180, 360), p.INK, 14)
    b.box(x - 120, base - 120, 280, 120, chance.choice((p.BRICK, p.YELLOW, p.BLUE)), 14)
    b.box(x - 120, base - 78, 280, 12, p.INK)
    b.box(x, base - 92, 44, 38, p.PAPER, 6)
