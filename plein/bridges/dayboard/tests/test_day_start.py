"""Dagstart: what waits for a connector today, and greeting in one tap."""

from datetime import UTC, datetime

import pytest

from plein.bridges.dayboard import actions, queries
from plein.bridges.dayboard.models import MatterRow
from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Member, RoleName
from plein.foundation.outbox.models import Message
from plein.shared.notifications.actions import notify
from plein.testing.cast import give, make_member

DAY = "/dagstart/"


def rows(member) -> list[MatterRow]:
    """What the page shows to who has an hour."""
    actions.refresh(member.town_id)
    seen = queries.seen_by(member, member.town)
    return queries.fitting(queries.sorted_out(seen, member, ()), 60)


def greet_url(member) -> str:
    return f"/mensen/{member.pk}/begroeten/"


def test_a_connector_sees_who_waits_for_a_greeting(as_member, fatima, nadia, noor):
    html = as_member(fatima).get(DAY).content.decode()

    assert "Nadia" in html
    assert "Noor" not in html


def test_greeting_is_one_tap_and_the_person_hears_it(as_member, fatima, nadia):
    waiting = rows(fatima)[0]
    as_member(fatima).post("/dagstart/doen/", {"done": waiting.pk})

    nadia.refresh_from_db()
    assert nadia.is_greeted
    assert nadia.greeted_by == fatima
    assert "Ik ben Fatima" in Message.objects.get(address=nadia.account.email).text
    assert Record.objects.filter(key="communities.member.greeted", by_id=fatima.pk).exists()


def test_the_text_can_be_adapted(as_member, fatima, nadia):
    client = as_member(fatima)
    assert "Welkom bij Molenwijk" in client.get(greet_url(nadia)).content.decode()

    client.post(greet_url(nadia), {"words": "Hoi Nadia, kom je koffie drinken?"})

    assert "kom je koffie drinken" in Message.objects.get().text


def test_greeting_twice_sends_one_mail(as_member, fatima, mila, nadia):
    for by in (fatima, mila):
        as_member(by).post(greet_url(nadia), {"words": "Welkom!"})

    assert Message.objects.count() == 1


def test_opening_the_page_greets_nobody(as_member, fatima, nadia):
    as_member(fatima).get(greet_url(nadia))

    nadia.refresh_from_db()
    assert not nadia.is_greeted


def test_who_came_first_stands_first(as_member, fatima, molenwijk, waterdrecht):
    for name in ("Eerst", "Daarna"):
        make_member(name, molenwijk, greeted=False)

    assert [row.said for row in rows(fatima)] == ["Eerst", "Daarna"]


def test_who_waits_since_another_year_has_that_year_on_the_line(as_member, fatima, nadia):
    Member.objects.filter(pk=nadia.pk).update(made_at=datetime(2024, 11, 26, 12, tzinfo=UTC))

    assert "sinds 26 november 2024" in as_member(fatima).get("/dagstart/").content.decode()


def test_who_left_is_not_greeted(fatima, nadia, waterdrecht):
    Member.objects.filter(pk=nadia.pk).update(state=Member.State.LEFT)

    assert rows(fatima) == []


def test_a_connector_of_one_part_greets_there_only(as_member, bram, nadia, molenwijk, centrum):
    give(bram, RoleName.CONNECTOR, centrum)
    client = as_member(bram)
    assert "Nadia" not in client.get(DAY).content.decode()
    client.post(greet_url(nadia))
    nadia.refresh_from_db()
    assert not nadia.is_greeted

    give(bram, RoleName.CONNECTOR, molenwijk)
    as_member(bram, host="molenwijk.testserver").post(greet_url(nadia))
    nadia.refresh_from_db()
    assert nadia.is_greeted


@pytest.mark.parametrize("who", ["noor", "nadia"])
def test_for_neighbours_the_page_does_not_exist(as_member, request, nadia, who):
    client = as_member(request.getfixturevalue(who))

    assert client.get(DAY).status_code == 404
    assert client.post(greet_url(nadia)).status_code == 404


def test_another_town_sees_only_its_own(as_member, joost, elders, nadia):
    give(joost, RoleName.CONNECTOR, elders)
    client = as_member(joost, host="elders.testserver")

    assert "Nadia" not in client.get(DAY).content.decode()
    assert client.post(greet_url(nadia)).status_code == 404


def test_when_nothing_waits_there_is_time_for_coffee(as_member, fatima):
    html = as_member(fatima).get(DAY).content.decode()

    assert "Er wacht niets" in html
    assert "Bellijst" in html
    assert "Noteer een vraag aan de telefoon" in html
    assert "Mensen om te begroeten" not in html


def test_who_wants_to_be_called_stands_on_the_list(as_member, fatima, noor):
    Member.objects.filter(pk=noor.pk).update(channel=Member.Channel.PHONE)
    noor.refresh_from_db()
    notify(noor, key="x", url="/", subject="Nieuws", text="Geheim", once="1")

    html = as_member(fatima).get(DAY).content.decode()

    assert "Er is nieuws voor Noor" in html
    assert "Geheim" not in html


def test_what_is_empty_is_not_there(fatima, waterdrecht):
    assert queries.grouped(rows(fatima)) == []


def test_a_full_day_asks_few_questions(as_member, fatima, molenwijk, django_assert_max_num_queries):
    for number in range(30):
        one = make_member(f"Buur{number}", molenwijk, greeted=False, channel="phone")
        notify(one, key="x", url="/", subject="Nieuws", text="", once="1")
    client = as_member(fatima)
    client.get(DAY)

    with django_assert_max_num_queries(12):
        client.get(DAY)


def test_a_code_to_read_aloud_is_one_tap_away(as_member, fatima, mila):
    """Somebody on the phone waits for it; the settings are for who arranges the place."""
    browser = as_member(fatima)
    html = browser.get("/dagstart/").content.decode()

    assert 'href="/code-voorlezen/"' in html
    assert browser.get("/code-voorlezen/").status_code == 200
    assert 'href="/instellingen/"' not in html
    assert 'href="/instellingen/"' in as_member(mila).get("/dagstart/").content.decode()
