"""The same items in every form: on the screen, in each file, and on each paper."""

import random
import re
from dataclasses import replace
from io import BytesIO

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader

from plein.bridges.overviews import queries
from plein.bridges.overviews.cards import Reading
from plein.bridges.overviews.files.forms import FORMS
from plein.bridges.overviews.files.taken import taken
from plein.bridges.overviews.houses import house_of
from plein.bridges.overviews.lists import lists_for
from plein.bridges.overviews.models import Row
from plein.bridges.overviews.paging import page_of
from plein.bridges.overviews.reading import read
from plein.bridges.overviews.shown_as import VIEWS
from plein.bridges.overviews.tests.parity import HOUSES, fill, on_screen, random_query, titles_in
from plein.bridges.publications import posters, printing
from plein.bridges.publications.content import Chosen, chosen
from plein.bridges.publications.shapes import BY_KEY
from plein.foundation.communities import tree

PAPERS = ("boekje", "poster-a4", "lijst-pdf")
"""One of each group; the other shapes print the same data."""


@pytest.fixture
def town(noor, bram, fatima, centrum):
    filled = fill(noor, bram, fatima, centrum)
    return tree.of(filled.pk).town


def paged(town, house, filters):
    """Every public title on the pages of a visitor, once."""
    after, seen = "", []
    while after is not None:
        found = queries.find(queries.eyes_of(None, town), house, replace(filters, after=after))
        page = page_of(found, Reading(None, town, {}))
        seen += [row.title for row in page.rows if row.audience == "public"]
        after = page.after or None
    return list(dict.fromkeys(seen))


def in_file(form, file):
    """The titles in it, read back from its bytes."""
    return titles_in(form, FORMS[form].make(file, file.url))


def on_paper(shape, found):
    """The titles handed to the printer."""
    if not found.rows:
        return []
    data = printing.data_of(found, BY_KEY[shape])
    if shape == "lijst-pdf":
        return [row[0] for row in data.rows]
    parts = [data] if shape == "poster-a4" else data["sections"]
    return [item["title"] for part in parts for item in part["items"]]


@pytest.mark.parametrize("seed", range(4))
def test_every_form_has_what_a_visitor_sees_for_fifty_random_choices(town, seed):
    """Screen, file and paper each find their things anew; one file and one paper are opened."""
    chance, several = random.Random(seed), 0
    dated = set(Row.objects.exclude(moments=None).values_list("title", flat=True))
    for _ in range(50):
        house = house_of(HOUSES[chance.choice(list(HOUSES))])
        lists = lists_for(town, house)
        filters = read(random_query(chance), lists)
        seen = paged(town, house, filters)
        several += len(seen) > 1
        file, found = taken(town, house, filters, lists), Chosen(town, house, filters)
        form, shape = chance.choice(list(FORMS)), chance.choice(PAPERS)

        assert [row.title for row in file.rows] == seen, filters
        assert [row.title for row in found.rows] == seen, filters
        there = set(seen) & dated if form == "ics" else set(seen)
        assert sorted(in_file(form, file)) == sorted(there), (form, filters)
        printed = seen[: posters.MOST] if shape == "poster-a4" else seen
        assert sorted(on_paper(shape, found)) == sorted(printed), (shape, filters)
    assert several > 12, "and most questions find something"


def test_so_it_is_by_the_addresses_of_the_site(town):
    """Photos, map and list; and each file, in the order of the screen."""
    client, query = Client(), {"wijk": "centrum"}
    for house in HOUSES:
        seen = on_screen(client, house, query)
        views = [on_screen(client, house, query | {"weergave": view}) for view in VIEWS]
        files = {
            form: titles_in(form, client.get(f"/{house}/overzicht.{form}", query).content)
            for form in FORMS
        }

        assert seen
        assert views == [seen] * 3
        assert files["csv"] == files["xlsx"] == files["json"] == seen
        assert sorted(files["atom"]) == sorted(seen)
        assert house != "agenda" or sorted(files["ics"]) == sorted(seen)


def read_back(shape, content):
    if shape.ending == "docx":
        words = "\n".join(each.text for each in Document(BytesIO(content)).paragraphs)
    else:
        words = "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return " ".join(words.split())


def test_what_is_printed_is_what_a_visitor_sees(town, settings, tmp_path):
    """Set, printed, and read back by another program."""
    settings.MEDIA_ROOT = tmp_path
    every = set(Row.objects.values_list("title", flat=True))
    found = chosen(town, "directory", "wijk=centrum")
    seen = set(paged(town, found.house, found.filters))
    assert 1 < len(seen) < min(len(every), posters.MOST)

    for shape in (BY_KEY[key] for key in (*PAPERS, "boekje-kopie", "lijst-tekst")):
        data = printing.data_of(found, shape)
        words = read_back(shape, printing.printed(data, found, shape))

        there = {title for title in every if re.search(rf"\b{re.escape(title)}\b", words)}
        assert there == seen, shape.key
