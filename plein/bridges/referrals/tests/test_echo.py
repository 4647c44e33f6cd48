"""The soft echo: came or not yet, nothing else, and all of it is erased by itself (DOOR-8)."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from plein.bridges.referrals import actions, keys
from plein.bridges.referrals.models import Referral, ReferralRules, last_day
from plein.bridges.referrals.tests.making import make_slip
from plein.foundation.accounts import limits
from plein.foundation.audit.models import Record
from plein.foundation.communities.signals import member_leaves
from plein.shared.notifications.models import Notification

CODE = "/gekomen/"


@pytest.fixture
def slip(fatima):
    return make_slip(fatima, word="dinsdag")


def typed(client, code):
    return client.post(CODE, {"code": code})


@pytest.mark.parametrize(("echo", "words"), [("came", "Gekomen"), ("not_yet", "Nog niet")])
def test_the_organiser_types_the_code_and_taps_and_the_giver_hears_only_that(
    client, as_member, fatima, slip, echo, words
):
    answer = typed(client, slip.shown_code.lower().replace(" ", "-"))
    page = client.get(answer.url).content.decode()
    assert slip.title in page
    assert "Fatima" not in page
    assert "dinsdag" not in page

    client.post(answer.url, {"echo": echo})

    assert words in as_member(fatima).get("/verwijzen/").content.decode()
    told = Notification.objects.get(to=fatima)
    assert slip.title not in f"{told.subject}{told.text}"
    assert told.url == "/verwijzen/"


def test_looking_says_nothing_and_another_answer_takes_the_place_of_the_first(client, slip):
    url = keys.echo_path(slip)
    client.get(url)
    assert Referral.objects.get().echo == ""

    for echo in ("not_yet", "not_yet", "came"):
        client.post(url, {"echo": echo})

    assert Referral.objects.get().echo == "came"
    assert Notification.objects.count() == 2


def test_who_answered_and_when_is_kept_nowhere(as_member, bram, slip):
    lines = Record.objects.count()
    as_member(bram).post(keys.echo_path(slip), {"echo": "came"})

    assert Record.objects.count() == lines
    fields = {field.name for field in Referral._meta.fields}
    assert not {name for name in fields if "echoed" in name or name.endswith("_at")}


@pytest.mark.parametrize("odd", ["", "maybe", "\0"])
def test_another_answer_does_not_exist(client, slip, odd):
    assert client.post(keys.echo_path(slip), {"echo": odd}).status_code == 404
    assert Referral.objects.get().echo == ""


@pytest.mark.parametrize("code", ["", "x", "aeiou1", "K3F 7RTT", "333333"])
def test_a_wrong_code_opens_nothing(client, slip, code):
    assert typed(client, code).status_code == 422


def test_after_too_many_tries_the_right_code_waits_as_well(client, slip, monkeypatch):
    monkeypatch.setitem(limits.LIMITS, "referral.ip", (2, 3600))
    with time_machine.travel("2026-03-02 10:10:00+00:00", tick=False):
        Referral.objects.update(ends_on="2026-05-01")
        codes = [typed(client, code).status_code for code in ("333333", "444444", slip.code)]

    assert codes == [422, 422, 422]
    assert typed(client, "333333").status_code == 422


@pytest.mark.parametrize("key", ["x", "a:b:c", "%00"])
def test_a_made_up_link_shows_that_there_is_nothing(client, waterdrecht, key):
    assert client.get(f"{CODE}{key}/").status_code == 404


def test_the_code_and_the_link_open_nothing_in_another_town(as_member, elders, slip):
    client = as_member(host="elders.testserver")
    elders.module_changes = {"directory": True}
    elders.save()

    assert typed(client, slip.code).status_code in (404, 422)
    assert client.get(keys.echo_path(slip)).status_code == 404


def test_after_ninety_days_all_of_it_is_gone_also_before_the_night(client, slip, as_member, fatima):
    url = keys.echo_path(slip)
    with time_machine.travel(timezone.now() + timedelta(days=91)):
        assert client.get(url).status_code == 404
        assert slip.title not in as_member(fatima).get("/verwijzen/").content.decode()
        assert actions.forget_old() == 1

    assert not Referral.objects.exists()
    assert client.post(url, {"echo": "came"}).status_code == 404


def test_a_manager_chooses_how_long_and_a_wijk_may_choose_shorter(
    as_member, mila, fatima, waterdrecht, molenwijk
):
    assert as_member(mila).post("/verwijzen/bewaren/", {"days": "30"}).status_code == 302
    assert make_slip(fatima).ends_on == timezone.localdate() + timedelta(days=30)

    ReferralRules.objects.create(town=waterdrecht, community=molenwijk, days=14)
    assert last_day(molenwijk) == timezone.localdate() + timedelta(days=14)


@pytest.mark.parametrize("days", ["13", "366", "", "x"])
def test_not_shorter_than_two_weeks_or_longer_than_a_year(as_member, mila, waterdrecht, days):
    assert as_member(mila).post("/verwijzen/bewaren/", {"days": days}).status_code == 422
    with pytest.raises(IntegrityError), transaction.atomic():
        ReferralRules.objects.create(town=waterdrecht, community=waterdrecht, days=3)


@pytest.mark.parametrize("who", ["noor", "fatima", "joost"])
def test_only_a_manager_chooses_how_long(as_member, request, waterdrecht, who):
    client = as_member(request.getfixturevalue(who))

    assert client.post("/verwijzen/bewaren/", {"days": "30"}).status_code == 404
    assert not ReferralRules.objects.exists()


def test_the_giver_erases_a_slip_by_hand_and_its_code_with_it(client, as_member, fatima, slip):
    answer = as_member(fatima).post(f"{slip.get_absolute_url()}weg/")

    assert answer.url == "/verwijzen/"
    assert typed(client, slip.code).status_code == 422


def test_who_leaves_leaves_no_slips_behind(fatima, slip):
    member_leaves.send(sender=type(fatima), member=fatima)

    assert not Referral.objects.exists()


def test_at_a_busy_desk_every_slip_can_be_found_the_answered_ones_first(as_member, fatima, slip):
    Referral.objects.filter(pk=slip.pk).update(echo="came", title="De oudste bon")
    like = {"town": slip.town, "community": slip.community, "about": slip.about, "by": fatima}
    rows = [
        Referral(**like, title=f"Bon {n:03}.", digest=f"{n}", ends_on=slip.ends_on)
        for n in range(210)
    ]
    Referral.objects.bulk_create(rows)
    browser, path, seen = as_member(fatima), "/verwijzen/", set()

    text = browser.get(path).text
    assert text.index("De oudste bon") < text.index("Bon 209.")
    while path:
        text = browser.get(path).text
        seen |= set(re.findall(r"Bon [0-9]{3}[.]", text))
        older = re.search(r'href="([?]wacht=[^"]+)"', text)
        path = older and f"/verwijzen/{older[1]}"

    assert len(seen) == 210


def test_an_odd_page_begins_at_the_newest(as_member, fatima, slip):
    assert slip.title in as_member(fatima).get("/verwijzen/?wacht=x&antwoord=").text
