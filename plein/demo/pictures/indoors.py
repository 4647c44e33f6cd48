"""Stories that happen inside: coffee, a job, a screen, a letter, music, things."""

from random import Random

from plein.demo.pictures import folk, furniture, scenery, things, wheels
from plein.demo.pictures import palette as p
from plein.demo.pictures.brush import Brush


def company(b: Brush, chance: Random) -> None:
    """Two or three people at a table with coffee."""
    scenery.room(b, chance)
    scenery.window(b, chance, 420, 90, 360, 250)
    furniture.pot_plant(b, chance, chance.choice((150, 1050)), 640, 1.25)
    seats = chance.choice(((350, 850), (300, 600, 900)))
    for x in seats:
        folk.bust(b, chance, x, 630, 1.5)
    furniture.table(b, chance, 620)
    for x in seats:
        things.cup(
            b, x + chance.choice((-50, 50)), 630, chance.choice((p.YELLOW, p.PAPER, p.SKY)), 0.9
        )
    b.oval(600, 628, 92, 16, p.PAPER)
    for i in range(5):
        b.oval(546 + i * 27, 612 - (i % 2) * 10, 24, 14, p.WOOD)


def odd_jobs(b: Brush, chance: Random) -> None:
    """A lamp or a shelf, with somebody who knows how."""
    scenery.room(b, chance)
    helper = chance.choice((330, 380))
    if chance.random() < 0.6:
        furniture.lamp(b, 760, 230, chance.choice((p.BRICK, p.GREEN, p.BLUE)))
        furniture.ladder(b, 560, 760, 430)
    else:
        for y in (240, 410):
            b.box(600, y, 420, 22, p.DARK_WOOD, 6)
            for i in range(7):
                high = chance.randint(70, 120)
                b.box(630 + i * 36, y - high, 30, high, chance.choice(p.BRIGHT), 4)
            furniture.pot_plant(b, chance, 950, y, 0.5)
        furniture.ladder(b, 700, 760, 330)
    folk.person(b, chance, helper, 780, 1.7)
    furniture.toolbox(b, chance, 900, 790)


def screens(b: Brush, chance: Random) -> None:
    """A laptop and a telephone on a desk, and somebody waving on the screen."""
    scenery.room(b, chance, 900)
    scenery.window(b, chance, chance.choice((90, 800)), 110, 300, 230)
    b.box(0, 650, 1200, 250, p.WOOD)
    b.box(0, 650, 1200, 20, p.DARK_WOOD)
    b.box(350, 260, 500, 350, p.INK, 26)
    b.box(374, 284, 452, 302, chance.choice((p.SKY, p.OFFER, p.ASK)), 8)
    folk.bust(b, chance, 560, 566, 1.25)
    if chance.random() < 0.6:
        folk.bust(b, chance, 710, 566, 1.0)
    b.shape([(300, 610), (900, 610), (960, 700), (240, 700)], p.STONE)
    for row in range(3):
        b.box(330 - row * 14, 626 + row * 22, 540 + row * 28, 12, p.PAPER, 6)
    b.box(980, 560, 110, 210, p.INK, 20)
    b.box(990, 576, 90, 168, p.OFFER, 6)
    things.heart(b, 1035, 650, p.BRICK, 0.55)
    things.cup(b, 150, 800, chance.choice((p.YELLOW, p.BRICK, p.PLUM)), 1.1)


def language(b: Brush, chance: Random) -> None:
    """A book, a letter and two people talking."""
    scenery.room(b, chance)
    colours = chance.sample((p.BLUE, p.GREEN, p.PLUM, p.BRICK), 3)
    folk.bust(b, chance, 300, 640, 1.6)
    folk.bust(b, chance, 900, 640, 1.6)
    things.speech(b, 490, 190, colours[0], 3)
    things.speech(b, 760, chance.choice((110, 150, 210)), colours[1], 2)
    b.box(60, 640, 1080, 260, p.WOOD, 18)
    b.box(60, 640, 1080, 18, p.DARK_WOOD, 9)
    things.book(b, 600, 700, colours[2])
    b.box(160, 726, 180, 116, p.PAPER, 6)
    b.shape([(160, 728), (340, 728), (250, 800)], p.LINE)
    b.line([(930, 830), (1060, 740)], p.YELLOW, 20)
    b.shape([(915, 822), (932, 846), (896, 852)], p.SAND)


def music(b: Brush, chance: Random) -> None:
    """A stage with a curtain and people who sing or play."""
    b.box(0, 0, 1200, 900, chance.choice((p.INK, "#3A1F49", p.BLUE)))
    b.shape(
        [(520, 0), (680, 0), (1000, 700), (200, 700)],
        chance.choice(("#6B4A86", "#3E6191", "#8A5A6B")),
    )
    b.box(0, 690, 1200, 210, p.WOOD)
    b.box(0, 690, 1200, 16, p.DARK_WOOD)
    curtain = chance.choice((p.BRICK, p.PLUM, p.GREEN))
    for i in range(4):
        for x in (i * 56, 1144 - i * 56):
            b.box(x, 0, 56, 700 - i * 24, curtain if i % 2 == 0 else p.INK, 26)
            b.box(x + 6, 0, 44, 690 - i * 24, curtain, 20)
    for i in range(12):
        b.slice(50 + i * 100, 0, 56, 110, (0, 180), curtain)
    count = chance.choice((2, 3))
    for i in range(count):
        folk.person(b, chance, 600 + (i - (count - 1) / 2) * 190, 760, 1.35)
    things.guitar(b, chance.choice((330, 870)), 800, chance.choice((p.WOOD, p.ORANGE, p.BRICK)))
    for x in chance.sample((330, 470, 620, 760, 850), 3):
        things.note(b, x, chance.randint(210, 320), chance.choice((p.PAPER, p.PINK, p.PAPER)), 0.7)


def belongings(b: Brush, chance: Random) -> None:
    """Things that may go to somebody else."""
    scenery.room(b, chance)
    scenery.window(b, chance, 440, 80, 320, 230)
    furniture.boxes(b, chance, 110, 800)
    furniture.chair(b, chance.choice((880, 920)), 800, chance.choice(p.BRIGHT))
    if chance.random() < 0.5:
        wheels.bike(b, 670, 810, chance.choice((p.BRICK, p.GREEN, p.PLUM)), 0.85)
    else:
        for i in range(6):
            high = chance.randint(110, 160)
            b.box(540 + i * 46, 800 - high, 40, high, chance.choice(p.BRIGHT), 4)
    b.line([(840, 800), (840, 380)], p.INK, 10)
    b.shape([(780, 400), (900, 400), (870, 300), (810, 300)], p.YELLOW)
    b.oval(840, 800, 54, 12, p.INK)


def kitchen(b: Brush, chance: Random) -> None:
    """Two cooks and a large pan."""
    scenery.room(b, chance)
    scenery.window(b, chance, chance.choice((120, 800)), 100, 280, 220)
    for x in (430, 790):
        folk.bust(b, chance, x, 640, 1.6)
    b.box(60, 620, 1080, 280, p.PAPER, 10)
    b.box(40, 610, 1120, 34, p.SOFT, 10)
    for x in (110, 370, 630, 890):
        b.box(x, 680, 200, 190, p.LINE, 10)
        b.box(x + 60, 700, 80, 12, p.SOFT, 6)
    pan = chance.choice((p.BRICK, p.BLUE, p.GREEN))
    b.box(490, 500, 230, 118, pan, 20)
    for x in (462, 714):
        b.box(x, 530, 34, 22, p.INK, 10)
    b.oval(605, 502, 115, 20, chance.choice((p.ORANGE, p.YELLOW, p.LEAF)))
    for dx in (-50, 0, 50):
        b.bow(605 + dx, 440, 12, 24, (90, 270), p.PAPER, 9)
        b.bow(605 + dx, 392, 12, 24, (-90, 90), p.PAPER, 9)
    for i in range(4):
        b.dot(210 + i * 52, 588, 26, chance.choice((p.BRICK, p.ORANGE, p.LEAF)))
    things.cup(b, 980, 616, chance.choice((p.YELLOW, p.PLUM)), 0.9)
