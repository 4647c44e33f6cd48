"""A break is quiet: nothing goes out, nothing is lost, and what cannot wait still comes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.foundation.communities import actions as people
from plein.foundation.communities.models import Member
from plein.foundation.communities.tasks import end_breaks
from plein.foundation.jobs import run_pending
from plein.foundation.outbox.models import Message
from plein.shared.notifications import actions, queries, tasks
from plein.shared.notifications.channels import way_to
from plein.shared.notifications.models import Notification
from plein.shared.notifications.tests.test_telling import set_how, tell

Channel, Rhythm = Member.Channel, Member.Rhythm


@pytest.fixture
def resting(noor):
    people.pause(noor, until=timezone.localdate() + timedelta(days=7), by=noor)
    return noor


def test_during_a_break_nobody_is_mailed(resting):
    tell(resting)
    assert not Message.objects.exists()


@pytest.mark.parametrize("channel", list(Channel))
def test_by_no_way_at_all(resting, channel):
    set_how(resting, channel=channel)
    tell(resting)
    assert not Message.objects.exists()
    assert not queries.to_tell(resting)


def test_the_news_stands_on_the_site_and_counts(resting, as_member):
    tell(resting)
    assert queries.unseen_count(resting) == 1
    assert "Er is nieuws" in as_member(resting).get("/berichten/").content.decode()


def test_what_cannot_wait_still_comes(resting):
    tell(resting, now=True)
    assert Message.objects.get().address == resting.account.email


def test_who_never_wants_mail_gets_none_either_when_it_cannot_wait(resting):
    set_how(resting, rhythm=Rhythm.NEVER)
    tell(resting, now=True)
    assert not Message.objects.exists()


def test_what_waited_for_the_morning_waits_until_after_the_break(noor):
    set_how(noor, rhythm=Rhythm.DAILY)
    tell(noor)
    people.pause(noor, until=None, by=noor)

    tasks.morning()
    run_pending()
    assert not Message.objects.exists()

    people.unpause(noor, by=noor)
    tasks.morning()
    run_pending()
    assert "Het nieuws" in Message.objects.get().text


def test_after_the_break_news_goes_out_as_before(resting):
    Member.objects.update(paused_until=timezone.localdate())
    end_breaks()
    resting.refresh_from_db()

    tell(resting)

    assert Message.objects.count() == 1


def test_what_was_told_during_the_break_is_not_mailed_afterwards(resting):
    tell(resting)
    people.unpause(resting, by=resting)
    tasks.morning()
    run_pending()
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("channel", "mail", "phone", "way"),
    [
        (Channel.MAIL, True, True, "mail"),
        (Channel.MAIL, False, True, "text"),
        (Channel.MAIL, False, False, "person"),
        (Channel.TEXT, True, True, "text"),
        (Channel.TEXT, True, False, "mail"),
        (Channel.TEXT, False, False, "person"),
        (Channel.PHONE, True, True, "person"),
        (Channel.PAPER, True, True, "person"),
        (Channel.SITE, True, True, "site"),
    ],
)
def test_the_way_somebody_chose_or_else_the_next_that_reaches_them(noor, channel, mail, phone, way):
    noor.account.email = "noor@voorbeeld.nl" if mail else None
    noor.account.phone = "+31612345678" if phone else None
    set_how(noor, channel=channel)
    assert way_to(noor) == way


@pytest.mark.parametrize("channel", list(Channel))
def test_never_is_never_by_every_way(noor, channel):
    set_how(noor, channel=channel, rhythm=Rhythm.NEVER)
    assert way_to(noor, now=True) == "site"


def test_choosing_never_empties_the_list_of_the_connector(noor):
    set_how(noor, channel=Channel.PHONE)
    tell(noor)
    actions.choose(noor, rhythm="never")
    assert Notification.objects.get().way == "site"
    assert not queries.to_tell(noor)


def test_seeing_one_page_leaves_the_news_of_other_pages(noor):
    tell(noor, once="1", url="/een/")
    tell(noor, once="2", url="/twee/")
    actions.see(noor, "/een/")
    assert list(queries.told(noor).unseen().values_list("url", flat=True)) == ["/twee/"]


def test_what_i_see_stays_unseen_for_another(noor, bram):
    tell(noor)
    tell(bram)
    actions.see(noor)
    assert (queries.unseen_count(noor), queries.unseen_count(bram)) == (0, 1)


@pytest.mark.parametrize("subject", ["a\r\nBcc: x@y.nl", "a\nb", "x" * 500, "\t\t a "])
def test_a_subject_is_one_line_of_at_most_120_signs(noor, subject):
    told = tell(noor, subject=subject)
    assert len(told.subject) <= 120
    assert "\n" not in told.subject
    assert "\r" not in Message.objects.get().subject
