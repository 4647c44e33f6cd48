"""Files of Waterdrecht, and one that stands, for a stranger on the site of another town."""

from plein.bridges.publications.tests.making import make_offer_row, make_standing, ordered


def _order(cast) -> dict[str, object]:
    return {"key": ordered(cast.waterdrecht).key}


def _standing(cast) -> dict[str, object]:
    return {"code": make_standing(cast.noor, cast.waterdrecht).code}


FENCE = {
    "publications:poster": lambda cast: {"key": make_offer_row(cast.noor)},
    "publications:order": _order,
    "publications:file": _order,
    "publications:keep": _order,
    "publications:standing": _standing,
    "publications:newest": _standing,
    "publications:stop": _standing,
}

OPEN = {"publications:take-along": "a button to the choosing page of the site one is on"}
