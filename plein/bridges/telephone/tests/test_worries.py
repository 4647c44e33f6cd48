"""'Er is iets gebeurd' and 'Ik maak me zorgen', said on the phone (HELP-16)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.telephone import actions, matters, tasks
from plein.bridges.telephone.actions import ask_call
from plein.bridges.telephone.models import Worry
from plein.bridges.telephone.tests.making import truus_is_answered
from plein.features.noticeboard import actions as board
from plein.features.noticeboard.models import Concern, OnClock, Response
from plein.features.noticeboard.tests.making import agreed, make_ask
from plein.foundation.audit.models import Record
from plein.foundation.communities.models import RoleName
from plein.foundation.outbox.models import Message
from plein.shared.notifications.models import Notification
from plein.testing.cast import give, make_member


@pytest.fixture
def truus(molenwijk, bram, fatima, mila):
    """(row of her news, Bram's answer); Mila is the one by name for safety."""
    OnClock.objects.create(
        town_id=molenwijk.town_id, community_id=molenwijk.town_id, member=mila, name="Mila",
        for_safety=True,
    )  # fmt: skip
    return truus_is_answered(molenwijk, bram, fatima)


def called_back(phone, place):
    ask_call(phone, community=place, visitor="1")
    dayboard.refresh(place.town_id)
    return MatterRow.objects.get(kind="telephone.call_back").pk


def said(response, **changes) -> dict[str, str]:
    return {"talk": str(response.pk), "kind": "incident", "about": "unsafe"} | changes


def test_every_call_and_every_talk_leads_there(as_member, fatima, truus):
    row, response = truus
    browser, url = as_member(fatima), f"/bellijst/{row.pk}/vertellen/"

    assert url in browser.get(f"/bellijst/{row.pk}/").content.decode()
    assert (
        url
        in browser.get(f"/bellijst/{row.pk}/gesprek/{response.conversation.code}/").content.decode()
    )
    html = browser.get(url).content.decode()
    assert "112" in html
    assert "Mila" in html
    assert "Bram (" in html


def test_it_is_hers_and_the_audit_says_who_wrote_it_down(as_member, fatima, mila, truus):
    row, response = truus
    as_member(fatima).post(f"/bellijst/{row.pk}/vertellen/", said(response))

    concern = Concern.objects.get()
    assert (concern.by.name, concern.noted_by, concern.about_member.name) == (
        "Truus", fatima, "Bram",
    )  # fmt: skip
    line = Record.objects.get(key="noticeboard.concern.told")
    assert (line.by_id, line.values["of"]) == (fatima.pk, str(concern.by_id))
    assert Notification.objects.filter(to=mila, key="noticeboard.concern").exists()
    html = as_member(mila).get(f"/prikbord/zorg/{concern.pk}/").content.decode()
    assert "opgeschreven door Fatima" in html
    assert "tel:+31612340001" in html


def test_a_helper_on_the_phone_tells_about_the_asker(as_member, fatima, bram, molenwijk, truus):
    """Whoever is called, for whatever reason."""
    _row, response = truus
    bram.account = None
    bram.address, bram.channel = "+31612340002", "phone"
    bram.save()
    agreed(make_ask(fatima, title="Lamp"), bram)
    key = called_back("+31612340002", molenwijk)
    as_member(fatima).post(f"/bellijst/{key}/vertellen/", said(response, kind="worry"))

    concern = Concern.objects.get()
    assert (concern.by.name, concern.about_member.name) == ("Bram", "Truus")


def test_the_same_person_twice_is_told_apart_by_the_day(as_member, fatima, bram, truus):
    """Two times Bram with the shopping: which of the two is it about?"""
    row, response = truus
    url = f"/bellijst/{row.pk}/vertellen/"
    asker = response.post.author
    other = board.respond(make_ask(asker, title="Brood"), "Ik kom langs.", by=bram)
    Response.objects.filter(pk=response.pk).update(changed_at=datetime(2024, 3, 1, 12, tzinfo=UTC))

    form = as_member(fatima).get(url).context["form"]

    named = dict(form.fields["talk"].choices)
    assert named[str(response.pk)].endswith(", 1 maart 2024")
    assert named[str(other.pk)] != named[str(response.pk)]


@pytest.mark.parametrize("wrong", [{"talk": ""}, {"talk": "x"}, {"kind": "x"}, {"about": ""}])
def test_a_choice_that_is_missing_is_asked_again(as_member, fatima, truus, wrong):
    row, response = truus
    page = as_member(fatima).post(f"/bellijst/{row.pk}/vertellen/", said(response, **wrong))

    assert page.status_code == 422
    assert not Concern.objects.exists()


def test_nobody_else_writes_it_down(as_member, bram, noor, joost, centrum, truus):
    row, response = truus
    give(bram, RoleName.CONNECTOR, centrum)

    for other in (None, noor, bram, joost):
        page = as_member(other).post(f"/bellijst/{row.pk}/vertellen/", said(response))
        assert page.status_code in (302, 404)
    assert not Concern.objects.exists()


MONDAY_TWO = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # 14.00 in Waterdrecht
NOTE = "/telefoon/melding/onbekend/"
PIET = {"teller": "Piet", "phone": "06 12349999", "kind": "worry", "about": "alone"}


def test_who_is_not_known_here_reaches_the_people_by_name_all_the_same(
    as_member, fatima, mila, noor, joost, truus
):
    browser = as_member(fatima)
    asked = browser.get("/telefoon/melding/").content.decode()
    assert NOTE in asked
    page = browser.post("/telefoon/melding/", {"phone": PIET["phone"]}).content.decode()
    assert f'action="{NOTE}"' in page
    assert 'value="06 12349999"' in page
    for missing in ("teller", "kind", "about"):
        assert browser.post(NOTE, PIET | {missing: ""}).status_code == 422
    assert browser.post(NOTE, PIET).status_code == 302

    worry = Worry.objects.get()
    assert (worry.teller, worry.phone, worry.noted_by) == ("Piet", "+31612349999", fatima)
    news = Notification.objects.get(to=mila, key="telephone.worry")
    assert news.url == f"/telefoon/zorg/{worry.pk}/"
    assert "Piet" not in news.subject + news.text
    dayboard.refresh(fatima.town_id)
    row = MatterRow.objects.get(kind="telephone.worry")
    assert (row.said, row.only_for) == ("Ik maak me zorgen", f"|{mila.pk}|")

    for other in (None, noor, joost, fatima):
        assert as_member(other).get(news.url).status_code in (302, 404)
    html = as_member(mila).get(news.url).content.decode()
    assert "tel:+31612349999" in html
    assert "0800 2000" in html
    as_member(mila).post(news.url)
    dayboard.refresh(fatima.town_id)
    assert not MatterRow.objects.filter(kind="telephone.worry").exists()
    assert Record.objects.get(key="telephone.worry.heard").by_id == mila.pk
    assert "612349999" not in str([one.__dict__ for one in Record.objects.all()])
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        actions.forget()
    assert not Worry.objects.exists()


def test_also_without_a_number_or_of_who_asked_to_be_called(as_member, fatima, molenwijk, truus):
    browser = as_member(fatima)
    browser.post(NOTE, PIET | {"phone": ""})
    key = called_back("+31612349999", molenwijk)
    url = f"/bellijst/{key}/vertellen/"
    assert url in browser.get(f"/bellijst/{key}/").content.decode()
    assert "06 12349999" in browser.get(url).content.decode()
    browser.post(url, PIET)

    assert set(Worry.objects.values_list("phone", flat=True)) == {"", "+31612349999"}
    assert set(Worry.objects.values_list("community", flat=True)) == {
        molenwijk.town_id,
        molenwijk.pk,
    }


def test_when_nobody_by_name_has_an_account_who_notes_it_calls_one_now(as_member, fatima):
    page = as_member(fatima).post(NOTE, PIET, follow=True).content.decode()

    assert Worry.objects.exists()
    assert "Bel nu zelf een van deze mensen" in page
    assert "Els" in page


def test_a_neighbour_notes_no_worry(as_member, noor, joost):
    for other in (None, noor):
        assert as_member(other).post(NOTE, PIET).status_code in (302, 404)
    assert not Worry.objects.exists()


def test_who_calls_us_is_found_by_number_and_it_is_noted_in_their_name(as_member, fatima, truus):
    _row, response = truus
    browser = as_member(fatima)
    assert 'href="/telefoon/melding/"' in browser.get("/telefoon/").content.decode()

    found = browser.post("/telefoon/melding/", {"phone": "06 1234 0001"})
    assert "12340001" not in found.url
    assert "Bram (" in browser.get(found.url).content.decode()
    browser.post(found.url, said(response, kind="worry"))

    concern = Concern.objects.get()
    assert (concern.by.name, concern.noted_by) == ("Truus", fatima)
    assert Record.objects.get(key="telephone.caller.looked_up").by_id == fatima.pk


def test_of_a_number_nobody_has_it_says_who_takes_it_up(as_member, fatima, mila, truus):
    page = as_member(fatima).post("/telefoon/melding/", {"phone": "06 99999999"})

    assert page.status_code == 422
    assert "Mila" in page.content.decode()


def test_a_caller_of_another_part_a_neighbour_and_an_old_key_open_nothing(
    as_member, fatima, bram, noor, centrum, truus
):
    give(bram, RoleName.CONNECTOR, centrum)
    number = {"phone": "06 1234 0001"}
    key = as_member(fatima).post("/telefoon/melding/", number).url

    assert as_member(bram).post("/telefoon/melding/", number).status_code in (404, 422)
    for other in (None, noor, bram):
        assert as_member(other).post("/telefoon/melding/", number).status_code in (302, 404, 422)
        assert as_member(other).get(key).status_code in (302, 404)
    assert as_member(fatima).get("/telefoon/melding/x/").status_code == 404


@pytest.fixture
def clock():
    with time_machine.travel(MONDAY_TWO, tick=False) as traveller:
        yield traveller


@pytest.fixture
def ilse(molenwijk, waterdrecht):
    """The one by name; Mila gives people their tasks."""
    found = make_member("Ilse", molenwijk)
    OnClock.objects.create(
        town=waterdrecht, community=waterdrecht, member=found, name="Ilse", for_safety=True
    )
    return found


def later(clock, **spell) -> None:
    clock.shift(timedelta(**spell))
    tasks.worries_climb()


def heard_by(member) -> list[str]:
    found = Notification.objects.filter(to=member, key="telephone.worry").order_by("id")
    return [one.subject for one in found]


def on_day_start(member):
    """On whose day start the one worry stands."""
    [row] = matters.to_hear(member.town_id)
    return row.only_for


def texts_to_the_caller() -> list[str]:
    found = Message.objects.filter(channel="text", address="+31612349999").order_by("id")
    return [one.text for one in found]


def test_a_worry_that_nobody_took_up_climbs_and_the_caller_hears_it(
    as_member, clock, fatima, mila, ilse
):
    as_member(fatima).post(NOTE, PIET)
    later(clock, minutes=59)
    assert (len(heard_by(ilse)), heard_by(mila), texts_to_the_caller()) == (1, [], [])
    assert on_day_start(ilse) == {ilse.pk}

    later(clock, minutes=1)

    assert heard_by(mila) == ["Er is nog niet gebeld. Bel nu"]
    assert heard_by(ilse)[-1] == "Er is nog niet gebeld. Bel nu"
    [text] = texts_to_the_caller()
    assert "17.00 uur" in text
    assert "0184-555 010" in text
    assert on_day_start(ilse) == {ilse.pk, mila.pk}
    assert Record.objects.filter(key="telephone.worry.climbed").count() == 1
    tasks.worries_climb()
    assert len(heard_by(mila)) == 1


def test_in_the_end_the_caller_hears_whom_else_to_call_and_our_people_go_on(
    as_member, clock, fatima, mila, ilse
):
    as_member(fatima).post(NOTE, PIET)
    later(clock, hours=1)
    later(clock, hours=2)
    assert "niet gelukt" in texts_to_the_caller()[-1]
    before = len(heard_by(mila))
    for _day in range(3):
        later(clock, days=1)

    assert len(texts_to_the_caller()) == 2
    assert len(heard_by(mila)) == before + 3

    as_member(ilse).post(f"/telefoon/zorg/{Worry.objects.get().pk}/")
    later(clock, days=1)
    assert len(heard_by(mila)) == before + 3


def test_a_worry_that_was_heard_in_time_climbs_no_further(as_member, clock, fatima, mila, ilse):
    as_member(fatima).post(NOTE, PIET)
    as_member(ilse).post(f"/telefoon/zorg/{Worry.objects.get().pk}/")
    later(clock, hours=5)

    assert (heard_by(mila), texts_to_the_caller()) == ([], [])


def test_a_landline_gets_no_text_and_a_night_does_not_count(as_member, clock, fatima, mila, ilse):
    clock.move_to(datetime(2026, 11, 27, 22, 30, tzinfo=UTC))  # Friday, 23.30
    as_member(fatima).post(NOTE, PIET | {"phone": "0184 555 999"})
    later(clock, hours=9)
    assert heard_by(mila) == []
    later(clock, hours=1)

    assert heard_by(mila) == ["Er is nog niet gebeld. Bel nu"]
    assert not Message.objects.filter(channel="text", address__startswith="+31184").exists()
