"""How much time, which wijk and theme: a page that shows that much."""

from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
import time_machine
from django.http import QueryDict
from django.utils import timezone

from plein.bridges.dayboard import queries
from plein.bridges.dayboard.choice import Choice, choice_from
from plein.bridges.dayboard.models import MatterRow
from plein.testing.cast import make_member

DAY = "/dagstart/"


@pytest.mark.parametrize(
    ("asked", "minutes"), [("10", 10), ("60", 60), ("", 30), ("9999", 30), ("-1", 30), ("x", 30)]
)
def test_time_is_one_of_three(asked, minutes):
    assert choice_from(QueryDict(f"tijd={asked}")).minutes == minutes


@pytest.mark.parametrize("asked", ["", "x", "' or 1=1"])
def test_what_is_no_wijk_is_the_whole_place(asked):
    assert choice_from(QueryDict(f"wijk={asked}")) == Choice()


def test_a_wijk_is_kept():
    key = uuid4()
    assert choice_from(QueryDict(f"wijk={key}")).area == key


class Rows(list):
    """What `fitting` needs of a query."""

    def filter(self, *_args, **_named):
        return self


@pytest.mark.parametrize(
    ("lengths", "minutes", "shown"),
    [([3, 3, 3, 3], 10, 3), ([15, 3], 10, 1), ([5, 5], 10, 2), ([], 10, 0), ([6, 6, 1], 10, 1)],
)
def test_as_much_as_fits_and_never_nothing(lengths, minutes, shown):
    """In order: a small thing further on does not jump the queue."""
    rows = Rows(SimpleNamespace(minutes=length) for length in lengths)

    assert len(queries.fitting(rows, minutes)) == shown


def test_ten_minutes_show_less_than_an_hour(as_member, fatima, molenwijk):
    for number in range(12):
        make_member(f"Buur{number:02}", molenwijk, greeted=False)
    browser = as_member(fatima)

    def shown(time):
        return browser.get(f"{DAY}?tijd={time}").content.decode().count('class="day__item"')

    assert (shown(10), shown(30), shown(60)) == (3, 10, 12)


def test_one_wijk_only(as_member, fatima, molenwijk, centrum):
    make_member("Hier", molenwijk, greeted=False), make_member("Daar", centrum, greeted=False)

    html = as_member(fatima).get(f"{DAY}?wijk={molenwijk.pk}").content.decode()

    assert "Hier" in html
    assert "Daar" not in html


def test_a_theme_nobody_has_shows_nothing_and_says_so(as_member, fatima, nadia):
    html = as_member(fatima).get(f"{DAY}?thema=tuin").content.decode()

    assert "Nadia" not in html
    assert "Hier wacht nu niets" in html


def test_only_the_layer_of_today_is_red(as_member, fatima, nadia):
    layers = as_member(fatima).get(DAY).context["layers"]

    assert [(str(layer["name"]), layer["red"]) for layer in layers] == [("Vandaag", True)]


def test_a_flood_asks_where_to_begin(as_member, fatima, molenwijk, centrum, monkeypatch):
    for number in range(12):
        make_member(f"Buur{number:02}", (molenwijk, centrum)[number % 2], greeted=False)
    monkeypatch.setattr("plein.bridges.dayboard.views.board.FLOOD", 11)

    with time_machine.travel(timezone.now() + timedelta(days=7)):
        html = as_member(fatima).get(f"{DAY}?tijd=10").content.decode()
        calm = as_member(fatima).get(f"{DAY}?tijd=10&wijk={molenwijk.pk}").content.decode()

    assert "Er wacht meer dan één mens kan doen" in html
    assert "3 van 12" in html
    assert "Centrum (6)" in html
    assert "Er wacht meer dan" not in calm


def test_a_tap_keeps_how_much_time_and_which_wijk(as_member, fatima, nadia, molenwijk):
    browser, asked = as_member(fatima), f"tijd=10&wijk={molenwijk.pk}"
    html = browser.get(f"{DAY}?{asked}").content.decode()
    row = MatterRow.objects.get()
    assert '<input type="hidden" name="tijd" value="10">' in html
    assert f'<input type="hidden" name="wijk" value="{molenwijk.pk}">' in html
    one = f"{DAY}zaak/{row.pk}/?{asked}"
    assert f'href="{one}"'.replace("&", "&amp;") in html
    assert f'href="{DAY}?{asked}"'.replace("&", "&amp;") in browser.get(one).content.decode()

    sent = {"tijd": "10", "wijk": str(molenwijk.pk)}
    assert browser.post(one, {"do": "let_go"}).url == f"{DAY}?{asked}"
    assert browser.post(f"{DAY}doen/", sent | {"all": "dayboard.greet"}).url == f"{DAY}?{asked}"
    assert browser.post(f"{DAY}doen/", sent | {"done": row.pk}).url == f"{DAY}?{asked}"
    assert browser.post(f"{DAY}doen/", {"done": row.pk}).url == DAY
