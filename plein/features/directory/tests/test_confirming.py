"""One click from a mail, without signing in; who is gone hands over; what bounces is called."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.features.directory import actions, keys, queries
from plein.features.directory.actions import inviting
from plein.features.directory.matters import MATTERS
from plein.features.directory.models import Contact, Entry, Remark
from plein.features.directory.tests.making import change, fresh, make_contact, make_entry
from plein.foundation.communities import tree
from plein.foundation.communities.actions import leave
from plein.foundation.outbox.models import Message
from plein.shared.conversations.incoming.taking import take_in
from plein.shared.conversations.tests.mails.returned import returned


@pytest.fixture
def entry(waterdrecht):
    entry = make_entry(waterdrecht, months_ago=13)
    make_contact(entry)
    make_contact(entry, "voorzitter@voedselbank.example", "voorzitter", order=1)
    return fresh(entry)


@pytest.fixture
def first(entry):
    return entry.contacts.get(order=0)


def link(contact):
    return f"/organisaties/bevestigen/{keys.write_key(keys.CONFIRM, contact.pk, contact.mail)}/"


def mails():
    return Message.objects.filter(category="directory").order_by("id")


def matters(kind, town):
    return list(next(m for m in MATTERS if m.kind == kind).all(town.pk))


def test_at_the_end_of_its_rhythm_the_function_gets_a_mail(entry):
    assert actions.ask_those_due() == 1

    mail = mails().get()
    assert mail.address == "info@voedselbank.example"
    assert mail.subject == "Klopt dit nog over Voedselbank Waterdrecht?"
    assert "Kerkstraat 4" in mail.text
    assert "/organisaties/bevestigen/" in mail.html


def test_where_the_house_is_off_nobody_is_asked(entry, waterdrecht):
    waterdrecht.module_changes = {"directory": False}
    waterdrecht.version += 1
    waterdrecht.save()
    tree.changed(waterdrecht.pk)

    assert actions.ask_those_due() == 0
    assert not mails()


def test_twice_on_a_day_is_one_mail(entry):
    actions.ask_those_due()
    assert actions.ask_those_due() == 0
    assert mails().count() == 1


def test_without_an_answer_the_second_person_is_asked_as_well(entry):
    actions.ask_those_due()
    assert actions.ask_those_due(timezone.now() + timedelta(days=22)) == 1
    assert {mail.address for mail in mails()} == {
        "info@voedselbank.example",
        "voorzitter@voedselbank.example",
    }


def test_after_two_rounds_mail_rests_and_somebody_calls(entry, waterdrecht):
    for days in (0, 22, 44, 66):
        actions.ask_those_due(timezone.now() + timedelta(days=days))
    assert mails().count() == 3
    assert actions.ask_those_due(timezone.now() + timedelta(days=220)) == 1


@pytest.mark.parametrize(
    ("months", "said", "asked"),
    [(5, {}, 0), (11, {}, 0), (13, {}, 1), (None, {}, 1), (4, {"vital": "food"}, 1),
     (2, {"vital": "food"}, 0), (4, {"rhythm": 3}, 1), (7, {"rhythm": 6}, 1)],
)  # fmt: skip
def test_each_has_its_rhythm(waterdrecht, months, said, asked):
    make_contact(make_entry(waterdrecht, months_ago=months, **said))
    assert actions.ask_those_due() == asked


def test_nobody_is_mailed_about_what_is_off_the_map(entry, fatima):
    actions.hide(entry, why="Gestopt", by=fatima)
    assert actions.ask_those_due() == 0


def test_the_link_shows_a_page_and_changes_nothing(client, entry, first):
    page = client.get(link(first))

    assert "Klopt dit nog over Voedselbank Waterdrecht?" in page.content.decode()
    assert fresh(entry).confirmed_at == entry.confirmed_at


def test_the_button_confirms(client, entry, first):
    client.post(link(first), {"answer": "right"})

    now = fresh(entry)
    assert now.confirmed_as == "organisation"
    assert now.trust.tone == "sure"
    assert "bevestigd door de organisatie" in client.get(entry.get_absolute_url()).content.decode()


def test_twice_makes_no_difference(client, entry, first):
    for _time in range(2):
        assert client.post(link(first), {"answer": "right"}).status_code == 200


def test_not_right_is_told_to_a_steward(client, entry, first, waterdrecht):
    client.post(
        link(first), {"answer": "wrong", "what": "phone", "words": "Nieuw nummer: zie site"}
    )

    remark = Remark.objects.get()
    assert (remark.from_contact, remark.by, remark.what) == (True, None, "phone")
    assert fresh(entry).confirmed_at == entry.confirmed_at
    assert matters("directory.doubted", waterdrecht)


def test_not_right_without_saying_what_is_asked_again(client, entry, first):
    assert client.post(link(first), {"answer": "wrong"}).status_code == 422
    assert not Remark.objects.exists()


def test_not_the_secretary_any_more_hands_over_in_one_click(client, entry, first):
    client.post(link(first), {"answer": "over"})

    first.refresh_from_db()
    assert first.stopped_at
    assert mails().get().address == "voorzitter@voedselbank.example"
    assert client.get(link(first)).status_code == 404


def test_or_names_who_does_it_now(client, entry, first):
    client.post(link(first), {"answer": "over", "mail": "Nieuw@voedselbank.example"})

    assert mails().get().address == "nieuw@voedselbank.example"
    assert Contact.objects.get(mail="nieuw@voedselbank.example").function == "secretaris"


def test_an_odd_address_is_asked_again(client, entry, first):
    assert client.post(link(first), {"answer": "over", "mail": "geen adres"}).status_code == 422
    first.refresh_from_db()
    assert first.stopped_at is None


def test_when_nobody_is_left_somebody_calls(client, waterdrecht, fatima):
    entry = make_entry(waterdrecht, months_ago=1)
    client.post(link(make_contact(entry)), {"answer": "over"})

    assert not mails().exists()
    assert entry in queries.to_call(Entry.objects.all())


def test_a_mail_that_came_back_becomes_a_phone_call(waterdrecht):
    entry = make_entry(waterdrecht, months_ago=13)
    contact = make_contact(entry)
    actions.ask_those_due()
    mails().update(state=Message.State.SENT)
    assert take_in(returned(mails().get().message_id)) == "returned"
    Entry.objects.update(confirmed_at=timezone.now())

    assert actions.note_bounces() == 1

    contact.refresh_from_db()
    assert contact.bounced_at
    words = [matter.words for matter in matters("directory.call", waterdrecht)]
    assert words == ["Onze mail aan Voedselbank Waterdrecht kwam terug. Bel ze even."]
    assert actions.note_bounces() == 0


def test_an_invitation_that_came_back_days_later_too(waterdrecht, mila):
    entry = make_entry(waterdrecht)
    contact = make_contact(entry)
    inviting.invite(waterdrecht, [fresh(entry)], name="Voorjaar", words="Kijk eens.", by=mila)
    invitation = mails().get()
    mails().update(state=Message.State.SENT)

    assert take_in(returned(invitation.message_id, status="4.2.2")) == "robot"  # full: it tries on
    assert take_in(returned("<iets-anders@post.example>")) == "robot"
    assert actions.note_bounces() == 0
    assert take_in(returned(invitation.message_id, kind="text/rfc822-headers")) == "returned"
    assert actions.note_bounces() == 1

    contact.refresh_from_db()
    assert contact.bounced_at


@pytest.mark.parametrize("key", ["x", "a:b:c", keys.write_key(keys.CLAIM, Entry().pk, "a@b.nl")])
def test_a_key_that_is_not_ours_opens_nothing(client, waterdrecht, key):
    assert client.get(f"/organisaties/bevestigen/{key}/").status_code == 404


def test_a_key_ends_when_the_address_changed(client, entry, first):
    old = link(first)
    Contact.objects.filter(pk=first.pk).update(mail="anders@voedselbank.example")
    assert client.get(old).status_code == 404


def test_a_key_of_another_town_opens_nothing_here(as_member, entry, first, elders):
    assert as_member(host="elders.testserver").get(link(first)).status_code == 404


def test_the_page_leaves_no_trace_for_search_or_other_sites(client, entry, first):
    html = client.get(link(first)).content.decode()
    assert 'name="robots" content="noindex"' in html
    assert 'name="referrer" content="no-referrer"' in html


def test_a_steward_who_confirms_is_named_as_steward(as_member, entry, fatima):
    as_member(fatima).post(f"{entry.get_absolute_url()}klopt/")

    now = fresh(entry)
    assert (now.confirmed_as, now.confirmed_by) == ("steward", fatima)


def test_an_editor_confirms_for_the_organisation(as_member, entry, noor, mila):
    from plein.foundation.organisations.actions import add_editor

    add_editor(entry.organisation, noor, by=mila)
    as_member(noor).post(f"{entry.get_absolute_url()}klopt/")
    assert fresh(entry).confirmed_as == "organisation"


def test_a_neighbour_does_not(as_member, entry, bram):
    assert as_member(bram).post(f"{entry.get_absolute_url()}klopt/").status_code == 403


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"mail_0": "info@club.example", "function_0": "kantoor"}, 302),
        ({"mail_0": "info@club.example", "mail_1": "secretaris@club.example"}, 302),
        ({"mail_0": "jan.jansen@gmail.com"}, 422),
        ({"mail_0": "jan.jansen@gmail.com", "yes_0": "on"}, 302),
        ({"mail_0": "jan.jansen@club.example"}, 422),
        ({"mail_0": "geen adres"}, 422),
        ({}, 302),
    ],
)
def test_no_private_person_without_saying_yes(as_member, entry, fatima, sent, status):
    page = as_member(fatima).post(f"{entry.get_absolute_url()}post/", sent)
    assert page.status_code == status


def test_consent_is_kept_with_who_asked_for_it(as_member, entry, fatima):
    as_member(fatima).post(
        f"{entry.get_absolute_url()}post/", {"mail_0": "jan@gmail.com", "yes_0": "on"}
    )
    contact = entry.contacts.get()
    assert contact.consent_by == fatima
    assert contact.consent_at


def test_who_leaves_is_asked_no_more_at_their_own_address(waterdrecht, bram):
    entry = make_entry(waterdrecht)
    make_contact(entry, bram.account.email, consent_at=timezone.now())
    leave(bram, by=bram)
    assert not entry.contacts.exists()


def test_who_confirms_is_shown_the_hours_services_and_second_phone_too(client, entry, first):
    change(entry, desk_phone="0184 555 999")
    actions.ask_those_due()

    page = client.get(link(first)).content.decode()

    for told in (page, mails().get().text):
        assert "maandag t/m vrijdag: 09.00" in told
        assert "Voedselpakket" in told
        assert "0184 555 999" in told


def test_changing_the_page_is_not_confirming_it(entry):
    change(entry, line="Iets nieuws")
    assert fresh(entry).confirmed_at == entry.confirmed_at


def test_who_keeps_a_page_reads_how_it_could_be_simpler(as_member, entry, fatima, noor):
    entry.about = "Wij faciliteren ontmoetingen."
    entry.save(update_fields=["about"])

    changing = as_member(fatima).get(f"{entry.get_absolute_url()}wijzigen/").content.decode()

    assert "“faciliteren”: makkelijker is “helpen”." in changing
    page = as_member(noor).get(entry.get_absolute_url()).content.decode()
    assert "Dit kan makkelijker" not in page
