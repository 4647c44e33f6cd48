"""The index copies content of the notice board; its pages hold nothing in their address."""

from plein.bridges.overviews.houses import EVERYTHING, HOUSES
from plein.bridges.overviews.tests.making import indexed, make_ask, make_offer


def fill(cast):
    """Something to be seen on the board of Waterdrecht, and nowhere else."""
    return indexed(make_ask(cast.noor), make_offer(cast.bram))


FENCE: dict = {}
OPEN: dict = {
    f"{house.url_name}-file": "the address holds a form of file; see test_files for whose rows"
    for house in (*HOUSES, EVERYTHING)
}
