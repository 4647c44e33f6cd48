"""One person at a time, later with a reason, to a colleague, done with one tap."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.bridges.dayboard import actions
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.dayboard.sources import by_kind
from plein.features.noticeboard.actions import answer_follow_up
from plein.features.noticeboard.models import FollowUp, OnClock
from plein.features.noticeboard.tests.making import agreed, make_ask
from plein.foundation.audit.models import Record
from plein.foundation.communities.models import RoleName
from plein.shared.notifications.actions import notify
from plein.testing.cast import give, make_member

DAY, DO = "/dagstart/", "/dagstart/doen/"


@pytest.fixture
def row(nadia) -> MatterRow:
    """Nadia waits for a greeting."""
    actions.refresh(nadia.town_id)
    return MatterRow.objects.get(kind="dayboard.greet")


def page(browser, address=DAY) -> str:
    return browser.get(address).content.decode()


def one(row) -> str:
    return f"/dagstart/zaak/{row.pk}/"


def test_i_do_this_leads_to_where_it_is_done(as_member, fatima, row):
    answer = as_member(fatima).post(DO, {"claim": row.pk})

    row.refresh_from_db()
    assert answer.url == row.url
    assert row.claimed_by == fatima
    assert Record.objects.filter(key="dayboard.matter.claimed", by_id=fatima.pk).exists()


def test_what_i_took_stands_on_my_page_and_says_so(as_member, fatima, row):
    actions.claim(row, by=fatima)

    assert "Hier ben je mee bezig" in page(as_member(fatima))


def test_a_colleague_sees_who_is_at_it(as_member, fatima, mila, row):
    actions.claim(row, by=fatima)

    html = page(as_member(mila))

    assert "Hier is al iemand mee bezig" in html
    assert "Fatima" in html
    assert 'name="claim"' not in html


def test_two_do_not_take_the_same(as_member, fatima, mila, row):
    actions.claim(row, by=fatima)

    answer = as_member(mila).post(DO, {"claim": row.pk}, follow=True)

    assert "Iemand anders is hier al mee bezig" in answer.content.decode()
    row.refresh_from_db()
    assert row.claimed_by == fatima


def test_after_four_hours_others_may(fatima, mila, row):
    actions.claim(row, by=fatima)

    with time_machine.travel(timezone.now() + timedelta(hours=5)):
        actions.claim(row, by=mila)

    row.refresh_from_db()
    assert row.claimed_by == mila


def test_who_is_away_keeps_nothing(as_member, fatima, mila, row):
    """Absence cover: what somebody took is for all on the day they are ill."""
    actions.claim(row, by=fatima)
    ill = {"member": fatima, "name": "Fatima", "away_from": timezone.localdate()}
    OnClock.objects.create(town_id=mila.town_id, community_id=mila.town_id, **ill)

    assert 'name="claim"' in page(as_member(mila))
    actions.claim(row, by=mila)


def test_letting_go_gives_it_back(as_member, fatima, mila, row):
    actions.claim(row, by=fatima)
    as_member(fatima).post(one(row), {"do": "let_go"})

    actions.claim(row, by=mila)


def test_later_asks_a_reason(as_member, fatima, row):
    answer = as_member(fatima).post(one(row), {"do": "later"})

    assert answer.status_code == 422
    assert "Kies waarom" in answer.content.decode()


def test_what_is_of_today_comes_back_tomorrow(as_member, fatima, mila, row):
    as_member(fatima).post(one(row), {"do": "later", "because": "no_answer", "until": "week"})

    html = page(as_member(mila))
    assert "Komt later terug" in html
    assert "Niemand neemt op, ik probeer het nog eens" in html
    assert 'name="claim"' not in html
    with time_machine.travel(timezone.now() + timedelta(days=1, hours=12)):
        assert 'name="claim"' in page(as_member(mila))


def test_a_page_of_before_does_not_call_the_same_person_again(as_member, fatima, mila, row):
    actions.snooze(row, "tomorrow", "no_answer", by=fatima)

    answer = as_member(mila).post(DO, {"claim": row.pk}, follow=True)

    assert "Iemand anders is hier al mee bezig" in answer.content.decode()
    with time_machine.travel(timezone.now() + timedelta(days=1, hours=12)):
        actions.claim(row, by=mila)


def test_a_matter_of_safety_goes_to_a_colleague_and_is_never_put_off(
    as_member, fatima, mila, noor, bram
):
    """What somebody told us, a caller's worry, who needs more help, who is wary of asking."""
    assert {kind for kind, source in by_kind().items() if not source.may_wait} == {
        "noticeboard.concern", "telephone.worry", "noticeboard.follow_up", "noticeboard.call_shy",
    }  # fmt: skip
    agreed(make_ask(noor), bram)
    told = FollowUp.objects.get(member=noor, after="week")
    answer_follow_up(told, "more_help", by=noor)
    actions.refresh(noor.town_id)
    row = MatterRow.objects.get(kind="noticeboard.follow_up")
    assert "Dit wacht niet tot morgen" in page(as_member(fatima), one(row))

    later = as_member(fatima).post(one(row), {"do": "later", "because": "time"})

    assert later.status_code == 200
    with pytest.raises(actions.MayNotWait):
        actions.snooze(row, "tomorrow", "time", by=fatima)
    row.refresh_from_db()
    assert row.snoozed_until is None
    as_member(fatima).post(one(row), {"do": "hand_over", "to": mila.pk})
    row.refresh_from_db()
    assert row.handed_to == mila
    MatterRow.objects.update(layer=1)
    row.refresh_from_db()
    actions.snooze(row, "week", "time", by=fatima)  # what did not fit so well may wait


def test_handed_over_stands_on_top_for_who_gets_it(as_member, fatima, mila, molenwijk, row):
    make_member("Eerder", molenwijk, greeted=False)
    actions.refresh(row.town_id)
    as_member(fatima).post(one(row), {"do": "hand_over", "to": mila.pk})

    html = page(as_member(mila))
    assert html.index("Nadia") < html.index("Eerder")
    assert "Van Fatima, voor jou" in html
    assert "Hier is al iemand mee bezig" in page(as_member(fatima))


def test_only_to_somebody_of_the_team(as_member, fatima, bram, row):
    answer = as_member(fatima).post(one(row), {"do": "hand_over", "to": bram.pk})

    assert answer.status_code == 422
    row.refresh_from_db()
    assert row.handed_to is None


def test_done_with_one_tap(as_member, fatima, nadia, row):
    assert f'name="done" value="{row.pk}"' in page(as_member(fatima))
    as_member(fatima).post(DO, {"done": row.pk})

    nadia.refresh_from_db()
    assert nadia.is_greeted
    assert not MatterRow.objects.exists()


def test_twenty_at_once(as_member, fatima, molenwijk, nadia):
    people = [make_member(f"Buur{n}", molenwijk, greeted=False) for n in range(3)]
    browser = as_member(fatima)
    browser.get(DAY)
    keys = MatterRow.objects.filter(about__in=[one.pk for one in people])

    sent = {"key": list(keys.values_list("pk", flat=True))}
    shown = page(browser)
    assert 'name="all" value="dayboard.greet"' in shown
    assert "Ik ken wie een vinkje heeft: zij mogen besloten vragen lezen" in shown
    assert not re.search(r'name="key"[^>]* checked', shown)
    nobody = browser.post(DO, {"all": "dayboard.greet"}, follow=True).content.decode()
    assert "Zet eerst een vinkje" in nobody
    browser.post(DO, sent | {"all": "noticeboard.missed"})
    assert MatterRow.objects.filter(pk__in=sent["key"]).count() == 3

    answer = browser.post(DO, sent | {"all": "dayboard.greet"}, follow=True)

    assert "3 klaar" in answer.content.decode()
    assert [row.said for row in MatterRow.objects.all()] == ["Nadia"]


def test_what_needs_a_look_is_not_done_in_a_batch(as_member, fatima, noor):
    noor.channel = "phone"
    noor.save()
    notify(noor, key="x", url="/", subject="Nieuws", text="", once="1")
    browser = as_member(fatima)
    browser.get(DAY)

    row = MatterRow.objects.get()
    browser.post(DO, {"key": row.pk, "all": row.kind})

    assert MatterRow.objects.exists()


def test_what_a_colleague_is_at_is_not_done_by_another(as_member, fatima, mila, nadia, row):
    actions.claim(row, by=fatima)

    as_member(mila).post(DO, {"done": row.pk})

    nadia.refresh_from_db()
    assert not nadia.is_greeted


def test_in_another_part_it_does_not_exist(as_member, bram, centrum, row):
    give(bram, RoleName.CONNECTOR, centrum)
    browser = as_member(bram)

    assert browser.get(one(row)).status_code == 404
    assert browser.post(DO, {"claim": row.pk}).status_code == 404


def test_who_has_a_part_sees_that_part_on_the_page_of_the_whole(as_member, bram, molenwijk, row):
    give(bram, RoleName.CONNECTOR, molenwijk)
    browser = as_member(bram)

    assert "/dagstart/" in browser.get("/").content.decode()
    assert browser.get("/dagstart/").status_code == 200
    assert browser.get(one(row)).status_code == 200


def test_above_ones_own_part_there_is_no_way_in(as_member, bram, centrum):
    give(bram, RoleName.CONNECTOR, centrum)
    browser = as_member(bram, host="molenwijk.testserver")

    assert "/dagstart/" not in browser.get("/").content.decode()
    assert browser.get("/dagstart/").status_code == 404


@pytest.mark.parametrize("asked", [{}, {"claim": "x"}, {"key": "x"}, {"done": ""}])
def test_nonsense_does_nothing(as_member, fatima, row, asked):
    assert as_member(fatima).post(DO, asked).status_code == 302
    row.refresh_from_db()
    assert row.claimed_by is None


def test_a_neighbour_cannot_take_anything(as_member, noor, row):
    assert as_member(noor).post(DO, {"claim": row.pk}).status_code == 404
