"""From a question at the desk to a printed list of three: 45 seconds of a person's hands.

Counted as the keystroke-level model counts (Card, Moran and Newell, 1983), for a slow typist: each
key, each move of the hand to the mouse, each look at the screen and each tap has its seconds.
"""

import re

import pytest

from plein.bridges.overviews.tests.listings_made import made

KEY, POINT, TAP, THINK, HOMING, ANSWER = 0.5, 1.1, 0.2, 1.35, 0.4, 1.0
"""Seconds; 0.5 for a key is somebody who looks for the letters."""
READ = 2 * THINK
MOST = 45.0
A_TAP = THINK + HOMING + POINT + TAP


@pytest.fixture
def places(waterdrecht):
    return [made(waterdrecht, f"Taalhuis {number}", phone="0184-555 020") for number in range(5)]


class Hands:
    """Somebody at the desk: the seconds so far, and the page in front of them."""

    def __init__(self, client):
        self.client, self.seconds, self.page = client, 0.0, ""

    def open(self, url):
        self.page = self.client.get(url).content.decode()
        self.seconds += ANSWER

    def type(self, words):
        self.seconds += THINK + KEY * (len(words) + 1)  # and Enter

    def tap(self, times=1):
        self.seconds += times * A_TAP


def test_from_question_to_three_printed_in_45_seconds(as_member, fatima, places):
    hands = Hands(as_member(fatima))

    hands.open("/balie/")
    assert re.search(r'<input[^>]*name="zoek"[^>]*autofocus', hands.page), "type at once"
    hands.type("taal")
    hands.open("/balie/?zoek=taal")
    boxes = re.findall(r'<input type="checkbox" name="ding" value="([^"]+)"', hands.page)
    assert len(boxes) == 5
    hands.seconds += 5 * READ
    hands.tap(3)
    target = re.search(r'formaction="([^"]+)"', hands.page)[1]
    hands.tap()
    hands.open(f"{target}?" + "&".join(f"ding={box}" for box in boxes[:3]))
    hands.type("")  # Ctrl and P; Enter in the window of the printer
    hands.type("P")

    assert len(re.findall(r"Taalhuis \d", hands.page)) >= 3
    assert "0184-555 020" in hands.page
    assert hands.seconds <= MOST, hands.seconds
    assert hands.seconds > 20, "nothing was left out of the count"


def test_it_also_works_by_keyboard_alone(as_member, fatima, places):
    """One form holds the search, the ticks and the basket: Tab and space are enough."""
    page = as_member(fatima).get("/balie/?zoek=taal").content.decode()
    form = re.search(r'<form method="get" action="/balie/".*?</form>', page, re.S)[0]
    assert form.count('type="checkbox" name="ding"') == 5
    assert 'formaction="/balie/mandje/"' in form
    assert 'tabindex="-1"' not in form
