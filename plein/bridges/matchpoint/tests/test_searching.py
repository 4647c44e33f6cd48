"""Searching together at the screen, and a list to take along (DOOR-7)."""

import pytest

from plein.bridges.matchpoint.models import Sitting
from plein.bridges.matchpoint.tests.making import ask_at, make_matchpoint, open_screen, search_at
from plein.bridges.overviews.tests.listings_made import fact, made
from plein.bridges.overviews.tests.making import indexed, make_ask
from plein.bridges.referrals.models import Referral
from plein.foundation.outbox.models import Message

ZOEK, LIJST = "/matchpunt/zoeken/", "/matchpunt/lijst/"


@pytest.fixture
def screen(mila, fatima):
    return open_screen(make_matchpoint(mila), fatima)


@pytest.fixture
def food(waterdrecht):
    return made(
        waterdrecht,
        "Voedselbank",
        phone="0184-555 020",
        facts=(fact("Elke dinsdag om 10 uur", "clock"),),
        desk_only=(fact("Collega: 0184-555 999"),),
    )


def listed(screen, row):
    search_at(screen, "voedsel")
    screen.post(ZOEK, {"erbij": str(row.pk)})
    return screen


def send(screen, to, key="a"):
    return screen.post(LIJST, {"to": to, "form_key": key})


def test_what_fits_goes_on_a_list_with_when_it_is_and_no_notes_for_colleagues(screen, food):
    search_at(screen, "voedsel")
    page = screen.get(ZOEK).content.decode()
    assert "Voedselbank" in page
    assert "0184-555 999" not in page

    answer = screen.post(ZOEK, {"erbij": str(food.pk)})
    paper = screen.get(LIJST).content.decode()

    assert answer.url == f"{ZOEK}#d{str(food.pk)[-8:]}"
    for words in ("Voedselbank", "0184-555 020", "Elke dinsdag om 10 uur", "Fatima"):
        assert words in paper
    assert "0184-555 999" not in paper


def test_nothing_that_was_looked_for_stands_in_an_address(screen, food):
    screen.post("/matchpunt/samen/")

    assert screen.post(ZOEK, {"zoek": "schulden"}).url == ZOEK
    assert 'value="schulden"' in screen.get(ZOEK).content.decode()


def test_the_list_stays_while_searching_on_and_asking_and_can_become_shorter(screen, food):
    listed(screen, food)
    search_at(screen, "iets anders")
    screen.post("/matchpunt/vraag/")
    assert "Voedselbank" in screen.get(LIJST).content.decode()

    screen.post(LIJST, {"eraf": str(food.pk)})

    assert "Voedselbank" not in screen.get(LIJST).content.decode()


def test_the_list_is_wiped_with_the_screen_and_the_next_one_finds_none(screen, food):
    listed(screen, food)
    screen.post("/matchpunt/leeg/")

    assert not Sitting.objects.exists()
    assert screen.get(LIJST).url == "/matchpunt/"
    screen.post("/matchpunt/samen/")
    assert "Voedselbank" not in screen.get(LIJST).content.decode()


def test_a_list_goes_to_a_phone_once_and_the_number_is_kept_in_the_message_only(screen, food):
    listed(screen, food)

    assert send(screen, "06 12 34 56 78").url == LIJST
    send(screen, "06 12 34 56 78")

    message = Message.objects.get()
    assert (message.channel, message.address) == ("text", "+31612345678")
    assert message.text.splitlines()[1] == "Voedselbank: 0184-555 020"
    assert "612345678" not in str(Sitting.objects.get().found)


def test_or_by_mail(screen, food):
    listed(screen, food)
    send(screen, "truus@voorbeeld.example")

    assert "Elke dinsdag om 10 uur" in Message.objects.get().text


@pytest.mark.parametrize("to", ["geen adres", "0184 555020", ""])
def test_where_nothing_arrives_nothing_is_sent_and_the_list_stays(screen, food, to):
    listed(screen, food)
    answer = send(screen, to)

    assert answer.status_code == 422
    assert "Voedselbank" in answer.content.decode()
    assert not Message.objects.exists()


def test_a_private_ask_is_found_at_no_screen_and_comes_on_no_list(screen, noor):
    (ask,) = indexed(make_ask(noor, title="Voedsel nodig"))
    search_at(screen, "voedsel")
    screen.post(ZOEK, {"erbij": str(ask.pk)})

    assert "Voedsel nodig" not in screen.get(ZOEK).content.decode()
    assert "Voedsel nodig" not in screen.get(LIJST).content.decode()


@pytest.mark.parametrize("odd", ["x", "\0", "%", "9" * 400])
def test_an_odd_choice_puts_nothing_on_the_list(screen, odd):
    screen.post("/matchpunt/samen/")
    screen.post(ZOEK, {"erbij": odd})
    screen.post(ZOEK, {"zoek": odd, "wijk": odd})

    assert "Je lijst is leeg" in screen.get(LIJST).content.decode()


@pytest.mark.parametrize("url", [ZOEK, LIJST])
def test_on_any_other_computer_there_is_no_list(client, as_member, mila, food, url):
    make_matchpoint(mila)

    assert client.get(url).url == "/matchpunt/"
    assert as_member(mila).post(url, {"to": "a@b.example"}).url == "/matchpunt/"
    assert not Message.objects.exists()


def test_who_asked_before_searches_on_under_the_same_name(screen, molenwijk, food):
    ask_at(screen, molenwijk)
    listed(screen, food)

    assert "Truus" in screen.get("/matchpunt/mijn/").content.decode()


def test_a_long_silence_without_javascript_leads_back_to_the_search(screen, food):
    listed(screen, food)

    assert f'href="{ZOEK}"' in screen.get("/matchpunt/stil/").content.decode()


@pytest.fixture
def table(waterdrecht):
    return made(waterdrecht, "Eettafel voedsel", kind="organisation", place="Kerkstraat 15")


def test_at_the_screen_somebody_gets_a_slip_with_a_code_and_the_host_hears_of_it(
    screen, table, as_member, fatima, client
):
    page = listed(screen, table).get(LIJST).content.decode()
    key = screen.get(LIJST).context["form_key"]
    answer, again = (
        screen.post(f"{LIJST}bon/", {"bon": str(table.pk), "form_key": key}) for _ in range(2)
    )
    slip = Referral.objects.get()
    paper = answer.content.decode()

    assert f'name="bon" value="{table.pk}"' in page
    for words in (slip.shown_code, "Kerkstraat 15", "0184-555 020"):
        assert words in paper
    assert slip.shown_code in again.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert slip.by == fatima
    client.post(client.post("/gekomen/", {"code": slip.code}).url, {"echo": "came"})
    assert "Gekomen" in as_member(fatima).get("/verwijzen/").content.decode()


def test_only_what_lies_on_the_list_gets_a_slip_and_only_on_an_open_screen(
    screen, table, client, waterdrecht
):
    search_at(screen, "voedsel")
    assert screen.post(f"{LIJST}bon/", {"bon": str(table.pk)}).url == LIJST
    assert client.post(f"{LIJST}bon/", {"bon": str(table.pk)}).status_code in (302, 404)
    listed(screen, table)
    waterdrecht.module_changes = {"directory": False}
    waterdrecht.save()
    assert 'name="bon"' not in screen.get(LIJST).content.decode()
    assert not Referral.objects.exists()
