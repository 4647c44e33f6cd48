"""Who keeps the page of their own ask open sees a new answer come in."""

import re

from plein.features.noticeboard.tests.making import answered, make_ask

PART = {"HX-Request": "true"}


def asks_for(text):
    """Where the open page looks again; empty when it does not."""
    found = re.search(r'id="answers".*?data-hx-get="([^"]+)" data-hx-trigger="every 15s"', text)
    return found.group(1) if found else ""


def test_a_new_answer_comes_in_by_itself(as_member, noor, bram):
    ask = make_ask(noor)
    page = as_member(noor)
    again = asks_for(page.get(ask.get_absolute_url()).content.decode())
    assert page.get(again, headers=PART).status_code == 204

    answered(ask, bram)

    text = page.get(again, headers=PART).content.decode()
    assert "Bram" in text
    assert "<html" not in text
    assert page.get(asks_for(text), headers=PART).status_code == 204


def test_without_htmx_it_is_the_page_itself(as_member, noor):
    ask = make_ask(noor)

    assert as_member(noor).get(f"{ask.get_absolute_url()}reacties/").url == ask.get_absolute_url()


def test_only_the_author_can_look(as_member, noor, bram, nadia, client):
    url = f"{make_ask(noor).get_absolute_url()}reacties/"

    assert as_member(bram).get(url, headers=PART).status_code == 403
    assert as_member(nadia).get(url, headers=PART).status_code in (403, 404)
    assert client.get(url, headers={"host": "testserver"} | PART).status_code in (302, 404)


def test_the_page_of_another_looks_for_nothing(as_member, noor, bram):
    text = as_member(bram).get(make_ask(noor).get_absolute_url()).content.decode()

    assert not asks_for(text)
