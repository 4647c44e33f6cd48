"""Joining: three fields in the middle of something else."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.core import signing

from plein.foundation.accounts.models import Account
from plein.foundation.audit.models import Record
from plein.foundation.communities.forms.joining import JoinForm
from plein.foundation.communities.models import Member
from plein.foundation.communities.tests.test_sign_in import last_code
from plein.foundation.outbox.models import Message
from plein.foundation.places.models import Area


@pytest.fixture
def sem(molenwijk, centrum):
    return {"name": "Sem", "address": "sem@voorbeeld.nl", "home": str(molenwijk.pk)}


def test_joining_asks_three_things(molenwijk, centrum):
    form = JoinForm(tree=molenwijk.tree, here=molenwijk)
    asked = [f.name for f in form.visible_fields() if f.name != "website"]
    assert asked == ["name", "address", "home"]


def test_a_place_without_parts_asks_two(elders):
    form = JoinForm(tree=elders.tree, here=elders)
    assert "home" not in form.fields


def test_a_new_neighbour_joins_in_the_middle_of_a_question_and_returns_there(client, sem):
    terug = "/prikbord/vragen/klaar/"
    response = client.post("/meedoen/", sem | {"terug": terug})
    assert response.url == "/inloggen/code/"

    response = client.post("/inloggen/code/", {"code": last_code()})

    assert response.url == terug
    member = Member.objects.get()
    assert (member.name, member.state) == ("Sem", Member.State.ACTIVE)
    assert member.greeted_at is None
    assert SESSION_KEY in client.session


def test_until_the_code_is_right_somebody_waits_and_has_no_account(client, sem):
    client.post("/meedoen/", sem)

    assert Member.objects.get().state == Member.State.WAITING
    assert Account.objects.count() == 0
    assert SESSION_KEY not in client.session


def test_joining_works_with_nothing_but_a_phone_number(client, sem):
    client.post("/meedoen/", sem | {"address": "06-12 34 56 78"})
    client.post("/inloggen/code/", {"code": last_code()})

    member = Member.objects.get()
    assert member.account.phone == "+31612345678"
    assert member.channel == Member.Channel.TEXT


def test_who_is_known_already_simply_signs_in(client, noor, sem):
    client.post("/meedoen/", sem | {"name": "Iemand", "address": noor.account.email})
    client.post("/inloggen/code/", {"code": last_code()})

    assert Member.objects.get().name == "Noor"
    assert client.session[SESSION_KEY] == str(noor.account_id)


def test_a_second_try_leaves_one_member(client, sem):
    client.post("/meedoen/", sem | {"name": "Sm"})
    client.post("/meedoen/", sem)
    client.post("/inloggen/code/", {"code": last_code()})

    assert [m.name for m in Member.objects.all()] == ["Sem"]


def test_a_person_is_kept_in_the_cell_in_the_middle_of_the_wijk(client, sem, molenwijk):
    area = Area.objects.create(code="WK1", name="Molenwijk", outline={}, lat=51.8123, lon=4.7712)
    type(molenwijk).objects.filter(pk=molenwijk.pk).update(area=area)
    client.post("/meedoen/", sem)
    client.post("/inloggen/code/", {"code": last_code()})

    cell = Member.objects.get().cell
    assert cell.middle == pytest.approx((51.8125, 4.772), abs=1e-9)


def test_the_page_tells_the_least_age_in_words(client, molenwijk, centrum):
    html = client.get("/meedoen/").content.decode()
    assert "Ik ben 16 of ouder. Meedoen" in html
    assert 'href="/meedoen/jonger/"' in html


def test_who_is_younger_reads_what_can_be_done_today(client, waterdrecht):
    html = client.get("/meedoen/jonger/").content.decode()
    for way in ("16 jaar", "Samen met een ouder", "Met school", "Of bel ons", waterdrecht.phone):
        assert way in html
    assert "<form" not in html.split("<main", 1)[1].split("</main>")[0]


def test_the_audit_tells_that_somebody_joined_without_name_or_address(client, sem):
    client.post("/meedoen/", sem)
    client.post("/inloggen/code/", {"code": last_code()})

    keys = [record.key for record in Record.objects.all()]
    assert "communities.member.joined" in keys
    assert "Sem" not in str(list(Record.objects.values()))
    assert "voorbeeld.nl" not in str(list(Record.objects.values()))


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "   "),
        ("name", "12345"),
        ("name", "bel 0612345678"),
        ("name", "<script>"),
        ("name", "https://boef.example"),
        ("name", "N" * 41),
        ("address", "geen adres"),
        ("home", ""),
        ("home", "molenwijk"),
        ("home", "00000000-0000-0000-0000-000000000000"),
    ],
)
def test_what_cannot_be_is_explained_and_nothing_is_made(client, sem, field, typed):
    response = client.post("/meedoen/", sem | {field: typed})

    assert response.status_code == 422
    assert "field__error" in response.content.decode()
    assert Member.objects.count() == 0


def test_a_home_in_another_town_cannot_be_chosen(client, sem, elders):
    assert client.post("/meedoen/", sem | {"home": str(elders.pk)}).status_code == 422


def test_a_machine_that_fills_in_everything_gets_no_code(client, sem):
    response = client.post("/meedoen/", sem | {"website": "https://boef.example"})

    assert response.url == "/inloggen/code/"
    assert Message.objects.count() == 0
    assert Member.objects.count() == 0


def test_a_machine_that_is_too_fast_has_to_come_back(client, sem, settings):
    settings.LEAST_SECONDS_TO_JOIN = 2
    began = client.get("/meedoen/").context["form"]["began"].value()

    assert client.post("/meedoen/", sem | {"began": began}).status_code == 422
    assert client.post("/meedoen/", sem).status_code == 422
    assert Message.objects.count() == 0


def test_a_person_who_takes_their_time_is_no_machine(client, sem, settings):
    settings.LEAST_SECONDS_TO_JOIN = 2
    began = signing.dumps(1_000_000_000.0, salt="plein.join")

    assert client.post("/meedoen/", sem | {"began": began}).status_code == 302


def test_who_is_not_active_yet_reads_what_to_do_and_whom_to_call(client, sem):
    client.post("/meedoen/", sem)

    page = client.get("/meedoen/nog-niet-actief/").content.decode()

    assert "Je account is nog niet actief" in page
    assert "0184-555 010" in page
    assert "Bibliotheek" in page


def test_the_page_for_who_is_not_active_sends_a_new_code(client, sem):
    client.post("/meedoen/", sem)
    client.post("/meedoen/nog-niet-actief/")

    assert Message.objects.count() == 2
    client.post("/inloggen/code/", {"code": last_code()})
    assert SESSION_KEY in client.session


def test_a_stranger_does_not_see_a_page_about_an_account(client, waterdrecht):
    assert client.get("/meedoen/nog-niet-actief/").url == "/inloggen/"


def test_a_waiting_member_with_an_account_becomes_active_by_a_code(client, noor):
    Member.objects.update(state=Member.State.WAITING)
    client.force_login(noor.account)
    assert client.get("/mijn/profiel/").url.startswith("/meedoen/nog-niet-actief/")

    client.post("/meedoen/nog-niet-actief/")
    client.post("/uitloggen/")
    client.post("/inloggen/", {"address": noor.account.email})
    client.post("/inloggen/code/", {"code": last_code()})

    noor.refresh_from_db()
    assert noor.state == Member.State.ACTIVE


def test_a_machine_that_already_proved_an_address_is_caught_as_well(client, sem):
    client.post("/inloggen/", {"address": "robot@voorbeeld.nl"})
    client.post("/inloggen/code/", {"code": last_code()})

    answer = client.post("/meedoen/", sem | {"website": "https://boef.example"}, follow=True)

    assert answer.status_code == 200
    assert not Member.objects.filter(name="Sem").exists()
