"""The desk: from a question to a printed list, with what a colleague needs at a glance."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core import mail

from plein.bridges.overviews.actions import index_town
from plein.bridges.overviews.desk import open_until
from plein.bridges.overviews.tests.listings_made import fact, made
from plein.bridges.overviews.tests.making import indexed, make_ask, make_offer
from plein.features.directory.sheet import Spot
from plein.features.directory.tests.making import ADDRESS, make_entry
from plein.foundation.communities.models import RoleName
from plein.foundation.outbox.models import Message
from plein.lib.listing import Opening
from plein.testing.cast import give, make_member

MONDAY_NOON = datetime(2026, 6, 8, 10, tzinfo=UTC)  # 12.00 in Amsterdam


@pytest.fixture
def lists(waterdrecht):
    food = made(
        waterdrecht,
        "Voedselbank",
        summary="Eten voor wie weinig heeft.",
        phone="0184-555 020",
        opening=(Opening(0, 9 * 60, 17 * 60),),
        cost="free",
        access=("wheelchair", "lift"),
        languages=("nl", "ar"),
        desk_facts=(fact("Wachttijd 2 weken", "hourglass"),),
        desk_only=(fact("Collega: 0184-555 999"),),
    )
    closed = made(waterdrecht, "Eetclub voedsel", phone="0184-555 021", status="unsure")
    return food, closed


@pytest.fixture
def host(centrum, waterdrecht):
    return give(make_member("Hanna", centrum), RoleName.HOST, waterdrecht)


def page(client, query="?zoek=voedsel"):
    return client.get(f"/balie/{query}")


@pytest.mark.parametrize("who", ["guest", "nadia", "noor"])
def test_the_desk_does_not_exist_for_others(as_member, request, lists, who):
    client = as_member(None if who == "guest" else request.getfixturevalue(who))

    answers = [
        page(client),
        client.get("/balie/mandje/"),
        client.post("/balie/mandje/", {"ding": str(lists[0].pk)}),
    ]

    assert {answer.status_code for answer in answers} == {302 if who == "guest" else 404}


@pytest.mark.parametrize("who", ["host", "fatima", "mila"])
def test_who_helps_people_sees_all_at_a_glance(as_member, request, lists, who):
    text = page(as_member(request.getfixturevalue(who))).content.decode()

    for words in ("Voedselbank", "Gratis", "Wachttijd 2 weken", "Met een lift", "العربية"):
        assert words in text
    assert "0184-555 999" in text
    assert "Lang niet gecontroleerd. Bel eerst." in text


def test_who_can_be_called_now_stands_on_top(as_member, fatima, lists, waterdrecht):
    made(waterdrecht, "Voedsel nieuwer", phone="0184-555 022")
    with time_machine.travel(MONDAY_NOON):
        answer = page(as_member(fatima))

    first = answer.context["results"][0]
    assert (first.row.title, first.calls_now) == ("Voedselbank", True)
    assert "Nu open tot 17.00" in answer.content.decode()
    assert 'href="tel:0184555020"' in answer.content.decode()


def test_after_hours_nobody_is_called_now(as_member, fatima, lists):
    with time_machine.travel(datetime(2026, 6, 8, 20, tzinfo=UTC)):
        assert not any(each.calls_now for each in page(as_member(fatima)).context["results"])


@pytest.mark.parametrize(
    ("opening", "hour", "until"),
    [
        ([[0, 540, 1020]], 10, 1020),
        ([[0, 540, 1020]], 16, None),
        ([[1, 540, 1020]], 10, None),
        ([[0, 540, 600], [0, 660, 780]], 10, 780),
        ([[6, 1320, 1800]], 0, 360),
        ([], 10, None),
    ],
)
def test_open_now_by_local_time(opening, hour, until):
    now = datetime(2026, 6, 8 if hour else 7, hour or 23, tzinfo=UTC)

    assert open_until(opening, now) == until


@pytest.mark.parametrize(
    ("closed", "at", "until"),
    [
        ((), datetime(2026, 12, 26, 10, tzinfo=UTC), 1020),
        (("2026-12-26",), datetime(2026, 12, 26, 10, tzinfo=UTC), None),
        (("2026-12-25",), datetime(2026, 12, 26, 10, tzinfo=UTC), 1020),
        (("2026-12-26",), datetime(2026, 12, 26, 23, 30, tzinfo=UTC), None),
        (("2026-12-27",), datetime(2026, 12, 26, 23, 30, tzinfo=UTC), 120),
    ],
)
def test_on_a_holiday_the_usual_hours_do_not_hold(closed, at, until):
    """Also past midnight: then it counts whether the day before was one."""
    assert open_until([[5, 540, 1020], [5, 1320, 1560]], at, closed) == until


def test_nobody_is_called_on_boxing_day_or_in_a_pause(as_member, fatima, waterdrecht):
    spot = Spot(**ADDRESS, opening=((5, 540, 1020),), pauses=(("2027-01-02", "2027-01-02", ""),))
    with time_machine.travel(datetime(2026, 12, 1, tzinfo=UTC)):
        make_entry(waterdrecht, "Voedselbank", locations=(spot,))
        always = Spot(**ADDRESS, opening=((5, 540, 1020),), open_on_holidays=True)
        make_entry(waterdrecht, "Crisislijn voedsel", locations=(always,))
        index_town(waterdrecht.pk)
    calls = {}
    for day in ((2026, 12, 19), (2026, 12, 26), (2027, 1, 2)):
        with time_machine.travel(datetime(*day, 10, tzinfo=UTC)):
            results = page(as_member(fatima)).context["results"]
        calls[day[2]] = [each.row.title for each in results if each.calls_now]

    assert sorted(calls[19]) == ["Crisislijn voedsel", "Voedselbank"]
    assert calls[26] == ["Crisislijn voedsel"]
    assert calls[2] == ["Crisislijn voedsel"]


def test_the_desk_says_how_many_there_are_and_leaves_out_asks(as_member, fatima, waterdrecht):
    for number in range(33):
        made(waterdrecht, f"Eettafel {number}")
    made(waterdrecht, "Wie komt eten?", "noticeboard", kind="ask", words="eettafel")

    answer = page(as_member(fatima), "?zoek=eettafel")

    assert len(answer.context["results"]) == 30
    assert "33 gevonden. Hier staan de eerste 30. Kies preciezer." in answer.content.decode()


def test_the_basket_goes_along_while_searching_on(as_member, fatima, lists):
    text = page(as_member(fatima), f"?zoek=eetclub&ding={lists[0].pk}").content.decode()

    assert "In het mandje: Voedselbank" in text
    assert f'value="{lists[0].pk}" checked' in text


def test_the_basket_can_be_printed_without_notes_for_colleagues(as_member, fatima, lists):
    text = as_member(fatima).get(f"/balie/mandje/?ding={lists[0].pk}").content.decode()

    assert "Voedselbank" in text
    assert "0184-555 020" in text
    assert "0184-555 999" not in text


def test_it_takes_one_search_and_one_page_to_have_three_on_paper(as_member, fatima, waterdrecht):
    rows = [made(waterdrecht, f"Eettafel {n}") for n in range(3)]
    found = page(as_member(fatima), "?zoek=eettafel").context["results"]

    query = "&".join(f"ding={each.row.pk}" for each in found)
    text = as_member(fatima).get(f"/balie/mandje/?{query}").content.decode()

    assert all(row.title in text for row in rows)


def test_a_private_ask_comes_on_no_desk_and_in_no_basket(as_member, fatima, noor, bram):
    ask, offer = indexed(make_ask(noor, title="Voedsel nodig"), make_offer(bram, title="Voedsel"))

    titles = [each.row.title for each in page(as_member(fatima)).context["results"]]
    basket = as_member(fatima).get(f"/balie/mandje/?ding={ask.pk}&ding={offer.pk}")

    assert titles == ["Voedsel"]
    assert [each.row.title for each in basket.context["results"]] == ["Voedsel"]


@pytest.mark.parametrize("odd", ["x", "\0", "00000000-0000-0000-0000-000000000000", "%"])
def test_an_odd_basket_is_empty(as_member, fatima, odd):
    answer = as_member(fatima).get("/balie/mandje/", {"ding": odd})

    assert "Het mandje is leeg" in answer.content.decode()


def test_a_basket_of_another_town_is_empty(as_member, elders, lists):
    colleague = give(make_member("Els", elders), RoleName.CONNECTOR, elders)
    client = as_member(colleague, host="elders.testserver")

    assert not client.get(f"/balie/mandje/?ding={lists[0].pk}").context["results"]
    assert not page(client).context["results"]


def send(client, row, to="klant@voorbeeld.example", key="a"):
    data = {"ding": str(row.pk), "to": to, "form_key": key}
    return client.post("/balie/mandje/", data)


def test_a_list_can_be_mailed_once(as_member, fatima, lists):
    client = as_member(fatima)

    assert send(client, lists[0]).status_code == 302
    send(client, lists[0])

    message = Message.objects.get()
    assert message.address == "klant@voorbeeld.example"
    assert "Voedselbank" in message.text
    assert "0184-555 999" not in message.text
    assert not mail.outbox


def test_a_wrong_address_is_said(as_member, fatima, lists):
    answer = send(as_member(fatima), lists[0], to="geen adres")

    assert answer.status_code == 422
    assert not Message.objects.exists()


def test_nobody_mails_a_whole_town(as_member, fatima, lists, monkeypatch):
    monkeypatch.setattr("plein.bridges.overviews.actions.desk.A_DAY", 2)
    client = as_member(fatima)

    codes = [send(client, lists[0], key=str(n)).status_code for n in range(3)]

    assert codes == [302, 302, 422]
    assert Message.objects.count() == 2


@pytest.mark.parametrize(("who", "there"), [("noor", False), ("fatima", True), ("host", True)])
def test_the_way_to_the_desk_stands_on_my_page(as_member, request, waterdrecht, who, there):
    text = as_member(request.getfixturevalue(who)).get("/mijn/").content.decode()

    assert ('href="/balie/"' in text) is there


def test_the_price_stands_there_once_in_its_own_words(as_member, fatima, waterdrecht):
    said = (fact("Contributie per jaar", "coins"),)
    made(waterdrecht, "Koor", cost="paid", desk_facts=said)

    html = page(as_member(fatima), "?zoek=koor").content.decode()

    assert "Contributie per jaar" in html
    assert "Kost iets" not in html
