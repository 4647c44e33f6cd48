"""Files of Waterdrecht, and one that stands, for a stranger on the site of another town."""

from plein.bridges.publications import actions, keys
from plein.bridges.publications.tests.making import make_offer_row, make_standing, ordered


def _order(cast) -> dict[str, object]:
    return {"key": ordered(cast.waterdrecht).key}


def _standing(cast) -> dict[str, object]:
    return {"code": make_standing(cast.noor, cast.waterdrecht).code}


def _asked(cast):
    standing = make_standing(cast.noor, cast.waterdrecht)
    return standing, actions.add_reader(standing, "balie@bieb.example", by=cast.noor)


def _reader(cast) -> dict[str, object]:
    standing, reader = _asked(cast)
    return {"code": standing.code, "key": reader.pk}


def _key(cast) -> dict[str, object]:
    _standing, reader = _asked(cast)
    return {"key": keys.reader_url(reader, cast.waterdrecht).rstrip("/").rpartition("/")[2]}


FENCE = {
    "publications:poster": lambda cast: {"key": make_offer_row(cast.noor)},
    "publications:order": _order,
    "publications:file": _order,
    "publications:keep": _order,
    "publications:standing": _standing,
    "publications:newest": _standing,
    "publications:stop": _standing,
    "publications:readers": _standing,
    "publications:drop-reader": _reader,
    "publications:reader": _key,
}

OPEN = {"publications:take-along": "a button to the choosing page of the site one is on"}
