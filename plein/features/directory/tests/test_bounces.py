"""What came back is called once; an address that works again is mailed again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.features.directory import actions, queries
from plein.features.directory.matters import MATTERS
from plein.features.directory.models import Entry
from plein.features.directory.tests.making import fresh, make_contact, make_entry
from plein.foundation.outbox.models import Message


@pytest.fixture
def contact(waterdrecht):
    return make_contact(make_entry(waterdrecht, months_ago=13))


@pytest.fixture
def entry(contact):
    return fresh(contact.entry)


def mailed(error="CameBack"):
    """They were asked, and this became of the mail."""
    assert actions.ask_those_due() == 1
    mail = Message.objects.filter(category="directory")
    mail.update(state=Message.State.FAILED, error=error)


def called(client, entry):
    return client.post(f"{entry.get_absolute_url()}bellen/", {"answer": "right"})


def words(town):
    kind = next(m for m in MATTERS if m.kind == "directory.call")
    return [matter.words for matter in kind.all(town.pk)]


def test_who_called_since_the_mail_came_back_need_not_call_again(
    as_member, fatima, entry, contact, waterdrecht
):
    mailed()
    assert actions.note_bounces() == 1
    assert words(waterdrecht) == ["Onze mail aan Voedselbank Waterdrecht kwam terug. Bel ze even."]

    called(as_member(fatima), entry)

    assert not queries.to_call(Entry.objects.all()).exists()


def test_what_came_back_after_the_call_is_called_again(as_member, fatima, entry, contact):
    called(as_member(fatima), entry)
    contact.bounced_at = timezone.now()
    contact.save()
    assert entry in queries.to_call(Entry.objects.all())


def test_an_address_that_was_saved_again_is_not_marked_by_an_old_mail(entry, contact, fatima):
    mailed()
    actions.note_bounces()

    actions.save_contacts(entry, [("secretaris", contact.mail, False)], by=fatima)

    assert actions.note_bounces() == 0
    contact.refresh_from_db()
    assert contact.can_be_mailed


def test_but_by_a_new_one_that_comes_back_it_is(entry, contact, fatima):
    actions.save_contacts(entry, [("secretaris", contact.mail, False)], by=fatima)
    actions.ask(fresh(entry), now=timezone.now() + timedelta(days=1))
    Message.objects.update(state=Message.State.FAILED, error="RefusedForGood 550")
    assert actions.note_bounces() == 1


def test_a_post_office_of_ours_that_was_silent_says_nothing_about_an_address(entry, contact):
    mailed("NotReachable")
    assert actions.note_bounces() == 0
    assert fresh(entry).contacts.get().can_be_mailed


def test_when_the_last_one_stopped_it_does_not_say_that_mail_came_back(
    as_member, fatima, entry, contact, waterdrecht
):
    actions.hand_over(contact)
    actions.handle_remarks(entry, by=fatima)

    assert words(waterdrecht) == [
        "Bij Voedselbank Waterdrecht is niemand meer om te mailen. Bel ze even."
    ]
    page = as_member(fatima).get("/organisaties/beheer/bellen/").content.decode()
    assert "Er is niemand meer om te mailen." in page
    assert "Onze mail kwam terug" not in page
    called(as_member(fatima), entry)
    assert not words(waterdrecht)
