"""Stories in the green: a garden, pets, a walk along the river, a bench."""

from random import Random

from plein.demo.pictures import animals, folk, gables, scenery, things
from plein.demo.pictures import palette as p
from plein.demo.pictures.brush import Brush


def garden(b: Brush, chance: Random) -> None:
    """A bed of flowers, a hedge and a watering can."""
    scenery.outdoors(b, chance, p.GRASS, 560)
    gables.house(b, chance, (chance.choice((90, 880)), 560), (220, 330), chance.choice(p.HOUSES))
    scenery.tree(b, chance, chance.choice((440, 560)), 570, 1.3)
    for i in range(14):
        b.dot(30 + i * 90, 560, 56, p.GREEN)
    folk.person(b, chance, chance.choice((260, 360)), 770, 1.45)
    b.blob([(-40, 900), (0, 770), (400, 740), (800, 770), (1240, 750), (1240, 920)], p.DARK_WOOD)
    for i in range(13):
        things.flower(b, chance, 520 + i * 54, 830 + (i % 3) * 14, chance.randint(90, 230))
    can = chance.choice((p.BLUE, p.YELLOW, p.PLUM))
    b.bow(120, 740, 50, 60, (90, 270), can, 16)
    b.shape([(200, 770), (290, 690), (304, 706), (210, 810)], can)
    b.box(110, 700, 120, 130, can, 16)
    b.oval(298, 694, 14, 28, can)


def pets(b: Brush, chance: Random) -> None:
    """A dog, a cat or rabbits, in the park."""
    scenery.outdoors(b, chance, p.GRASS, 600)
    for x in (130, 330, 940):
        scenery.tree(b, chance, x + chance.randint(-40, 40), 620, chance.uniform(0.9, 1.2))
    b.blob([(-40, 920), (200, 740), (600, 690), (900, 720), (1260, 660), (1260, 920)], p.MEADOW)
    coat = chance.choice(
        (p.WOOD, p.DARK_WOOD, p.ORANGE, p.STONE, p.INK if chance.random() < 0.2 else p.WOOD)
    )
    beast = chance.choice(("dog", "dog", "cat", "rabbit"))
    folk.person(b, chance, 840, 800, 1.5)
    if beast == "dog":
        animals.dog(b, 470, 820, coat, 1.15)
    elif beast == "cat":
        animals.cat(b, 470, 820, coat, 1.15)
    else:
        animals.rabbit(b, 340, 820, p.STONE, 1.3)
        animals.rabbit(b, 600, 840, p.WOOD, 1.0)
    for i in range(9):
        x = chance.randint(20, 1180)
        b.dot(x, 866, 10, chance.choice((p.PAPER, p.YELLOW, p.PINK)))
        b.line([(x, 876), (x, 896)], p.GREEN, 4)
        b.dot(x, 866, 4 if i else 5, p.ORANGE)


def walk(b: Brush, chance: Random) -> None:
    """Walkers on the dyke along the river, with the mill."""
    scenery.outdoors(b, chance, p.MEADOW, 520)
    scenery.mill(b, chance.choice((230, 960)), 540, 1.1)
    for x in (480, 600, 720):
        scenery.tree(b, chance, x, 530, chance.uniform(0.4, 0.6))
    b.blob(
        [(-60, 600), (300, 560), (700, 590), (1260, 540), (1260, 680), (700, 700), (-60, 690)],
        p.WATER,
    )
    for _ in range(6):
        x, y = chance.randint(60, 1060), chance.randint(610, 660)
        b.line([(x, y), (x + 70, y)], p.PAPER, 6)
    b.blob([(-60, 700), (400, 680), (900, 700), (1260, 670), (1260, 960), (-60, 960)], p.GRASS)
    b.blob(
        [(-60, 830), (400, 780), (900, 800), (1260, 760), (1260, 880), (900, 900), (-60, 940)],
        p.SAND,
    )
    count = chance.choice((2, 2, 3))
    start = chance.choice((340, 460, 560))
    for i in range(count):
        folk.person(b, chance, start + i * 180, 840 + (i % 2) * 16, 1.35 - 0.08 * (i % 2))
    if chance.random() < 0.4:
        animals.dog(b, start - 160, 860, p.WOOD, 0.75)


def care(b: Brush, chance: Random) -> None:
    """Two people on a bench under a tree."""
    scenery.outdoors(b, chance, p.GRASS, 600)
    gables.street(b, chance, 600, 200)
    scenery.tree(b, chance, chance.choice((190, 1010)), 680, 2.1)
    b.blob([(-60, 920), (200, 720), (700, 690), (1260, 730), (1260, 940)], p.MEADOW)
    b.box(270, 520, 660, 36, p.WOOD, 10)
    b.box(270, 580, 660, 36, p.WOOD, 10)
    for x in (460, 720):
        folk.bust(b, chance, x, 690, 1.6)
    blanket = chance.choice((p.BRICK, p.PLUM, p.BLUE, p.YELLOW))
    b.box(360, 668, 200, 130, blanket, 30)
    for i in range(4):
        b.box(372 + i * 48, 676, 16, 116, p.ASK_CARD, 6)
    b.box(628, 680, 184, 110, p.SOFT, 34)
    for x in (290, 880):
        b.box(x, 560, 26, 300, p.INK, 8)
    for x in (410, 500, 670, 760):
        b.box(x - 20, 760, 40, 90, p.INK, 14)
        b.oval(x + 4, 852, 32, 13, p.INK)
    things.heart(b, 590, 300, p.BRICK, 0.9)
    b.oval(600, 884, 380, 12, p.LEAF)
