"""Two become one on one screen; and invitations with their progress per organisation."""

import pytest

from plein.features.directory import keys
from plein.features.directory.actions import merging
from plein.features.directory.actions.inviting import to_invite
from plein.features.directory.models import Campaign, Contact, Entry, Invitation
from plein.features.directory.sheet import Spot, sheet_of
from plein.features.directory.tests.making import ADDRESS, fresh, make_contact, make_entry
from plein.foundation.communities import tree
from plein.foundation.organisations.access import may_speak_for
from plein.foundation.organisations.actions import FromElsewhere, add_editor
from plein.foundation.organisations.actions import merge as merge_organisations
from plein.foundation.outbox.models import Message


@pytest.fixture
def one(waterdrecht):
    return make_entry(waterdrecht, "Koor De Vink", line="Zingen", themes=("muziek-cultuur",))


@pytest.fixture
def other(waterdrecht):
    return make_entry(
        waterdrecht, "De Vink (koor)", line="", phone="0184 555 031", themes=("gezelschap",),
        slug="de-vink", months_ago=2, locations=(Spot(**ADDRESS | {"street": "Dijk 9"}),),
    )  # fmt: skip


def page(one, other):
    return f"/organisaties/beheer/dubbel/{one.pk}/{other.pk}/"


def test_pairs_are_found(as_member, mila, one, other):
    html = as_member(mila).get("/organisaties/beheer/dubbel/").content.decode()
    assert "Koor De Vink – De Vink (koor)" in html


def test_nothing_twice_says_so(as_member, mila, one):
    assert (
        "Er staat niets dubbel"
        in as_member(mila).get("/organisaties/beheer/dubbel/").content.decode()
    )


def test_one_screen_shows_both_and_what_you_choose_stays(as_member, mila, one, other):
    client = as_member(mila)
    html = client.get(page(one, other)).content.decode()
    assert "0184 555 020" in html
    assert "0184 555 031" in html

    choices = {
        "name": "one",
        "line": "one",
        "phone": "other",
        "themes": "both",
        "locations": "both",
    }
    client.post(page(one, other), choices)

    sheet = sheet_of(fresh(one))
    assert (sheet.name, sheet.line, sheet.phone) == ("Koor De Vink", "Zingen", "0184 555 031")
    assert sheet.themes == ("muziek-cultuur", "gezelschap")
    assert [spot.street for spot in sheet.locations] == ["Kerkstraat 4", "Dijk 9"]
    assert client.get(other.get_absolute_url()).url == one.get_absolute_url()


def test_what_differs_is_told_in_words_and_never_in_keys(as_member, mila, waterdrecht):
    keys = {"cost": "paid", "referral": "appointment", "vital": "doctor", "languages": ("nl", "tr")}
    one = make_entry(waterdrecht, "Huisarts", access=("wheelchair",), **keys)
    two = make_entry(waterdrecht, "Huisartsen", access=(), slug="huisartsen")

    html = as_member(mila).get(page(one, two)).content.decode().split("<main")[1]

    for words in ("Maak eerst een afspraak", "Het kost iets", "Dokter", "Nederlands, Turks"):
        assert words in html
    assert "appointment" not in html
    assert "wheelchair" not in html


def test_without_a_choice_it_asks_again(as_member, mila, one, other):
    assert as_member(mila).post(page(one, other), {}).status_code == 422
    assert fresh(other).organisation.merged_into is None


def test_editors_contacts_and_trust_come_along(mila, noor, one, other):
    add_editor(other.organisation, noor, by=mila)
    make_contact(other, "secretaris@vink.example")
    merging.merge(one, other, sheet_of(one), by=mila)

    assert may_speak_for(noor, one.organisation)
    assert not may_speak_for(noor, other.organisation)
    assert Contact.objects.get().entry_id == one.pk
    assert fresh(one).confirmed_at == other.confirmed_at


def test_merged_once_is_not_merged_again(as_member, mila, one, other):
    merging.merge(one, other, sheet_of(one), by=mila)
    assert as_member(mila).get(page(one, fresh(other))).status_code == 404
    with pytest.raises(merging.NotTwo):
        merging.merge(one, fresh(other), sheet_of(one), by=mila)
    with pytest.raises(merging.NotTwo):
        merging.merge(one, one, sheet_of(one), by=mila)


def test_over_the_border_nothing_is_merged(one, elders, mila):
    there = make_entry(elders, "Koor De Vink")
    with pytest.raises(FromElsewhere):
        merge_organisations(one.organisation, there.organisation, by=mila)


def test_a_merge_can_be_looked_back_at(mila, one, other):
    merging.merge(one, other, sheet_of(one).changed(line="Samen"), by=mila)
    assert one.versions.first().cause == "merge"


@pytest.fixture
def campaign(as_member, mila, one):
    make_contact(one, "info@vink.example")
    as_member(mila).post(
        "/organisaties/beheer/uitnodigen/", {"name": "Koren", "words": "Zing mee op de kaart."}
    )
    return Campaign.objects.get()


def link():
    invitation = Invitation.objects.select_related("contact").get()
    key = keys.write_key(keys.INVITE, invitation.pk, invitation.contact.mail)
    return f"/organisaties/uitnodiging/{key}/"


def progress(client, campaign):
    return client.get(f"/organisaties/beheer/uitnodigen/{campaign.pk}/").content.decode()


def test_each_gets_a_personal_mail_with_what_stands_there(campaign, one):
    mail = Message.objects.get(category="directory")
    assert mail.address == "info@vink.example"
    assert mail.subject == "De pagina van Koor De Vink staat klaar"
    assert "Zing mee op de kaart." in mail.text
    assert "0184 555 020" in mail.text
    assert "/organisaties/uitnodiging/" in mail.text


def test_who_was_invited_or_keeps_it_is_not_invited_again(as_member, mila, noor, campaign, other):
    make_contact(other)
    add_editor(other.organisation, noor, by=mila)
    html = as_member(mila).get("/organisaties/beheer/uitnodigen/").content.decode()
    assert "0 organisaties hebben een adres" in html


def test_a_wijk_without_the_map_is_not_invited(molenwijk):
    entry = make_entry(molenwijk, "Koor De Merel")
    make_contact(entry)
    assert entry in to_invite(molenwijk.tree.town)

    town = molenwijk.tree.site_of(molenwijk)
    town.module_changes = {"directory": False}
    town.version += 1
    town.save()
    tree.changed(town.pk)

    assert entry not in to_invite(town.tree.town)


def test_progress_goes_from_invited_to_complete(as_member, client, mila, noor, campaign, one):
    managers = as_member(mila)
    assert "1 uitgenodigd, 0 keken, 0 houden hun pagina bij, 1 zijn compleet" in progress(
        managers, campaign
    )
    assert "Dit lezen buren over Koor De Vink" in client.get(link()).content.decode()
    assert "1 keken" in progress(managers, campaign)

    as_member(noor).post(link(), {"answer": "keep"})

    assert may_speak_for(noor, one.organisation)
    assert "1 houden hun pagina bij" in progress(managers, campaign)


def test_from_the_invitation_it_can_be_confirmed_without_account(client, campaign, one):
    client.post(link(), {"answer": "right"})
    assert fresh(one).confirmed_as == "organisation"


def test_without_account_nobody_keeps_it(client, campaign, one):
    client.post(link(), {"answer": "keep"})
    assert not one.organisation.editors.exists()


def test_an_invitation_to_free_mail_is_no_proof(as_member, noor, mila, one):
    make_contact(one, "koor@gmail.com")
    as_member(mila).post("/organisaties/beheer/uitnodigen/", {"name": "a", "words": "b"})
    as_member(noor).post(link(), {"answer": "keep"})
    assert not may_speak_for(noor, one.organisation)
    assert one.claims.get().state == "waiting"


def test_who_was_let_go_does_not_come_back_by_the_old_invitation(
    as_member, campaign, mila, noor, bram, one
):
    as_member(noor).post(link(), {"answer": "keep"})
    one.organisation.editors.get().delete()

    for again in (noor, bram):
        page = as_member(again).post(link(), {"answer": "keep"}, follow=True).content.decode()
        assert "Iemand kijkt ernaar" in page
        assert not may_speak_for(again, one.organisation)


def test_the_coordinator_stays_coordinator(as_member, campaign, mila, noor, bram, one):
    as_member(noor).post(link(), {"answer": "keep"})
    add_editor(one.organisation, bram, by=noor)

    as_member(noor).post(link(), {"answer": "keep"})

    assert one.organisation.editors.get(member=noor).coordinator


def test_a_forwarded_or_old_link_elsewhere_opens_nothing(as_member, campaign, elders):
    assert as_member(host="elders.testserver").get(link()).status_code == 404
    old = link()
    Contact.objects.update(mail="nieuw@vink.example")
    assert as_member().get(old).status_code == 404


def test_complete_is_enough_to_go_there(waterdrecht, one):
    assert one.is_complete
    assert not make_entry(waterdrecht, "Leeg", about="", themes=()).is_complete
    assert Entry.objects.count() == 2
