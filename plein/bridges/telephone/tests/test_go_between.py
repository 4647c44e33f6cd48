"""'Via iemand die ik ken': chosen by the member, after that person's yes, with least content."""

import re

import pytest

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.foundation.audit.models import Record
from plein.foundation.communities.actions import gone
from plein.foundation.communities.models import Member, RoleName
from plein.foundation.outbox.models import Message
from plein.shared.notifications import asking_somebody
from plein.shared.notifications.actions import notify
from plein.shared.notifications.go_betweens import Number, number_of
from plein.shared.notifications.models import GoBetween, Notification
from plein.testing.cast import give

CHOOSE, SOMEBODY = "/berichten/instellen/", "/berichten/iemand/"
ANS = {"name": "Ans", "phone": "06 12345678"}
CALLED = Number("+31612345678", "Ans", hears=False)


def asked() -> GoBetween:
    return GoBetween.objects.get()


def page_of(row) -> str:
    return f"/berichten/iemand/vragen/{row.pk}/"


def news(member, once="1") -> MatterRow:
    member.refresh_from_db()
    notify(
        member, key="x", url="/", subject="Er is nieuws", text="T", aloud="Kanarietekst", once=once
    )
    dayboard.refresh(member.town_id)
    return MatterRow.objects.get(kind="notifications.tell", about=member.pk)


@pytest.fixture
def chosen(as_member, noor) -> GoBetween:
    as_member(noor).post(SOMEBODY, ANS)
    return asked()


@pytest.fixture
def agreed(chosen, fatima, noor) -> GoBetween:
    asking_somebody.said_yes(chosen, by=fatima)
    noor.refresh_from_db()
    return chosen


def test_nothing_changes_before_that_person_said_yes(as_member, noor, fatima):
    browser = as_member(noor)
    first = browser.post(CHOOSE, {"channel": "somebody", "rhythm": "at_once"})
    assert first.url == SOMEBODY
    browser.post(SOMEBODY, ANS)
    noor.refresh_from_db()
    assert (noor.channel, number_of(noor).through) == ("mail", "")

    dayboard.refresh(noor.town_id)
    row = MatterRow.objects.get(kind="notifications.go_between")
    assert "Ans" not in row.words
    html = as_member(fatima).get(row.url).content.decode()
    assert "tel:+31612345678" in html
    assert "Noor" in html
    as_member(fatima).post(row.url, {"answer": "yes"})

    noor.refresh_from_db()
    assert (noor.channel, number_of(noor)) == ("somebody", CALLED)
    assert Notification.objects.get(key="notifications.go_between.agreed").to == noor
    assert "Ans zegt ja" in browser.get(SOMEBODY).content.decode()
    assert Record.objects.get(key="notifications.go_between.agreed").by_id == fatima.pk


def test_news_goes_to_that_person_by_phone_and_says_as_little_as_can_be(
    as_member, agreed, noor, fatima
):
    row = news(noor)
    browser = as_member(fatima)
    assert Notification.objects.get(key="x").way == "person"

    line, call, letter, page = (
        browser.get(url).content.decode()
        for url in (
            "/bellijst/",
            f"/bellijst/{row.pk}/",
            f"/bellijst/{row.pk}/brief/",
            f"/berichten/vertellen/{noor.pk}/",
        )
    )

    assert "via Ans" in line
    for html in (call, page):
        assert "tel:+31612345678" in html
        assert "Er is nieuws" in html
    for html in (line, call, letter, page):
        assert "Kanarietekst" not in html


def test_when_the_member_allows_it_they_hear_what_was_written(as_member, agreed, noor, fatima):
    as_member(noor).post(SOMEBODY, ANS | {"may_hear": "on"})
    row = news(noor)

    assert asked().agreed_at, "The same person is not asked twice."
    assert "Kanarietekst" in as_member(fatima).get(f"/bellijst/{row.pk}/").content.decode()


def test_another_number_is_another_person_who_is_asked_first(as_member, agreed, noor):
    as_member(noor).post(SOMEBODY, ANS | {"phone": "06 87654321"})

    noor.refresh_from_db()
    assert (asked().agreed_at, noor.channel) == (None, "mail")


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_by_text_they_answer_themselves_after_a_page(as_member, chosen, fatima, noor, answer):
    as_member(fatima).post(page_of(chosen), {"answer": "text"})
    sent = Message.objects.get(address="+31612345678")
    url = re.search(r"/berichten/iemand/ja/[^\s]+/", sent.text).group()
    stranger = as_member(host="molenwijk.testserver")
    assert "nieuws voor Noor" in stranger.get(url).content.decode()
    assert asked().agreed_at is None, "Who fetches links changes nothing."

    stranger.post(url, {"answer": answer})

    noor.refresh_from_db()
    assert noor.channel == ("somebody" if answer == "yes" else "mail")
    assert GoBetween.objects.exists() == (answer == "yes")
    assert stranger.get("/berichten/iemand/ja/x/").status_code == 404


def test_a_no_also_later_forgets_the_name_and_tells_the_member(as_member, agreed, noor, fatima):
    as_member(fatima).post(page_of(agreed), {"answer": "no"})

    noor.refresh_from_db()
    assert (noor.channel, GoBetween.objects.exists()) == ("mail", False)
    assert Notification.objects.filter(to=noor, key="notifications.go_between.refused").exists()


def test_another_way_leaving_or_dying_forgets_that_person(as_member, agreed, noor, fatima):
    row = news(noor)
    gone(noor, "died", by=fatima)

    assert not GoBetween.objects.exists()
    dayboard.refresh(noor.town_id)
    assert not MatterRow.objects.filter(pk=row.pk, kind="notifications.tell").exists()


def test_choosing_mail_again_forgets_that_person(as_member, agreed, noor):
    as_member(noor).post(CHOOSE, {"channel": "mail", "rhythm": "at_once"})

    assert not GoBetween.objects.exists()


def test_who_has_no_screen_says_it_on_the_phone(as_member, noor, fatima, bram, joost):
    url = f"/berichten/iemand/voor/{noor.pk}/"
    assert as_member(fatima).post(url, ANS).status_code == 404, "Who has a screen does it alone."
    noor.account = None
    noor.save()
    row = news(noor)
    assert url in as_member(fatima).get(f"/bellijst/{row.pk}/").content.decode()
    for other in (None, bram, joost):
        assert as_member(other).post(url, ANS).status_code in (302, 404)

    as_member(fatima).post(url, ANS)

    assert asked().member == noor
    assert Record.objects.get(key="notifications.go_between.asked").by_id == fatima.pk


@pytest.mark.parametrize("wrong", [{"name": ""}, {"phone": ""}, {"phone": "noor@voorbeeld.nl"}])
def test_what_is_missing_is_asked_again(as_member, noor, wrong):
    assert as_member(noor).post(SOMEBODY, ANS | wrong).status_code == 422
    assert not GoBetween.objects.exists()


def test_neighbours_and_other_parts_do_not_see_the_number(as_member, chosen, noor, bram, centrum):
    give(bram, RoleName.CONNECTOR, centrum)

    for other in (None, noor, bram):
        assert as_member(other).get(page_of(chosen)).status_code in (302, 404)
    assert Member.objects.get(pk=noor.pk).channel == "mail"
