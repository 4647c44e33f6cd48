"""As a welfare desk would: older people, company, one wijk and one word give a short list.

On one page, as photos, map and list, and the same items in every file and on every paper.
"""

import re
from io import BytesIO
from urllib.parse import urlencode

import pytest
from docx import Document
from pypdf import PdfReader

from plein.bridges.overviews.actions import index_town
from plein.bridges.overviews.files.forms import FORMS
from plein.bridges.overviews.models import Row
from plein.bridges.overviews.shown_as import VIEWS
from plein.bridges.overviews.tests.parity import titles_in
from plein.bridges.publications.shapes import BY_KEY
from plein.features.activities.tests.making import make_activity
from plein.features.directory.sheet import Help, Spot
from plein.features.directory.tests.making import make_entry
from plein.foundation import jobs

CHOSEN = {
    "doelgroep": "ouderen",
    "thema": "gezelschap",
    "wijk": "molenwijk",
    "zoek": "koffie",
}
SHORT = {
    "agenda": {"Koffie voor 65-plus", "Schaken met koffie", "Wandelen, daarna koffie"},
    "organisaties": {"Ontmoetingshuis De Wiek", "Zonnebloem Molenwijk"},
}
SHORT["zoeken"] = SHORT["agenda"] | SHORT["organisaties"]
PATHS = {"agenda": "agenda", "organisaties": "directory", "zoeken": ""}


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def town(noor, molenwijk, centrum, waterdrecht):
    """Three evenings and two houses that fit, and beside each what misses one of the choices."""
    fits = {"theme": "gezelschap", "groups": ("ouderen",), "text": "We schenken koffie."}
    for title in SHORT["agenda"]:
        make_activity(noor, title=title, **fits)
    make_activity(noor, title="Koffie in een andere wijk", community=centrum, **fits)
    make_activity(noor, title="Koffie voor jongeren", **fits | {"groups": ("jongeren",)})
    make_activity(noor, title="Koffie in de tuin", **fits | {"theme": "tuin"})
    make_activity(noor, title="Zingen bij de piano", **fits | {"text": "Alleen zang."})
    for title in SHORT["organisaties"]:
        house(molenwijk, title)
    house(centrum, "Ontmoetingshuis Centrum")
    house(molenwijk, "Jeugdhonk", groups=("jongeren",))
    house(
        molenwijk,
        "Moestuin De Schoffel",
        themes=("tuin",),
        services=(Help("Tuinieren", theme="tuin"),),
    )
    house(molenwijk, "Zangclub De Kanarie", about="We zingen.")
    index_town(waterdrecht.pk)
    return waterdrecht


def house(community, name, **said):
    """What it is about is told by what somebody can go there for."""
    usual = {
        "line": "Samen zijn.",
        "about": "De koffie staat klaar.",
        "themes": (),
        "groups": ("ouderen",),
        "services": (Help("Inloop", theme="gezelschap"),),
        "locations": (Spot(street="Molenpark 1", postcode="4291AA", place="Waterdrecht"),),
    }
    return make_entry(community, name, **usual | said)


@pytest.mark.parametrize("path", SHORT)
@pytest.mark.parametrize("view", VIEWS)
def test_it_is_a_short_list_on_one_page_three_ways(client, town, path, view):
    page = client.get(f"/{path}/", CHOSEN | {"weergave": view})

    assert {row.title for row in page.context["page"].rows} == SHORT[path]
    assert not page.context["more_url"], "one page"
    text = page.content.decode()
    assert {title for title in titles_of(town) if title in text} == SHORT[path]


@pytest.mark.parametrize("path", SHORT)
def test_it_is_the_same_in_every_file(client, town, path):
    for form in FORMS:
        content = client.get(f"/{path}/overzicht.{form}", CHOSEN).content
        dated = SHORT["agenda"] if form == "ics" else SHORT["zoeken"]

        assert sorted(titles_in(form, content)) == sorted(SHORT[path] & dated), form


@pytest.mark.once
@pytest.mark.parametrize("path", SHORT)
def test_it_is_the_same_on_every_paper(client, town, path):
    """Chosen on the page, made by the worker, and read back by another program."""
    page = f"/op-papier/?{urlencode(CHOSEN | {'lijst': PATHS[path]})}"
    assert f"{len(SHORT[path])} dingen" in client.get(page).content.decode()
    orders = {shape: client.post(page, {"vorm": shape}).url for shape in BY_KEY}
    jobs.run_pending(strict=True)

    for shape, order in orders.items():
        paper = b"".join(client.get(f"{order}bestand/").streaming_content)
        words = words_of(paper, BY_KEY[shape].ending)
        there = {each for each in titles_of(town) if re.search(rf"\b{re.escape(each)}\b", words)}
        rest = len(SHORT[path] - there)
        fits_not = BY_KEY[shape].group == "poster" and f"En nog {rest} op de site" in words
        assert there <= SHORT[path], shape
        assert not rest or fits_not, (shape, words)


def test_typed_in_one_line_it_is_found_as_well(client, town):
    """In their own words: for seniors, to meet."""
    page = client.get("/zoeken/", {"zoek": "senioren ontmoeten koffie", "wijk": "molenwijk"})

    assert {row.title for row in page.context["page"].rows} == SHORT["zoeken"]


def titles_of(town):
    return set(Row.objects.filter(town=town.pk).values_list("title", flat=True))


def words_of(content, ending):
    if ending == "docx":
        words = "\n".join(each.text for each in Document(BytesIO(content)).paragraphs)
    else:
        words = "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return " ".join(words.split())
