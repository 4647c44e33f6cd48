"""A library or a doctor's practice hears each month of what stands, after its yes (BLOCK-10)."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from plein.bridges.publications import actions
from plein.bridges.publications.models import Reader, Standing
from plein.bridges.publications.tasks import clear_old, renew
from plein.bridges.publications.tests.making import make_agenda, make_standing
from plein.foundation.accounts import limits
from plein.foundation.outbox.models import Message

BIEB = "balie@bieb.example"


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def standing(noor, waterdrecht):
    make_agenda(noor, "Koffie in De Wiek")
    return make_standing(noor, waterdrecht, name="Spreekuur Noor", house="agenda")


def asked(as_member, standing, by, mail=BIEB):
    return as_member(by).post(f"/op-papier/vast/{standing.code}/wie/", {"mail": mail})


def link_in(message):
    return re.search(r"https?://\S+(/op-papier/post/\S+/)", message.text)[1]


def mails():
    return list(Message.objects.filter(address=BIEB).order_by("made_at"))


def next_month(standing):
    Standing.objects.update(next_on=timezone.localdate())
    renew(str(standing.pk))


def test_an_address_is_asked_first_and_hears_of_it_after_a_yes(as_member, client, noor, standing):
    asked(as_member, standing, noor)
    (question,) = mails()
    assert "Iemand van Waterdrecht" in question.text
    next_month(standing)
    assert mails() == [question], "no yes yet"

    page = client.get(link_in(question)).content.decode()
    assert "Wil je dit elke maand?" in page
    assert not Reader.objects.get().confirmed_at, "opening it changes nothing"
    client.post(link_in(question), {"answer": "yes"})
    next_month(standing)
    next_month(standing)

    _question, told = mails()
    assert f"/op-papier/vast/{standing.code}/" in told.text
    assert "Niet meer sturen" in told.text


def test_the_question_holds_no_word_that_somebody_typed(as_member, noor, standing):
    asked(as_member, standing, noor)

    assert not {"Spreekuur", "Noor"} & set(re.findall(r"\w+", mails()[0].text))


def test_each_mail_has_a_way_to_stop_and_then_nothing_stays(as_member, client, noor, standing):
    asked(as_member, standing, noor)
    url = link_in(mails()[0])
    client.post(url, {"answer": "yes"})

    answer = client.post(url, {"answer": "no"}, follow=True)

    assert "Er komt niets meer" in answer.content.decode()
    assert not Reader.objects.exists()
    assert "Er komt niets meer" in client.get(url).content.decode()


def test_a_key_that_is_not_ours_opens_nothing(client, standing):
    assert client.get("/op-papier/post/geen-sleutel/").status_code == 404


def test_the_maker_sees_who_said_yes_and_takes_an_address_away(as_member, noor, standing):
    asked(as_member, standing, noor)
    browser, url = as_member(noor), f"/op-papier/vast/{standing.code}/wie/"
    assert "Heeft nog geen ja gezegd" in browser.get(url).content.decode()
    reader = Reader.objects.get()
    actions.confirm_reader(reader)
    assert "Krijgt hem elke maand" in browser.get(url).content.decode()

    browser.post(f"{url}{reader.pk}/weg/")

    assert not Reader.objects.exists()


@pytest.mark.parametrize("who", ["bram", "fatima"])
def test_nobody_else_sees_or_adds_an_address(request, as_member, noor, standing, who):
    asked(as_member, standing, noor)
    other = request.getfixturevalue(who)

    assert as_member(other).get(f"/op-papier/vast/{standing.code}/wie/").status_code == 404
    assert asked(as_member, standing, other, "x@y.example").status_code == 404
    assert BIEB not in as_member(other).get(standing.get_absolute_url()).content.decode()


def test_five_addresses_are_enough_and_the_same_one_is_asked_once(as_member, noor, standing):
    for number in range(5):
        asked(as_member, standing, noor, f"{number}@bieb.example")
    again = asked(as_member, standing, noor, "0@bieb.example")

    assert again.status_code == 302
    assert "Meer dan vijf" in asked(as_member, standing, noor).content.decode()
    assert Message.objects.filter(address="0@bieb.example").count() == 1


def test_an_address_is_not_asked_again_and_again(as_member, noor, standing, monkeypatch):
    monkeypatch.setitem(limits.LIMITS, "reader.address", (1, 3600))
    asked(as_member, standing, noor)
    actions.drop_reader(Reader.objects.get(), by=noor)

    assert asked(as_member, standing, noor).status_code == 422
    assert len(mails()) == 1


def test_who_did_not_answer_is_forgotten(as_member, noor, standing):
    asked(as_member, standing, noor)
    Reader.objects.update(asked_at=timezone.now() - timedelta(days=15))

    clear_old()

    assert not Reader.objects.exists()


def test_without_an_address_it_asks_for_one(as_member, noor, standing):
    assert asked(as_member, standing, noor, "bieb").status_code == 422
    assert not Reader.objects.exists()


def test_when_it_stops_its_addresses_go_along(as_member, noor, standing):
    asked(as_member, standing, noor)

    actions.stop(standing, by=noor)

    assert not Reader.objects.exists()
