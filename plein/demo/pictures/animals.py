"""A dog, a cat and a rabbit."""

from plein.demo.pictures import palette as p
from plein.demo.pictures.brush import Brush


def dog(b: Brush, x: float, base: float, coat: str, size: float = 1) -> None:
    """A dog that sits and waits for a stick."""
    dark = p.DARK_WOOD if coat != p.DARK_WOOD else p.INK
    b.line(
        [
            (x - 80 * size, base - 30 * size),
            (x - 128 * size, base - 60 * size),
            (x - 136 * size, base - 100 * size),
        ],
        coat,
        24 * size,
    )
    b.blob(
        [
            (x - 90 * size, base - 6 * size),
            (x - 84 * size, base - 100 * size),
            (x - 20 * size, base - 190 * size),
            (x + 50 * size, base - 180 * size),
            (x + 62 * size, base - 80 * size),
            (x + 66 * size, base - 4 * size),
        ],
        coat,
    )
    for dx in (14, 52):
        b.box(x + dx * size - 17 * size, base - 120 * size, 34 * size, 120 * size, coat, 16 * size)
        b.oval(x + dx * size + 6 * size, base - 8 * size, 26 * size, 12 * size, dark)
    b.oval(x - 52 * size, base - 12 * size, 44 * size, 18 * size, dark)
    b.oval(x + 36 * size, base - 226 * size, 70 * size, 62 * size, coat)
    b.oval(x + 84 * size, base - 206 * size, 44 * size, 32 * size, p.SAND)
    b.oval(x + 118 * size, base - 222 * size, 16 * size, 12 * size, p.INK)
    b.bow(x + 92 * size, base - 206 * size, 24 * size, 18 * size, (20, 130), p.INK, 4 * size)
    b.dot(x + 52 * size, base - 240 * size, 8 * size, p.INK)
    b.blob(
        [
            (x - 6 * size, base - 272 * size),
            (x - 52 * size, base - 238 * size),
            (x - 44 * size, base - 172 * size),
            (x - 8 * size, base - 200 * size),
        ],
        dark,
    )
    b.line(
        [(x - 14 * size, base - 168 * size), (x + 64 * size, base - 160 * size)], p.BRICK, 14 * size
    )
    b.dot(x + 56 * size, base - 146 * size, 11 * size, p.YELLOW)


def cat(b: Brush, x: float, base: float, coat: str, size: float = 1) -> None:
    """A cat that sits and has seen you."""
    b.bow(x + 76 * size, base - 50 * size, 52 * size, 44 * size, (-80, 120), coat, 22 * size)
    b.blob(
        [
            (x - 70 * size, base),
            (x - 62 * size, base - 90 * size),
            (x, base - 170 * size),
            (x + 62 * size, base - 90 * size),
            (x + 70 * size, base),
        ],
        coat,
    )
    b.oval(x, base - 60 * size, 34 * size, 56 * size, p.SAND)
    for side in (-1, 1):
        b.shape(
            [
                (x + side * 62 * size, base - 262 * size),
                (x + side * 66 * size, base - 190 * size),
                (x + side * 10 * size, base - 226 * size),
            ],
            coat,
        )
        b.oval(x + side * 26 * size, base - 8 * size, 24 * size, 14 * size, p.SAND)
    b.oval(x, base - 180 * size, 70 * size, 58 * size, coat)
    for side in (-1, 1):
        b.oval(x + side * 26 * size, base - 188 * size, 8 * size, 11 * size, p.INK)
        b.bow(
            x + side * 9 * size, base - 166 * size, 9 * size, 8 * size, (0, 180), p.INK, 3.4 * size
        )
        for tilt in (-8, 6):
            b.line(
                [
                    (x + side * 40 * size, base - 164 * size),
                    (x + side * 92 * size, base - (164 + tilt) * size),
                ],
                p.INK,
                2.4 * size,
            )
    b.oval(x, base - 170 * size, 8 * size, 6 * size, p.BRICK)


def rabbit(b: Brush, x: float, base: float, coat: str, size: float = 1) -> None:
    """A round rabbit in the grass."""
    b.dot(x - 92 * size, base - 40 * size, 22 * size, p.PAPER)
    b.oval(x - 10 * size, base - 62 * size, 92 * size, 64 * size, coat)
    for dx in (52, 84):
        b.oval(x + dx * size, base - 190 * size, 17 * size, 64 * size, coat)
        b.oval(x + dx * size, base - 186 * size, 8 * size, 46 * size, p.PINK)
    b.oval(x + 70 * size, base - 108 * size, 54 * size, 50 * size, coat)
    b.dot(x + 84 * size, base - 116 * size, 7 * size, p.INK)
    b.oval(x + 120 * size, base - 102 * size, 8 * size, 6 * size, p.BRICK)
    b.oval(x + 30 * size, base - 8 * size, 44 * size, 14 * size, p.PAPER)
