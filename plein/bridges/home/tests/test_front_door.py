"""The front door of a place, and the pages that say what it is."""

import re

import pytest

from plein.foundation.communities import tree
from plein.foundation.communities.models import Community


def blocks(html: str) -> list[str]:
    main = html[html.index("<main") : html.index("</main>")]
    return re.findall(r"<h2[^>]*>(.*?)</h2>", main, re.DOTALL)


@pytest.mark.parametrize("who", [None, "noor", "nadia", "fatima"])
def test_everybody_finds_the_two_big_buttons(as_member, waterdrecht, request, who):
    member = request.getfixturevalue(who) if who else None

    html = as_member(member).get("/").content.decode()

    assert "Ik heb een vraag" in html
    assert "Ik wil iets doen" in html
    assert "Bel mij terug" in html
    assert "0184-555 010" in html


def test_home_has_at_most_three_blocks(as_member, noor, centrum):
    assert len(blocks(as_member(noor).get("/").content.decode())) <= 3


def test_the_front_page_asks_few_questions(as_member, noor, centrum, django_assert_max_num_queries):
    client = as_member(noor)
    client.get("/")

    with django_assert_max_num_queries(12):
        client.get("/")


def test_a_district_with_a_host_has_a_front_page_of_its_own(as_member, noor):
    html = as_member(noor, host="molenwijk.testserver").get("/").content.decode()

    assert "Buren in Molenwijk helpen elkaar" in html


@pytest.mark.parametrize("path", ["/", "/over/", "/wijken/", "/contact/"])
def test_a_guest_may_read_what_the_place_is(as_member, centrum, path):
    assert as_member().get(path).status_code == 200


def test_the_place_says_who_can_read_what(as_member, waterdrecht):
    html = as_member().get("/over/hoe-het-werkt/").content.decode()

    assert "vanaf 16 jaar" in html
    assert "Wie kan wat lezen?" in html
    assert "Alleen jij en de ander" in html
    assert "0184-555 010" in html
    assert "Bibliotheek" in html


def test_a_loosened_rule_stands_on_the_page(as_member, waterdrecht):
    assert "op een openbare plek" not in as_member().get("/over/hoe-het-werkt/").content.decode()

    waterdrecht.public_tasks_open = True
    waterdrecht.save()
    tree.changed(waterdrecht.pk)

    assert "op een openbare plek" in as_member().get("/over/hoe-het-werkt/").content.decode()


def test_a_place_that_ends_with_a_dot_gets_no_second_one(as_member, centrum):
    centrum.walk_in = "Buurthuis, tot 16 uur."
    centrum.save()
    tree.changed(centrum.town_id)

    html = as_member().get(f"/wijken/{centrum.slug}/").content.decode()

    assert "Buurthuis, tot 16 uur." in html
    assert "16 uur.." not in html


def test_calling_us_needs_no_computer(as_member, waterdrecht):
    html = as_member().get("/contact/").content.decode()

    assert 'href="tel:0184555010"' in html
    assert "Bibliotheek" in html
    assert "112" in html


def test_a_part_without_a_host_is_a_page_here(as_member, centrum):
    html = as_member().get("/wijken/centrum/").content.decode()

    assert "<h1>Centrum</h1>" in html


def test_a_part_with_a_host_is_opened_there(as_member, molenwijk):
    assert as_member().get("/wijken/molenwijk/").url == "http://molenwijk.testserver/"


def test_a_street_inside_a_part_with_a_host_is_a_page_there(as_member, molenwijk, waterdrecht):
    street = Community.objects.create(
        town=waterdrecht, parent=molenwijk, kind="street", name="Dreef", slug="dreef"
    )
    tree.changed(waterdrecht.pk)

    answer = as_member().get("/wijken/dreef/")

    assert answer.url == "http://molenwijk.testserver/wijken/dreef/"
    there = as_member(host="molenwijk.testserver").get("/wijken/dreef/")
    assert street.name in there.content.decode()


def test_a_part_of_another_town_does_not_exist(as_member, centrum, elders):
    assert as_member(host="elders.testserver").get("/wijken/centrum/").status_code == 404


def test_off_means_gone(as_member, centrum, waterdrecht):
    waterdrecht.size = "straat"
    waterdrecht.save()
    tree.changed(waterdrecht.pk)

    client = as_member()

    assert client.get("/wijken/").status_code == 404
    assert client.get("/wijken/centrum/").status_code == 404
    assert "/wijken/" not in client.get("/").content.decode()


def test_a_place_without_parts_has_no_page_about_them(as_member, elders):
    assert as_member(host="elders.testserver").get("/wijken/").status_code == 404
