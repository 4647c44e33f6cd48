"""People and animals: nobody in particular, everybody a little."""

from random import Random

from plein.demo.pictures import palette as p
from plein.demo.pictures.brush import Brush


def person(b: Brush, chance: Random, x: float, base: float, size: float = 1) -> None:
    """Somebody standing, about 300 high."""
    skin, shirt = chance.choice(p.SKIN), chance.choice(p.BRIGHT)
    legs = chance.choice((p.INK, p.SOFT, p.DARK_WOOD))
    for side in (-1, 1):
        b.line(
            [(x + side * 20 * size, base - 110 * size), (x + side * 20 * size, base - 14 * size)],
            legs,
            30 * size,
        )
        b.oval(x + side * 26 * size, base - 8 * size, 24 * size, 11 * size, p.INK)
        b.line(
            [(x + side * 40 * size, base - 200 * size), (x + side * 62 * size, base - 122 * size)],
            shirt,
            26 * size,
        )
        b.dot(x + side * 63 * size, base - 114 * size, 14 * size, skin)
    if chance.random() < 0.35:
        b.shape(
            [
                (x - 40 * size, base - 150 * size),
                (x + 40 * size, base - 150 * size),
                (x + 62 * size, base - 62 * size),
                (x - 62 * size, base - 62 * size),
            ],
            shirt,
        )
    b.box(x - 48 * size, base - 225 * size, 96 * size, 130 * size, shirt, 34 * size)
    head(b, chance, x, base - 268 * size, skin, size)


def bust(b: Brush, chance: Random, x: float, base: float, size: float = 1) -> None:
    """Somebody behind a table or in a car: head and shoulders."""
    skin, shirt = chance.choice(p.SKIN), chance.choice(p.BRIGHT)
    b.box(x - 62 * size, base - 110 * size, 124 * size, 130 * size, shirt, 46 * size)
    head(b, chance, x, base - 150 * size, skin, size)


def head(b: Brush, chance: Random, x: float, y: float, skin: str, size: float) -> None:
    """A friendly head, its hair, scarf or cap."""
    hair, style = (
        chance.choice(p.HAIR),
        chance.choice(("short", "long", "bun", "scarf", "cap", "curls")),
    )
    cloth = chance.choice(p.BRIGHT)
    back = {"long": hair, "scarf": cloth, "bun": hair, "curls": hair}.get(style)
    if style == "long":
        b.box(x - 48 * size, y - 40 * size, 96 * size, 104 * size, hair, 40 * size)
    elif style == "scarf":
        b.oval(x, y + 8 * size, 52 * size, 62 * size, cloth)
    elif style == "bun":
        b.dot(x, y - 52 * size, 22 * size, hair)
    elif style == "curls":
        for dx, dy in ((-38, -14), (38, -14), (-26, -36), (26, -36), (0, -44), (-42, 10), (42, 10)):
            b.dot(x + dx * size, y + dy * size, 20 * size, hair)
    b.box(
        x - 13 * size,
        y + 24 * size,
        26 * size,
        30 * size,
        back if style == "scarf" and back else skin,
        8 * size,
    )
    b.oval(x, y, 40 * size, 44 * size, skin)
    if style == "scarf":
        b.slice(x, y - 12 * size, 44 * size, 38 * size, (190, 350), cloth)
    elif style == "cap":
        b.slice(x, y - 10 * size, 43 * size, 40 * size, (180, 360), cloth)
        b.box(x - 6 * size, y - 16 * size, 62 * size, 10 * size, cloth, 5 * size)
    else:
        b.slice(x, y - 8 * size, 42 * size, 40 * size, (182, 358), hair)
    face(b, chance, x, y, size)


def face(b: Brush, chance: Random, x: float, y: float, size: float) -> None:
    """Two eyes, a smile, sometimes glasses."""
    for side in (-1, 1):
        b.dot(x + side * 15 * size, y + 4 * size, 4.5 * size, p.INK)
        if size >= 1.5:
            b.oval(x + side * 24 * size, y + 16 * size, 7 * size, 5 * size, p.PINK)
    b.bow(x, y + 12 * size, 14 * size, 12 * size, (25, 155), p.INK, 3.6 * size)
    if chance.random() < 0.25:
        for side in (-1, 1):
            b.bow(
                x + side * 15 * size,
                y + 4 * size,
                12 * size,
                12 * size,
                (0, 360),
                p.INK,
                2.6 * size,
            )
        b.line([(x - 3 * size, y + 4 * size), (x + 3 * size, y + 4 * size)], p.INK, 2.6 * size)


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
