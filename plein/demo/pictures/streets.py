"""Stories in the street: the market, a ride, a playground, a long table."""

from random import Random

from plein.demo.pictures import folk, furniture, gables, scenery, things, wheels
from plein.demo.pictures import palette as p
from plein.demo.pictures.brush import Brush


def market(b: Brush, chance: Random) -> None:
    """A market stall before the gables."""
    scenery.outdoors(b, chance, p.STONE, 640)
    gables.street(b, chance, 640, 380)
    stripe = chance.choice((p.BRICK, p.GREEN, p.BLUE))
    for x in (330, 1130):
        b.box(x, 330, 18, 500, p.DARK_WOOD)
    folk.bust(b, chance, chance.choice((560, 700)), 650, 1.35)
    for i in range(8):
        colour = stripe if i % 2 == 0 else p.PAPER
        b.shape(
            [
                (320 + i * 104, 290),
                (424 + i * 104, 290),
                (424 + i * 104, 390),
                (320 + i * 104, 390),
            ],
            colour,
        )
        b.slice(372 + i * 104, 390, 52, 40, (0, 180), colour)
    b.box(330, 640, 820, 190, p.WOOD, 8)
    for i in range(3):
        things.crate(b, chance, 470 + i * 250, 690)
    folk.person(b, chance, 130, 850, 1.5)
    things.bag(b, chance, 270, 870)


def ride(b: Brush, chance: Random) -> None:
    """A car with two people, or two on bikes, along the street."""
    scenery.outdoors(b, chance, p.MEADOW, 600)
    gables.street(b, chance, 610, 330)
    b.box(0, 690, 1200, 210, p.SOFT)
    for i in range(7):
        b.box(i * 190, 850, 100, 14, p.PAPER, 7)
    if chance.random() < 0.65:
        for x in (510, 650):
            folk.bust(b, chance, x, 700, 0.95)
        wheels.car(b, 600, 820, chance.choice((p.BRICK, p.YELLOW, p.GREEN, p.PLUM)))
    else:
        wheels.bike(b, 380, 820, chance.choice((p.BRICK, p.GREEN)), 1.25)
        wheels.bike(b, 850, 820, chance.choice((p.YELLOW, p.PLUM)), 1.1)
    scenery.tree(b, chance, chance.choice((90, 1110)), 690, 1.1)


def play(b: Brush, chance: Random) -> None:
    """A playground with a slide, a swing and a ball."""
    scenery.outdoors(b, chance, p.GRASS, 600)
    gables.street(b, chance, 600, 210)
    b.blob([(100, 920), (180, 720), (600, 670), (1040, 720), (1120, 920)], p.SAND)
    slide = chance.choice((p.BRICK, p.YELLOW, p.PLUM))
    for x in (700, 780):
        b.line([(x, 830), (x, 470)], p.BLUE, 18)
    for i in range(5):
        b.line([(700, 780 - i * 66), (780, 780 - i * 66)], p.BLUE, 14)
    b.line([(790, 500), (850, 520), (980, 740), (1060, 790)], slide, 48)
    b.shape([(670, 470), (740, 390), (810, 470)], slide)
    for x in (150, 500):
        b.line([(x, 830), (x + 40, 430)], p.DARK_WOOD, 18)
    b.line([(180, 430), (550, 430)], p.DARK_WOOD, 20)
    seat = chance.choice((310, 350, 390))
    folk.person(b, chance, seat, 740, 0.85, child=True)
    for side in (-56, 56):
        b.line([(350 + side * 0.9, 430), (seat + side, 690)], p.INK, 6)
    b.box(seat - 70, 684, 140, 16, p.BRICK, 6)
    folk.person(b, chance, 590, 850, 1.0, child=True)
    b.dot(480, 830, 44, p.YELLOW)
    b.bow(480, 830, 22, 44, (-90, 90), p.BRICK, 8)
    b.line([(436, 830), (524, 830)], p.BRICK, 8)


def together(b: Brush, chance: Random) -> None:
    """Neighbours behind a long table under flags."""
    scenery.outdoors(b, chance, p.STONE, 620)
    gables.street(b, chance, 620, 370)
    scenery.bunting(b, chance, 50)
    for i in range(4):
        folk.person(b, chance, 210 + i * 260 + chance.randint(-20, 20), 800, 1.4)
    furniture.table(b, chance, 650)
    for i in range(3):
        things.cup(b, 270 + i * 210, 660, chance.choice((p.YELLOW, p.SKY, p.PAPER)), 0.75)
    b.box(900, 480, 130, 180, p.STONE, 22)
    b.box(915, 462, 100, 26, p.INK, 10)
    b.box(952, 620, 26, 34, p.INK, 6)
    b.oval(770, 656, 80, 14, p.PAPER)
    b.slice(770, 650, 62, 62, (180, 360), p.PINK)
    b.dot(770, 586, 14, p.BRICK)
