"""Saying that something is wrong with a neighbour: the link on their page leads somewhere (H4)."""

import re

import pytest

from plein.foundation.communities import actions
from plein.shared.moderation.models import Report


def report_link(browser, person) -> str:
    html = browser.get(f"/mensen/{person.pk}/").content.decode()
    return re.search(r'href="(/melden/[^"]+)"', html)[1]


def test_the_link_on_the_page_of_a_neighbour_opens_a_form(as_member, noor, bram):
    browser = as_member(noor)

    answer = browser.get(report_link(browser, bram))

    assert answer.status_code == 200
    assert "Bram" in answer.content.decode()


def test_what_is_said_of_somebody_is_not_theirs_to_handle(as_member, noor, bram, fatima):
    browser = as_member(noor)

    browser.post(report_link(browser, bram), {"reason": "unsafe", "words": "Hij staat er steeds"})

    made = Report.objects.get()
    assert (made.by, made.about, made.concerns) == (noor, bram.pk, bram.pk.hex)
    assert "een buur" in as_member(fatima).get("/melden/").content.decode()
    seen = as_member(fatima).get(f"/melden/{made.pk}/bekijken/")
    assert seen.url == f"/mensen/{bram.pk}/"


@pytest.mark.parametrize("who", ["noor", "nadia"])
def test_nobody_reports_themselves_or_whom_they_may_not_see(request, as_member, noor, who):
    browser = as_member(request.getfixturevalue(who))
    assert browser.get(f"/melden/communities.member/{noor.pk}/").status_code == 404


def test_who_blocked_somebody_can_still_report_them(as_member, noor, bram):
    actions.block(bram, by=noor)
    browser = as_member(noor)

    assert browser.get(report_link(browser, bram)).status_code == 200


def test_somebody_of_another_town_is_not_there(as_member, noor, joost):
    assert as_member(noor).get(f"/melden/communities.member/{joost.pk}/").status_code == 404
