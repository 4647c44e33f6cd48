"""Choosing together: a slip with a code, and nothing kept of who takes it along (DOOR-8)."""

import pytest
from django.utils import timezone

from plein.bridges.overviews.tests.making import indexed, make_ask
from plein.bridges.referrals.models import Referral
from plein.bridges.referrals.tests.making import make_slip, make_thing
from plein.features.directory.models import Entry
from plein.foundation.audit.models import Record
from plein.foundation.care.tests.making import admit, make_agreement
from plein.foundation.communities.models import RoleName
from plein.foundation.organisations.actions import add_editor
from plein.foundation.organisations.models import Organisation
from plein.foundation.outbox.models import Message
from plein.shared.notifications.models import Notification
from plein.testing.cast import give, make_member

NEW = "/verwijzen/nieuw/"


@pytest.fixture
def ark(waterdrecht, mila):
    return Organisation.objects.create(
        town=waterdrecht, community=waterdrecht, name="De Ark", slug="de-ark",
        admitted_at=timezone.now(),
    )  # fmt: skip


@pytest.fixture
def table(waterdrecht, ark):
    return make_thing(waterdrecht, phone="0184-555 020", organisation=ark.pk)


@pytest.fixture
def petra(mila, centrum):
    return admit(make_agreement(mila), make_member("Petra", centrum), mila)


def post(client, row, **said):
    return client.post(f"{NEW}{row.pk}/", {"word": "", "to": "", **said})


@pytest.mark.parametrize("who", ["fatima", "mila", "petra"])
def test_a_slip_has_a_code_where_to_go_and_whom_to_call(as_member, request, table, who):
    client = as_member(request.getfixturevalue(who))
    answer = post(client, table, word="dinsdag")

    referral = Referral.objects.get()
    page = client.get(answer.url).content.decode()
    assert answer.url == f"/verwijzen/bon/{referral.pk}/"
    for words in (referral.shown_code, "Eettafel De Ark", "Kerkstraat 15", "0184-555 020"):
        assert words in page
    assert "goes--strip" in client.get(f"{answer.url}?papier=bon").content.decode()
    assert "dinsdag" not in page
    assert "dinsdag" in client.get("/verwijzen/").content.decode()


def test_a_host_of_one_district_gives_slips_as_well(as_member, molenwijk, table):
    hanna = give(make_member("Hanna", molenwijk), RoleName.HOST, molenwijk)

    answer = post(as_member(hanna), table)

    assert answer.status_code == 302
    assert "Eettafel" in as_member(hanna).get("/verwijzen/").content.decode()


@pytest.mark.parametrize(
    ("who", "code"), [("guest", 302), ("nadia", 404), ("noor", 404), ("joost", 404)]
)
def test_for_anybody_else_there_are_no_slips(as_member, request, fatima, table, who, code):
    referral = make_slip(fatima, row=table)
    client = as_member(None if who == "guest" else request.getfixturevalue(who))
    pages = [f"{NEW}{table.pk}/", "/verwijzen/", referral.get_absolute_url()]

    assert {client.get(url).status_code for url in pages} == {code}
    assert post(client, table).status_code == code
    assert Referral.objects.count() == 1


def test_a_professional_whom_nobody_let_in_is_told_so(as_member, centrum, waterdrecht, table):
    pro = give(make_member("Pro", centrum), RoleName.PROFESSIONAL, waterdrecht)
    answer = post(as_member(pro), table)

    assert answer.status_code == 403
    assert "beheerder" in answer.content.decode()


def test_no_colleague_or_manager_sees_the_slip_of_another(as_member, fatima, mila, table):
    referral = make_slip(fatima, row=table)

    assert as_member(mila).get(referral.get_absolute_url()).status_code == 404
    assert "Eettafel" not in as_member(mila).get("/verwijzen/").content.decode()
    assert as_member(mila).post(f"{referral.get_absolute_url()}weg/").status_code == 404


@pytest.mark.parametrize("word", ["mevrouw Jansen", "J. de W.", "03-04-1941", "a@b.nl"])
def test_a_word_that_tells_who_it_is_is_refused(as_member, fatima, table, word):
    assert post(as_member(fatima), table, word=word).status_code == 422
    assert not Referral.objects.exists()


def test_it_goes_to_a_phone_once_and_the_number_stands_in_the_message_only(
    as_member, fatima, table
):
    client = as_member(fatima)
    key = client.get(f"{NEW}{table.pk}/").context["form_key"]
    first = post(client, table, to="06 12 34 56 78", form_key=key)
    second = post(client, table, to="06 12 34 56 78", form_key=key)

    message = Message.objects.get()
    referral = Referral.objects.get()
    assert second.url == first.url
    assert (message.channel, message.address) == ("text", "+31612345678")
    assert referral.shown_code in message.text
    assert "612345678" not in f"{vars(referral)}{list(Record.objects.values_list('values'))}"


def test_by_mail_as_well_and_never_to_a_landline(as_member, fatima, table):
    client = as_member(fatima)

    assert post(client, table, to="0184 555020").status_code == 422
    post(client, table, to="truus@voorbeeld.example")
    assert "Eettafel De Ark" in Message.objects.get().text


def test_the_organisation_hears_by_mail_that_somebody_may_come_and_no_name(
    as_member, fatima, table, ark, waterdrecht
):
    Entry.objects.create(town=waterdrecht, organisation=ark, mail="info@ark.example")
    post(as_member(fatima), table, word="dinsdag", tells="on")

    message = Message.objects.get()
    assert message.address == "info@ark.example"
    assert "/gekomen/" in message.text
    assert "Fatima" not in message.text
    assert "dinsdag" not in message.text


def test_without_an_address_who_speaks_for_it_hears_on_the_site(fatima, bram, mila, table, ark):
    add_editor(ark, bram, by=mila)
    make_slip(fatima, row=table, tells=True)

    told = Notification.objects.get(to=bram)
    assert told.url.startswith("/gekomen/")
    assert not Message.objects.filter(text__contains="Fatima").exists()


def test_who_is_not_to_be_told_is_not_told(as_member, fatima, bram, mila, table, ark):
    add_editor(ark, bram, by=mila)
    post(as_member(fatima), table)

    assert not Notification.objects.filter(to=bram).exists()
    assert not Message.objects.exists()


def test_nobody_is_sent_to_an_ask_or_to_something_of_another_town(
    as_member, fatima, noor, elders, waterdrecht
):
    (ask,) = indexed(make_ask(noor, audience="public"))
    client = as_member(fatima)

    assert post(client, ask).status_code == 404
    assert post(client, make_thing(elders)).status_code == 404


def test_with_organisations_off_slips_are_gone(as_member, fatima, waterdrecht, table):
    referral = make_slip(fatima, row=table)
    waterdrecht.module_changes = {"directory": False}
    waterdrecht.save()

    for url in ("/verwijzen/", referral.get_absolute_url(), "/gekomen/", f"{NEW}{table.pk}/"):
        assert as_member(fatima).get(url).status_code == 404


def test_the_basket_of_the_desk_leads_to_a_slip(as_member, fatima, table):
    page = as_member(fatima).get(f"/balie/mandje/?ding={table.pk}").content.decode()

    assert f'href="{NEW}{table.pk}/"' in page


def test_no_code_is_kept_and_a_lost_slip_is_printed_with_the_same_code(as_member, fatima, table):
    referral = make_slip(fatima, row=table)
    kept = f"{list(Referral.objects.values())}{list(Record.objects.values())}"
    code = referral.code

    assert len(code) == 6
    assert code not in kept
    assert code not in referral.get_absolute_url()
    again = as_member(fatima).get(referral.get_absolute_url()).content.decode()
    assert referral.shown_code in again
    other = Referral(pk=referral.pk, town=referral.town, digest="of an older code")
    assert other.code == ""


def test_the_desk_shows_no_slip_to_who_may_not_give_one(
    as_member, centrum, waterdrecht, fatima, petra, table
):
    pro = give(make_member("Pro", centrum), RoleName.PROFESSIONAL, waterdrecht)
    urls = ["/balie/", f"/balie/mandje/?ding={table.pk}"]

    for who, sees in ((pro, False), (petra, True), (fatima, True)):
        pages = [as_member(who).get(url).content.decode() for url in urls]
        assert [("/verwijzen/" in page) for page in pages] == [sees, sees]


def test_the_desk_answers_htmx_with_the_whole_page(as_member, fatima):
    answer = as_member(fatima).get("/balie/", headers={"HX-Request": "true"})

    assert answer.status_code == 200
    assert "<h1>" in answer.content.decode()
