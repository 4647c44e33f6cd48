"""A page shows a piece of another app without knowing that app."""

import pytest
from django.test import RequestFactory


def test_a_piece_is_a_link_that_htmx_replaces(write):
    link = write('{% piece "ui:offline" label="Who fits?" %}').one("a")

    assert link["href"] == link["data-hx-get"] == "/offline/"
    assert link["data-hx-target"] == "this"
    assert link["data-hx-swap"] == "outerHTML"


def test_the_link_has_words_for_who_has_no_javascript(write):
    assert write('{% piece "ui:offline" label="Who fits?" %}').words == "Who fits?"


def test_without_that_app_nothing_is_printed(write):
    assert write('{% piece "matching-of-no-app:for_post" 7 label="x" %}').html == ""


def test_words_of_a_piece_are_never_markup(write):
    assert "<b>" not in write('{% piece "ui:offline" label=words %}', words="<b>").html


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/prikbord/?kind=ask&after=9", "?kind=offer"),
        ("/prikbord/?area=m&after=9", "?area=m&amp;kind=offer"),
        ("/prikbord/", "?kind=offer"),
    ],
)
def test_a_filter_keeps_the_other_filters_and_begins_at_the_first_page(write, address, expected):
    request = RequestFactory().get(address)

    assert write('{% with_query kind="offer" after=None %}', request=request).html == expected


def test_an_address_somebody_made_up_stays_harmless(write):
    request = RequestFactory().get("/", {"q": '"><script>'})

    assert "<script>" not in write("{% with_query page=2 %}", request=request).html
