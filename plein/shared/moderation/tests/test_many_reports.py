"""Many reports: what is unsafe stays on top, the rest is a page further, and nobody floods it."""

import re

import pytest

from plein.foundation.communities import tree
from plein.lib.keys import uuid7
from plein.shared.moderation.matters import open_reports
from plein.shared.moderation.models import Report
from plein.testing.cast import make_member

UNKIND, UNSAFE = Report.Reason.UNKIND, Report.Reason.UNSAFE


def make_reports(by, number: int, reason=UNKIND, **fields) -> list[Report]:
    made = [
        Report(
            town_id=by.town_id,
            community_id=by.home_id,
            by=by,
            kind="gone.thing",
            about=uuid7(),
            reason=reason,
            **fields,
        )
        for _ in range(number)
    ]
    return Report.objects.bulk_create(made)


@pytest.fixture
def full_list(bram, noor) -> Report:
    """Forty-four small reports of Bram, and then one of Noor, who does not feel safe."""
    make_reports(bram, 44)
    return make_reports(noor, 1, UNSAFE, words="Hij wacht bij mijn deur")[0]


def page(browser, url="/melden/") -> str:
    return browser.get(url).content.decode()


def handles(html: str) -> list[str]:
    """The reports on a page, in their order, by their key."""
    return re.findall(r'action="/melden/([^/]+)/klaar/"', html)


def test_who_does_not_feel_safe_stands_on_top_whatever_came_before(as_member, fatima, full_list):
    assert handles(page(as_member(fatima)))[0] == str(full_list.pk)


def test_every_report_stands_on_one_of_the_pages(as_member, fatima, full_list):
    browser = as_member(fatima)
    first = page(browser)
    following = re.search(r'href="(\?na=[^"]+)"', first)[1]
    second = page(browser, f"/melden/{following}")

    seen = handles(first) + handles(second)
    assert (len(handles(first)), len(handles(second))) == (40, 5)
    assert set(seen) == {str(one.pk) for one in Report.objects.all()}
    assert 'href="?na=' not in second


def test_what_was_looked_at_has_pages_too(as_member, fatima, full_list):
    Report.objects.update(handled_at=full_list.made_at, handled_by=fatima)
    browser = as_member(fatima)
    first = page(browser, "/melden/?toon=klaar")
    following = re.search(r'href="(\?toon=klaar&amp;na=[^"]+)"', first)[1]
    older = page(browser, f"/melden/{following.replace('&amp;', '&')}")

    assert (first.count("Gedaan door"), older.count("Gedaan door")) == (40, 5)


def test_its_row_on_the_day_start_leads_to_the_very_report(
    as_member, waterdrecht, fatima, full_list
):
    last = Report.objects.exclude(pk=full_list.pk).order_by("-id").first()
    url = next(one.url for one in open_reports(waterdrecht.pk) if one.about == last.pk)

    shown = handles(page(as_member(fatima), url))

    assert shown[0] == str(last.pk)
    assert shown.count(str(last.pk)) == 1


def test_a_named_report_opens_for_nobody_whose_case_it_is(as_member, fatima, full_list):
    Report.objects.filter(pk=full_list.pk).update(concerns=fatima.pk.hex)

    assert "bij mijn deur" not in page(as_member(fatima), f"/melden/?melding={full_list.pk}")


@pytest.mark.parametrize("query", ["?na=x", "?melding=%00"])
def test_an_odd_address_is_not_there(as_member, fatima, query):
    assert as_member(fatima).get(f"/melden/{query}").status_code == 404


def say(browser, about, reason=UNKIND):
    return browser.post(f"/melden/communities.member/{about.pk}/", {"reason": reason})


@pytest.fixture
def reported_ten(as_member, noor, molenwijk):
    """Noor's browser, after ten reports on one day."""
    browser = as_member(noor)
    for number in range(10):
        assert say(browser, make_member(f"Buur{number}", molenwijk)).status_code == 200
    return browser


def test_the_eleventh_of_a_day_is_told_whom_to_call(reported_ten, bram):
    answer = say(reported_ten, bram)

    assert answer.status_code == 429
    assert "0184-555 010" in answer.content.decode().split("<main")[1].split("<form")[0]
    assert Report.objects.count() == 10


def test_not_feeling_safe_comes_in_after_ten_small_things(reported_ten, bram, fatima, as_member):
    assert say(reported_ten, bram, UNSAFE).status_code == 200
    assert "Ik voel me niet veilig" in page(as_member(fatima))


def test_without_a_phone_number_the_words_still_help(reported_ten, waterdrecht, bram):
    waterdrecht.phone = ""
    waterdrecht.save(update_fields=["phone"])
    tree.changed(waterdrecht.pk)

    assert "Bel 112" in say(reported_ten, bram).content.decode()
