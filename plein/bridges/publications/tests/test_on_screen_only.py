"""A member hears how many things stay on the screen: what they page through, less the file."""

import random
import re

import pytest
from django.test import Client

from plein.bridges.overviews.actions import index_town
from plein.bridges.overviews.files.forms import FORMS
from plein.bridges.overviews.tests.listings_made import made, moment
from plein.bridges.overviews.tests.making import indexed, make_ask
from plein.bridges.overviews.tests.parity import HOUSES, fill, random_query, titles_in

SHEETS = [form for form in FORMS if form != "ics"]
TOLD = re.compile(r"(?:Nog )?(\d+) (?:vra\w+ )?sta\w+ alleen op het scherm")


@pytest.fixture
def town(noor, bram, fatima, centrum):
    """Something of everything, and of it much that only members read; some of it often."""
    filled = fill(noor, bram, fatima, centrum)
    indexed(*(make_ask(noor, title=f"Fiets lenen {number}") for number in range(4)))
    for number in range(12):
        house = ["agenda", "showcase", "directory", "about"][number % 4]
        made(
            [noor.home, centrum, filled][number % 3],
            f"Koor onder ons {number}",
            house,
            audience="members",
            moments=[moment(days=day) for day in (2, 9, 16)] if house == "agenda" else [],
            theme=["tuin", "klussen", ""][number % 3],
            groups=("ouderen", "iedereen"),
            public_words="koor",
            public_title={"nl": "Iets voor wie we kennen"},
        )
    return filled


def paged(client, path, query):
    """Every title on the pages of a member, once."""
    seen, first = [], None
    while path:
        answer = client.get(path, query)
        first, query = first or answer, {}
        seen += [row.title for row in answer.context["page"].rows]
        more = answer.context["more_url"]
        path = f"{answer.request['PATH_INFO']}{more}" if more else ""
    return first, set(seen)


def told(answer):
    found = TOLD.search(answer.content.decode())
    return int(found[1]) if found else 0


@pytest.mark.parametrize("seed", range(2))
def test_the_number_is_the_screen_less_the_file(as_member, town, bram, seed):
    """For thirty random choices, and so does the page where paper is chosen."""
    chance, browser, several = random.Random(seed), as_member(bram), 0
    for _ in range(30):
        house, query = chance.choice(list(HOUSES)), random_query(chance)
        page, seen = paged(browser, f"/{house}/", query)
        form = chance.choice(SHEETS)
        taken = titles_in(form, Client().get(f"/{house}/overzicht.{form}", query).content)
        paper = browser.get("/op-papier/", query | {"lijst": HOUSES[house]})

        assert set(taken) <= seen, (house, query)
        only = len(seen - set(taken))
        several += only > 1
        assert told(page) == only, (house, query)
        assert told(paper) == only, (house, query)
    assert several > 4, "and for some it is more than one"


def test_what_happens_often_counts_once(as_member, town, bram):
    index_town(town.pk)
    made(town, "Koffie onder ons", "agenda", audience="members", public_title={"nl": "Iets"},
         moments=[moment(days=day) for day in (1, 8, 15, 22)])  # fmt: skip

    text = as_member(bram).get("/agenda/", {"zoek": "koffie"}).content.decode()

    assert text.count("Koffie onder ons</a>") == 4
    assert "Nog 1 staat alleen op het scherm" in text
