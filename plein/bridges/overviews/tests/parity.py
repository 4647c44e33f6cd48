"""A town of all kinds of things, random questions, and what screen and files answer to them."""

import io
import json
import random

import feedparser
import openpyxl
from icalendar import Calendar

from plein.bridges.overviews.tests.listings_made import made, moment
from plein.bridges.overviews.tests.making import indexed, make_ask, make_offer

HOUSES = {
    "prikbord": "noticeboard",
    "agenda": "agenda",
    "etalage": "showcase",
    "organisaties": "directory",
    "verhalen": "about",
    "zoeken": "",
}
"""{first part of the address: key of the house}"""


def fill(noor, bram, fatima, centrum):
    """Something of everything, private and public; gives its town."""
    waterdrecht, molenwijk = fatima.home.town, noor.home
    chance = random.Random(7)
    indexed(
        make_ask(noor, title="Geheime vraag"),
        make_ask(bram, title="Open vraag", audience="public"),
        make_offer(bram, title="Fietsen maken", theme="klussen"),
        make_offer(fatima, title="Samen tuinieren", theme="tuin"),
    )
    for number in range(24):
        part = [molenwijk, centrum, waterdrecht][number % 3]
        made(
            part,
            f"{chance.choice(['Koor', 'Eettafel', 'Taalles', 'Fietsclub'])} {number}",
            ["agenda", "showcase", "directory", "about"][number % 4],
            moments=[moment(days=chance.randrange(1, 40))] if number % 4 == 0 else [],
            theme=chance.choice(["tuin", "klussen", "taal-papieren", ""]),
            groups=tuple(chance.sample(["ouderen", "jongeren", "iedereen"], 2)),
            cost=chance.choice(["free", "paid", ""]),
            access=tuple(chance.sample(["wheelchair", "quiet", "lift"], 1)),
            languages=("nl",) if number % 2 else ("nl", "ar"),
            sinks=number % 3,
            more_areas=(centrum.pk,) if number % 6 == 0 else (),
        )
    goes_on = moment(days=-9, length=24 * 20)
    made(waterdrecht, "Tentoonstelling 24", "agenda", moments=[goes_on], theme="tuin")
    made(molenwijk, "Koor 25", "agenda", moments=[moment(days=330), moment(days=331)])
    return waterdrecht


def random_query(chance):
    choices = {
        "zoek": ["", "", "koor", "fiets", "taalles", "vraag", "tuin"],
        "thema": ["", "", "tuin", "klussen"],
        "doelgroep": ["", "", "ouderen", "iedereen"],
        "wijk": ["", "", "molenwijk", "centrum"],
        "kosten": ["", "", "gratis", "betaald"],
        "toegang": ["", "", "rolstoel", "rustig"],
        "taal": ["", "", "ar"],
        "tijd": ["", "", "avond"],
        "wanneer": ["", "", "maand", "week", "vandaag"],
        "bij": ["", "", "molenwijk"],
    }
    picked = {name: chance.choice(values) for name, values in choices.items()}
    some = chance.sample(sorted(picked), 4)
    return {name: value for name, value in picked.items() if value and name in some}


def on_screen(client, house, query):
    """Every public title a visitor pages through, once."""
    path, seen = f"/{house}/", []
    while path:
        page = client.get(path, query).context
        query = {}
        rows = page["page"].rows
        seen += [row.title for row in rows if row.audience == "public"]
        path = f"/{house}/{page['more_url']}" if page["more_url"] else ""
    return list(dict.fromkeys(seen))


def titles_in(form, content):
    """The titles in a file, as another program reads them."""
    if form == "csv":
        lines = content.decode("utf-8-sig").splitlines()[1:]
        return [line.split(";")[1] for line in lines]
    if form == "xlsx":
        rows = openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
        return [row[1] for row in list(rows)[1:]]
    if form == "atom":
        return [entry.title for entry in feedparser.parse(content).entries]
    if form == "json":
        return [item["title"] for item in json.loads(content)["items"]]
    events = Calendar.from_ical(content).walk("VEVENT")
    return list(dict.fromkeys(str(event["summary"]) for event in events))
