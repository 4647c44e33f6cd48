"""People: nobody in particular, everybody a little."""

from dataclasses import dataclass, replace
from random import Random

from plein.demo.pictures import palette as p
from plein.demo.pictures.brush import Brush

STYLES = (
    "short",
    "short",
    "short",
    "parted",
    "parted",
    "long",
    "long",
    "bun",
    "curls",
    "curls",
    "scarf",
    "cap",
    "bald",
)


@dataclass(frozen=True)
class Look:
    """How somebody looks today."""

    skin: str
    hair: str
    style: str
    shirt: str
    cloth: str
    glasses: bool
    beard: bool


def look(chance: Random, *, child: bool = False) -> Look:
    """Choose how somebody looks."""
    style = chance.choice([style for style in STYLES if not (child and style == "bald")])
    shirt, skin = chance.choice(p.BRIGHT), chance.choice(p.SKIN)
    hairs = [p.DARK_HAIR if skin in p.SKIN[3:] else p.HAIR, () if child else p.GREY_HAIR]
    return Look(
        skin=skin,
        hair=chance.choice([hair for some in hairs for hair in some]),
        style=style,
        shirt=shirt,
        cloth=chance.choice([colour for colour in p.BRIGHT if colour != shirt]),
        glasses=chance.random() < 0.25,
        beard=not child and style in {"short", "bald", "cap"} and chance.random() < 0.4,
    )


def person(  # where, how large and how old is five words
    b: Brush, chance: Random, x: float, base: float, size: float = 1, *, child: bool = False
) -> None:
    """Somebody standing, about 300 high."""
    who, legs = look(chance, child=child), chance.choice((p.INK, p.SOFT, p.DARK_WOOD))
    behind(b, who, x, base - 268 * size, size)
    for side in (-1, 1):
        foot = x + side * 20 * size
        b.line([(foot, base - 110 * size), (foot, base - 14 * size)], legs, 30 * size)
        b.oval(x + side * 26 * size, base - 8 * size, 24 * size, 11 * size, p.INK)
        sleeve = [
            (x + side * 40 * size, base - 200 * size),
            (x + side * 62 * size, base - 122 * size),
        ]
        b.line(sleeve, who.shirt, 26 * size)
        b.dot(x + side * 63 * size, base - 114 * size, 14 * size, who.skin)
    if who.style in {"long", "bun", "scarf"} and chance.random() < 0.6:
        top, hem = base - 150 * size, base - 62 * size
        skirt = [
            (x - 40 * size, top),
            (x + 40 * size, top),
            (x + 62 * size, hem),
            (x - 62 * size, hem),
        ]
        b.shape(skirt, who.shirt)
    b.box(x - 48 * size, base - 225 * size, 96 * size, 130 * size, who.shirt, 34 * size)
    head(b, who, x, base - 268 * size, size)


def any_name(chance: Random) -> Look:
    """A look that goes with every first name."""
    style = chance.choice(("short", "parted", "parted", "curls", "curls", "cap"))
    return replace(look(chance), style=style, beard=False)


def bust(
    b: Brush, chance: Random, x: float, base: float, size: float = 1, *, who: Look | None = None
) -> None:
    """Somebody behind a table or in a car: head and shoulders."""
    who = who or look(chance)
    behind(b, who, x, base - 150 * size, size)
    b.box(x - 62 * size, base - 110 * size, 124 * size, 130 * size, who.shirt, 46 * size)
    if who.style != "scarf":
        b.slice(x, base - 109 * size, 25 * size, 24 * size, (0, 180), p.PAPER)
    head(b, who, x, base - 150 * size, size)


def behind(b: Brush, who: Look, x: float, y: float, size: float) -> None:
    """Hair that hangs or stands behind the head."""
    if who.style == "long":
        b.box(x - 49 * size, y - 40 * size, 98 * size, 112 * size, who.hair, 42 * size)
    elif who.style == "bun":
        b.dot(x, y - 54 * size, 22 * size, who.hair)
    elif who.style == "curls":
        for dx, dy in ((-38, -14), (38, -14), (-26, -36), (26, -36), (0, -44), (-42, 10), (42, 10)):
            b.dot(x + dx * size, y + dy * size, 20 * size, who.hair)


def head(b: Brush, who: Look, x: float, y: float, size: float) -> None:
    """A friendly head, with what is on it."""
    neck = who.cloth if who.style == "scarf" else who.skin
    if who.style == "scarf":
        b.oval(x, y + 6 * size, 50 * size, 58 * size, who.cloth)
    else:
        for side in (-1, 1):
            b.oval(x + side * 40 * size, y + 6 * size, 8 * size, 11 * size, who.skin)
    b.box(x - 14 * size, y + 24 * size, 28 * size, 32 * size, neck, 12 * size)
    b.oval(x, y, 40 * size, 44 * size, who.skin)
    if who.beard:
        b.slice(x, y + 8 * size, 40 * size, 38 * size, (0, 180), who.hair)
        b.oval(x, y + 20 * size, 18 * size, 9 * size, who.skin)
    _on_top(b, who, x, y, size)
    face(b, who, x, y, size)


def _on_top(b: Brush, who: Look, x: float, y: float, size: float) -> None:
    if who.style == "scarf":
        b.slice(x, y - 12 * size, 43 * size, 38 * size, (192, 348), who.cloth)
    elif who.style == "cap":
        b.slice(x, y - 10 * size, 43 * size, 40 * size, (180, 360), who.cloth)
        b.box(x - 6 * size, y - 18 * size, 62 * size, 11 * size, who.cloth, 5 * size)
    elif who.style in {"parted", "long"}:
        b.slice(x, y - 6 * size, 42 * size, 42 * size, (178, 300), who.hair)
        b.slice(x, y - 6 * size, 42 * size, 42 * size, (270, 362), who.hair)
    elif who.style != "bald":
        b.slice(x, y - 8 * size, 42 * size, 40 * size, (182, 358), who.hair)


def face(b: Brush, who: Look, x: float, y: float, size: float) -> None:
    """Two eyes, a smile, sometimes glasses."""
    for side in (-1, 1):
        eye = x + side * 15 * size
        b.dot(eye, y + 4 * size, 4.5 * size, p.INK)
        if size >= 1.5 and not who.beard:
            b.oval(x + side * 25 * size, y + 17 * size, 7 * size, 5 * size, p.PINK)
        if who.glasses:
            b.bow(eye, y + 4 * size, 12 * size, 12 * size, (0, 360), p.INK, 2.6 * size)
    b.bow(x, y + 12 * size, 14 * size, 12 * size, (25, 155), p.INK, 3.6 * size)
    if who.glasses:
        b.line([(x - 3 * size, y + 4 * size), (x + 3 * size, y + 4 * size)], p.INK, 2.6 * size)
