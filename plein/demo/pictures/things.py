"""Things on tables and in streets."""

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


def bike(b: Brush, x: float, base: float, colour: str, size: float = 1) -> None:
    """A Dutch bike with a basket."""
    s = size
    for wheel in (x - 130 * s, x + 130 * s):
        b.bow(wheel, base - 84 * s, 80 * s, 80 * s, (0, 360), p.INK, 11 * s)
        b.dot(wheel, base - 84 * s, 10 * s, p.INK)
    back, pedal, seat = (
        (x - 130 * s, base - 84 * s),
        (x - 14 * s, base - 84 * s),
        (x - 52 * s, base - 216 * s),
    )
    front, bar = (x + 130 * s, base - 84 * s), (x + 92 * s, base - 232 * s)
    for path in (
        [back, pedal, (bar[0] - 4 * s, bar[1] + 20 * s)],
        [back, (seat[0] + 10 * s, seat[1] + 32 * s)],
        [pedal, seat],
        [front, bar],
    ):
        b.line(path, colour, 13 * s)
    b.line([bar, (bar[0] - 44 * s, bar[1] - 22 * s)], p.INK, 11 * s)
    b.box(seat[0] - 44 * s, seat[1] - 14 * s, 84 * s, 20 * s, p.DARK_WOOD, 10 * s)
    b.dot(*pedal, 20 * s, p.SOFT)
    b.shape(
        [
            (x + 104 * s, base - 246 * s),
            (x + 196 * s, base - 246 * s),
            (x + 180 * s, base - 176 * s),
            (x + 120 * s, base - 176 * s),
        ],
        p.WOOD,
    )


def car(b: Brush, x: float, base: float, colour: str) -> None:
    """A small car, seen from the side; who sits in it is drawn before."""
    b.blob(
        [
            (x - 300, base - 40),
            (x - 306, base - 120),
            (x - 250, base - 156),
            (x, base - 162),
            (x + 240, base - 150),
            (x + 304, base - 106),
            (x + 300, base - 40),
        ],
        colour,
    )
    b.line(
        [(x - 196, base - 150), (x - 140, base - 268), (x + 78, base - 268), (x + 168, base - 150)],
        colour,
        22,
    )
    b.line([(x - 24, base - 262), (x - 24, base - 150)], colour, 18)
    b.box(x - 4, base - 128, 56, 12, p.PAPER, 6)
    b.oval(x + 284, base - 112, 18, 20, p.YELLOW)
    b.oval(x - 296, base - 112, 12, 20, p.BRICK if colour != p.BRICK else p.ORANGE)
    for wheel in (x - 180, x + 180):
        b.dot(wheel, base - 40, 64, p.INK)
        b.dot(wheel, base - 40, 30, p.STONE)


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
    b.slice(x, drop + 20, 260, 330, (35, 145), p.ASK)
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
