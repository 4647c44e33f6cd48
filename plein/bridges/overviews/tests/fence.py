"""The index copies content; a kept list stands in one place, and nowhere else."""

from plein.bridges.overviews.houses import EVERYTHING, HOUSES
from plein.bridges.overviews.models import SavedList
from plein.bridges.overviews.tests.making import indexed, make_ask, make_offer
from plein.features.directory.tests.making import make_entry


def fill(cast):
    """Something to be seen on the board of Waterdrecht, and nowhere else."""
    return indexed(make_ask(cast.noor), make_offer(cast.bram))


def kept(cast, **more):
    town = cast.waterdrecht
    made, _new = SavedList.objects.get_or_create(
        town=town, community=town, house="agenda", query="thema=tuin", name="Tuinlijst"
    )
    return {"code": made.code, **more}


def organisation(cast):
    made = make_entry(cast.waterdrecht).organisation
    indexed(made)
    return {"key": made.pk}


FENCE: dict = {
    "overviews:of-organisation": organisation,
    "overviews:saved": kept,
    "overviews:drop-saved": kept,
    "overviews:saved-file": lambda cast: kept(cast, form="csv"),
}
OPEN: dict = {
    f"{house.url_name}-file": "the address holds a form of file; see test_files for whose rows"
    for house in (*HOUSES, EVERYTHING)
}
