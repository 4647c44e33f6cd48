"""What lies on tables, in bags and in flower beds."""

from random import Random

from plein.demo.pictures import palette as p
from plein.demo.pictures.brush import Brush


def cup(b: Brush, x: float, base: float, colour: str, size: float = 1) -> None:
    """A cup on a saucer, still warm."""
    b.bow(x + 52 * size, base - 56 * size, 28 * size, 26 * size, (-90, 90), colour, 13 * size)
    b.box(x - 54 * size, base - 100 * size, 108 * size, 50 * size, colour, 6 * size)
    b.slice(x, base - 54 * size, 54 * size, 48 * size, (0, 180), colour)
    b.oval(x, base - 100 * size, 54 * size, 13 * size, p.PAPER)
    b.oval(x, base - 99 * size, 45 * size, 9 * size, p.DARK_WOOD)
    b.oval(x, base - 4 * size, 84 * size, 11 * size, p.PAPER)
    for dx in (-20, 10):
        b.bow(x + dx * size, base - 146 * size, 9 * size, 16 * size, (90, 270), p.PAPER, 6 * size)
        b.bow(x + dx * size, base - 178 * size, 9 * size, 16 * size, (-90, 90), p.PAPER, 6 * size)


def flower(b: Brush, chance: Random, x: float, base: float, tall: float) -> None:
    """A flower with a round heart."""
    colour, r = (
        chance.choice((p.YELLOW, p.BRICK, p.PLUM, p.PINK, p.ORANGE, p.PAPER)),
        tall * 0.1 + 8,
    )
    b.line([(x, base), (x, base - tall)], p.GREEN, 8)
    b.blob(
        [
            (x, base - tall * 0.3),
            (x + 30, base - tall * 0.5),
            (x + 46, base - tall * 0.52),
            (x + 26, base - tall * 0.34),
        ],
        p.LEAF,
    )
    for dx, dy in ((0, -1), (0.87, -0.5), (0.87, 0.5), (0, 1), (-0.87, 0.5), (-0.87, -0.5)):
        b.dot(x + dx * r * 1.15, base - tall + dy * r * 1.15, r * 0.8, colour)
    b.dot(x, base - tall, r * 0.75, p.DARK_WOOD if colour == p.YELLOW else p.YELLOW)


def bag(b: Brush, chance: Random, x: float, base: float) -> None:
    """A shopping bag with bread and leek."""
    b.box(x - 66, base - 292, 22, 150, p.LEAF, 10)
    b.box(x - 40, base - 316, 22, 170, p.GREEN, 10)
    b.box(x - 4, base - 306, 62, 160, p.WOOD, 30)
    for y in (270, 236):
        b.line([(x + 14, base - y), (x + 40, base - y - 14)], p.SAND, 7)
    b.dot(x + 74, base - 196, 34, p.BRICK)
    colour = chance.choice((p.BLUE, p.PLUM, p.GREEN))
    b.shape([(x - 104, base - 200), (x + 104, base - 200), (x + 88, base), (x - 88, base)], colour)
    b.bow(x, base - 196, 46, 66, (0, 180), p.PAPER, 12)
    b.dot(x, base - 60, 22, p.YELLOW)


def crate(b: Brush, chance: Random, x: float, base: float) -> None:
    """A crate with fruit."""
    colour = chance.choice((p.BRICK, p.ORANGE, p.LEAF, p.YELLOW, p.PLUM))
    for row, count in ((0, 5), (1, 4)):
        for i in range(count):
            px = x - 76 + i * 38 + row * 19
            b.dot(px, base - 82 - row * 26, 22, colour)
            b.dot(px - 7, base - 90 - row * 26, 5, p.PAPER)
    b.box(x - 108, base - 84, 216, 84, p.WOOD, 6)
    for y in (58, 30):
        b.box(x - 108, base - y, 216, 7, p.DARK_WOOD)


def guitar(b: Brush, x: float, base: float, wood: str) -> None:
    """A guitar against the wall."""
    b.box(x - 15, base - 520, 30, 300, p.DARK_WOOD, 6)
    b.box(x - 26, base - 580, 52, 84, p.INK, 10)
    b.dot(x, base - 122, 118, wood)
    b.dot(x, base - 258, 84, wood)
    b.dot(x, base - 214, 38, p.INK)
    b.box(x - 44, base - 112, 88, 18, p.DARK_WOOD, 6)
    for dx in (-8, 0, 8):
        b.line([(x + dx, base - 540), (x + dx, base - 104)], p.SAND, 2)


def note(b: Brush, x: float, y: float, colour: str, size: float = 1) -> None:
    """Two quavers, tied."""
    for dx, dy in ((0, 0), (76, -16)):
        b.oval(x + dx * size, y + dy * size, 24 * size, 18 * size, colour)
        b.line(
            [(x + (dx + 19) * size, y + dy * size), (x + (dx + 19) * size, y + (dy - 112) * size)],
            colour,
            10 * size,
        )
    b.line([(x + 19 * size, y - 112 * size), (x + 95 * size, y - 128 * size)], colour, 22 * size)


def heart(b: Brush, x: float, y: float, colour: str, size: float = 1) -> None:
    """A heart."""
    for side in (-1, 1):
        b.dot(x + side * 26 * size, y - 16 * size, 32 * size, colour)
    b.shape([(x - 54 * size, y), (x + 54 * size, y), (x, y + 62 * size)], colour)


def book(b: Brush, x: float, y: float, colour: str) -> None:
    """An open book."""
    b.box(x - 236, y - 14, 472, 178, colour, 14)
    for side in (-1, 1):
        b.blob(
            [
                (x, y - 4),
                (x + side * 110, y - 40),
                (x + side * 220, y - 22),
                (x + side * 220, y + 138),
                (x + side * 110, y + 122),
                (x, y + 148),
            ],
            p.PAPER,
        )
        for i in range(4):
            b.line(
                [
                    (x + side * 44, y + 8 + i * 28),
                    (x + side * (180 - 26 * (i % 2)), y - 2 + i * 28),
                ],
                p.LINE if i else colour,
                9,
            )


def speech(b: Brush, x: float, y: float, colour: str, lines: int) -> None:
    """Somebody says something."""
    b.box(x - 130, y - 84, 260, 150, colour, 46)
    b.shape([(x - 70, y + 50), (x - 10, y + 60), (x - 86, y + 112)], colour)
    for i in range(lines):
        b.line(
            [(x - 82, y - 42 + i * 36), (x + 82 - 50 * (i == lines - 1), y - 42 + i * 36)],
            p.PAPER,
            13,
        )
