"""What rolls through the street."""

from plein.demo.pictures import palette as p
from plein.demo.pictures.brush import Brush


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
