"""What goes to PostgreSQL in a list comes out the same."""

from datetime import UTC, datetime
from uuid import uuid4

import psycopg
import pytest
from psycopg.adapt import PyFormat, Transformer
from psycopg.pq import Format
from psycopg.types.array import ListDumper
from psycopg.types.json import Json

from plein.lib.postgres_lists import QuickLists, register

NASTY = ['{"nl": "Zij zei: \\"ja\\""}', "\\", '"', "", "NULL", "null", "a,b", "{x}", " ", "é ት 😀"]


@pytest.fixture
def told():
    """(bytes, its type) of a list, by a map of types with our lists in it."""
    ours = psycopg.adapt.AdaptersMap(psycopg.adapters)
    ours.register_dumper(list, QuickLists)

    def tell(values):
        class Context:
            adapters, connection = ours, None

        dumper = Transformer(Context()).get_dumper(values, PyFormat.TEXT)
        assert isinstance(dumper, QuickLists)
        return bytes(dumper.dump(values)), dumper.oid

    return tell


def read(said, oid):
    return Transformer().get_loader(oid, Format.TEXT).load(said)


@pytest.mark.parametrize(
    "values",
    [
        NASTY,
        [1, 2, 70_000],
        [True, False],
        [None, "a", None],
        [1.5, None],
        [uuid4(), uuid4()],
        [datetime(2026, 11, 23, 5, 30, tzinfo=UTC)],
        [["a", '"'], ["b", "\\"]],
    ],
)
def test_a_list_comes_out_as_it_went_in(told, values):
    said, oid = told(values)

    assert read(said, oid or psycopg.adapters.types["text"].array_oid) == values


def test_so_does_a_list_of_json(told):
    said, oid = told([Json({"nl": 'Zij zei: "ja"'}), Json(["\\"])])

    assert read(said, oid) == [{"nl": 'Zij zei: "ja"'}, ["\\"]]


def test_an_empty_list_is_empty(told):
    assert told([])[0] == b"{}"


def test_every_connection_gets_them(monkeypatch):
    kept = []
    monkeypatch.setattr(psycopg.adapters, "register_dumper", lambda *said: kept.append(said))

    register()

    assert kept == [(list, QuickLists)]
    assert issubclass(QuickLists, ListDumper)
