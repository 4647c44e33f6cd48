"""The coach as people see it: folded away, and gone when a text is simple."""

import pytest
from django.template import Context, Template

HARD = "Gelieve tijdig te reserveren."


def shown(*texts, asked=False) -> str:
    page = Template("{% load ui %}{% easier one two asked=asked %}")
    one, two = (*texts, None)[:2]
    return page.render(Context({"one": one, "two": two, "asked": asked}))


def test_a_tip_is_folded_away_and_says_that_it_need_not():
    html = shown("Koffie", HARD)

    assert '<details class="fold">' in html
    assert "“tijdig”: makkelijker is “op tijd”." in html
    assert "Het hoeft niet." in html


def test_who_asks_sees_it_at_once():
    assert '<details class="fold" open>' in shown(HARD, asked=True)


def test_simple_words_get_nothing_and_a_kind_word_for_who_asks():
    assert shown("Wie drinkt er koffie mee?").strip() == ""
    assert "Dit leest makkelijk" in shown("Wie drinkt er koffie mee?", asked=True)


@pytest.mark.parametrize("texts", [(None,), ("",), (" \n",), (7, None)])
def test_an_empty_field_is_no_trouble(texts):
    assert shown(*texts).strip() == ""


def test_what_somebody_typed_is_escaped():
    assert "&lt;B&gt;" not in shown("<b>tijdig</b>")
    assert "<script>" not in shown("<script> " + "heel " * 30)
