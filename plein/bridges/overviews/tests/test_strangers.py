"""A fresh account reads no full ask anywhere, whatever page it opens (TRUST-7)."""

import re

import pytest

from plein.bridges.overviews.tests.making import indexed, make_ask
from plein.testing.cast import make_member, make_part

LINK = re.compile(
    r'(?:href|src|action|data-hx-get)="(/(?!static|beheer|uitloggen)[^"#]*|\?[^"#]*)"'
)
NAMES = ["Havenkwartier", "De Polder", "Westerpark", "Oude Dorp"]
CANARY = "kanarie"


@pytest.fixture
def six_wijken(waterdrecht, molenwijk, centrum):
    more = [make_part(waterdrecht, n, n.lower().replace(" ", "-")) for n in NAMES]
    return [molenwijk, centrum, *more]


@pytest.fixture
def asks(six_wijken):
    made = []
    for number, wijk in enumerate(six_wijken):
        author = make_member(f"Kanarievogel{number}", wijk)
        words = {"title": f"Kanarietitel {number}", "text": "Kanarietekst"}
        made += [make_ask(author, **words), make_ask(author, theme="tuin", **words)]
    return indexed(*made)


def crawl(client, start="/prikbord/", most=160):
    """Every page one can come to from the board, as text with its address."""
    waiting, seen = [start], {}
    while waiting and len(seen) < most:
        path = waiting.pop(0).replace("&amp;", "&")
        if path in seen:
            continue
        answer = client.get(path)
        text = "" if answer.streaming else answer.content.decode(errors="ignore")
        seen[path] = f"{path} {answer.headers} {text}"
        base = path.split("?")[0]
        for link in LINK.findall(text):
            waiting.append(base + link if link.startswith("?") else link)
    return seen


@pytest.mark.parametrize("who", ["guest", "nadia"])
def test_nothing_of_a_private_ask_reaches_who_was_not_greeted(as_member, request, asks, who):
    member = None if who == "guest" else request.getfixturevalue(who)

    seen = crawl(as_member(member))

    assert len(seen) > 30
    assert {post.get_absolute_url() for post in asks} <= set(seen)
    assert [path for path, text in seen.items() if CANARY in text.lower()] == []


def test_the_same_walk_by_a_greeted_neighbour_does_find_them(as_member, bram, asks):
    seen = crawl(as_member(bram), most=20)

    assert [path for path, text in seen.items() if CANARY in text.lower()]


@pytest.mark.parametrize("who", ["guest", "nadia"])
def test_nor_does_a_part_of_a_page(as_member, request, asks, who):
    client = as_member(None if who == "guest" else request.getfixturevalue(who))
    paths = ["/prikbord/", "/prikbord/?zoek=kanarietitel", *[a.get_absolute_url() for a in asks]]

    texts = [client.get(path, headers={"hx-request": "true"}).content.decode() for path in paths]

    assert not [text for text in texts if "Kanarie" in text]


@pytest.mark.parametrize("word", ["kanarietitel", "kanarietekst", "kanarievogel1"])
def test_nobody_outside_can_search_it_out(as_member, nadia, asks, word):
    for client in (as_member(), as_member(nadia)):
        assert client.get(f"/prikbord/?zoek={word}").context["found"].count == 0
