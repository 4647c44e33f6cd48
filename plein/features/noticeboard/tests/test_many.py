"""A busy board costs a page no more than a quiet one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plein.features.noticeboard.models import Post, Response
from plein.features.noticeboard.tests.making import agreed, answered, make_ask, make_offer
from plein.lib.codes import short_code
from plein.lib.keys import uuid7
from plein.testing.cast import make_member

MINE = "/prikbord/mijn/"
MOST = 12


def copies(post, number, **changes):
    """The same post many times more, in one go."""
    fields = {f.attname: getattr(post, f.attname) for f in Post._meta.concrete_fields}
    made = [
        Post(**fields | changes | {"id": uuid7(), "code": short_code(8)}) for _ in range(number)
    ]
    return Post.objects.bulk_create(made)


def answers(posts, by, talk=None):
    town = by.town_id
    Response.objects.bulk_create(
        Response(town_id=town, post=post, author=by, conversation=talk) for post in posts
    )


def queries(client, path):
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


@pytest.mark.parametrize("who", ["guest", "nadia", "bram", "noor", "fatima"])
def test_a_post_asks_as_much_on_a_busy_board(as_member, request, noor, who):
    ask = make_ask(noor)
    copies(ask, 9)
    client = as_member(None if who == "guest" else request.getfixturevalue(who))
    client.get(ask.get_absolute_url())
    few = queries(client, ask.get_absolute_url())

    copies(ask, 290)

    assert queries(client, ask.get_absolute_url()) == few <= MOST


def test_a_post_asks_as_much_with_many_answers(as_member, noor, bram):
    ask = make_ask(noor)
    answered(ask, bram)
    client = as_member(noor)
    client.get(ask.get_absolute_url())
    few = queries(client, ask.get_absolute_url())

    for number in range(5):
        answered(ask, make_member(f"Buur{number}", noor.home))

    assert queries(client, ask.get_absolute_url()) == few <= MOST


def test_my_page_asks_as_much_with_many_posts_and_answers(as_member, noor, bram):
    ask, offer = make_ask(bram), make_offer(noor)
    talk = answered(ask, noor)
    client = as_member(noor)
    client.get(MINE)
    few = queries(client, MINE)

    copies(offer, 150)
    copies(offer, 150, closed_at=timezone.now(), closing="found")
    answers(copies(ask, 300), noor, talk)

    assert queries(client, MINE) == few <= MOST


def test_an_appointment_asks_as_much_however_many_there_are(as_member, noor, bram, fatima):
    ask = make_ask(noor)
    response = agreed(ask, bram)
    path = f"/prikbord/afspraak/{response.conversation.code}/"
    client = as_member(noor)
    client.get(path)
    few = queries(client, path)

    for _ in range(3):
        agreed(make_ask(noor), fatima)

    assert queries(client, path) == few <= MOST


@pytest.mark.parametrize("name", ["open", "afgesloten", "reacties"])
def test_of_many_the_newest_twenty_stand_there_and_older_ones_follow(as_member, noor, bram, name):
    seed = make_ask(bram if name == "reacties" else noor)
    now = {"closed_at": timezone.now(), "closing": "found"} if name == "afgesloten" else {}
    made = [copies(seed, 1, title=f"Nummer {n:02}", **now)[0] for n in range(30)]
    if name == "reacties":
        answers(made, by=noor)
    client = as_member(noor)

    first = client.get(MINE).content.decode()
    last = (Response if name == "reacties" else Post).objects.order_by("-id")[19].pk
    older = client.get(f"{MINE}?{name}={last}").content.decode()

    assert f'href="?{name}={last}"' in first
    assert "Toon oudere" in first
    assert ("Nummer 10" in first, "Nummer 09" in first) == (True, False)
    assert ("Nummer 10" in older, "Nummer 09" in older) == (False, True)
    assert "Toon oudere" not in older


@pytest.mark.parametrize("odd", ["x", "", "0", "'", "00000000-0000-0000-0000-000000000000"])
def test_an_odd_key_still_shows_a_page(as_member, noor, odd):
    assert as_member(noor).get(MINE, {"open": odd, "reacties": odd}).status_code == 200


def test_the_key_of_anothers_post_shows_nothing_of_them(as_member, noor, bram):
    other = make_ask(bram)

    text = as_member(noor).get(MINE, {"open": other.pk, "reacties": other.pk}).content.decode()

    assert "Kanarie" not in text


def test_a_code_that_is_taken_is_not_given_again(monkeypatch, noor):
    taken = make_ask(noor).code
    codes = iter([taken, taken, "kkkkk"])
    monkeypatch.setattr("plein.features.noticeboard.queries.short_code", lambda: next(codes))

    assert make_ask(noor).code == "kkkkk"


def test_two_towns_may_have_the_same_code(as_member, monkeypatch, noor, joost):
    monkeypatch.setattr("plein.features.noticeboard.queries.short_code", lambda: "kkkkk")

    here, there = make_offer(noor, title="Van Noor"), make_offer(joost, title="Van Joost")

    text = as_member(joost, host="elders.testserver").get(there.get_absolute_url())
    assert "Van Joost" in text.content.decode()
    assert "Van Noor" in as_member(noor).get(here.get_absolute_url()).content.decode()
