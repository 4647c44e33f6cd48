"""What already waits in the outbox does not arrive when two people parted (H4, H24)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.foundation.communities import actions as people
from plein.foundation.outbox.actions import take_back
from plein.foundation.outbox.models import Message
from plein.shared.notifications import actions
from plein.shared.notifications.models import Notification

URL = "/gesprekken/abc/"


def tell(to, by=None, once="1", url=URL, **more):
    words = {"key": "x.y", "subject": "Er is nieuws", "text": "Het nieuws van Bram"}
    return actions.notify(to, once=once, by=by, url=url, **words, **more)


def states(**which) -> list[str]:
    return list(Message.objects.filter(**which).order_by("id").values_list("state", flat=True))


@pytest.fixture
def daily(noor):
    noor.rhythm = "daily"
    noor.save(update_fields=["rhythm"])
    return noor


def test_a_mail_waits_with_who_it_is_from(noor, bram):
    tell(noor, by=bram)

    mail = Message.objects.get()
    assert mail.senders == bram.pk.hex
    assert mail.about == URL


def test_a_block_stops_the_mail_of_the_blocked(noor, bram):
    tell(noor, by=bram)

    people.block(bram, by=noor)

    mail = Message.objects.get()
    assert (mail.state, mail.text, mail.address, mail.senders) == ("cancelled", "", "", "")


def test_a_block_stops_the_mail_of_the_blocker_too(noor, bram):
    tell(noor, by=bram)

    people.block(noor, by=bram)

    assert states() == ["cancelled"]


def test_a_text_message_is_stopped_as_well(noor, bram):
    noor.account.phone, noor.channel = "+31612345678", "text"
    noor.account.save()
    noor.save()
    tell(noor, by=bram)

    people.block(bram, by=noor)

    assert states(channel="text") == ["cancelled"]


def test_what_others_told_still_goes(noor, bram, fatima):
    tell(noor, by=bram)
    tell(noor, by=fatima, once="2")
    tell(noor, once="3")

    people.block(bram, by=noor)

    assert states() == ["cancelled", "waiting", "waiting"]


def test_what_bram_told_somebody_else_still_goes(noor, bram, fatima):
    tell(fatima, by=bram)

    people.block(bram, by=noor)

    assert states() == ["waiting"]


def test_what_was_sent_stays_sent(noor, bram):
    tell(noor, by=bram)
    Message.objects.update(state="sent")

    people.block(bram, by=noor)

    assert states() == ["sent"]


def test_somebody_who_leaves_is_not_mailed_about_any_more(noor, bram, fatima):
    tell(noor, by=bram)
    tell(fatima, by=bram)
    tell(noor, by=fatima, once="2")

    people.leave(bram, by=bram)

    assert states(senders="") == ["cancelled", "cancelled"]
    assert states(senders=fatima.pk.hex) == ["waiting"]


def test_on_the_site_the_news_stays_for_who_did_not_block(noor, bram):
    tell(noor, by=bram)

    people.leave(bram, by=bram)

    assert Notification.objects.for_member(noor).count() == 1


def test_the_daily_mail_comes_again_without_the_blocked(daily, bram, fatima):
    tell(daily, by=bram)
    tell(daily, by=fatima, once="2", url="/iets/anders/")
    actions.send_daily(daily)
    assert states() == ["waiting"]

    people.block(bram, by=daily)

    assert states() == ["cancelled"]
    left = Notification.objects.for_member(daily).waiting_for_digest()
    assert [one.by_id for one in left] == [fatima.pk]


def test_the_next_daily_mail_brings_the_rest(daily, bram, fatima):
    tell(daily, by=bram)
    tell(daily, by=fatima, once="2", url="/iets/anders/")
    actions.send_daily(daily)
    people.block(bram, by=daily)

    actions.send_daily(daily)

    mail = Message.objects.get(state="waiting")
    assert "/iets/anders/" in mail.text
    assert URL not in mail.text
    assert mail.senders == fatima.pk.hex


def test_even_when_the_others_news_came_first(daily, bram, fatima):
    """The mail carries the key of its first news; tomorrow it is another mail."""
    import time_machine

    tell(daily, by=fatima, url="/iets/anders/")
    tell(daily, by=bram, once="2")
    actions.send_daily(daily)
    people.block(bram, by=daily)

    with time_machine.travel(timezone.now() + timedelta(days=1)):
        actions.send_daily(daily)

    assert states() == ["cancelled", "waiting"]


def test_what_waits_for_a_person_to_tell_is_off_the_list(noor, bram):
    noor.channel = "phone"
    noor.save(update_fields=["channel"])
    tell(noor, by=bram)

    people.block(bram, by=noor)

    assert not Notification.objects.to_tell_in_person().exists()


def test_another_town_is_not_touched(joost, noor, bram):
    tell(joost)

    people.leave(bram, by=bram)

    assert states() == ["waiting"]


def test_nothing_is_taken_back_by_accident(noor):
    with pytest.raises(ValueError, match="from whom"):
        take_back(town=noor.town_id)


def test_parting_costs_the_same_however_much_waits(noor, bram, django_assert_max_num_queries):
    for number in range(12):
        tell(noor, by=bram, once=str(number))

    with django_assert_max_num_queries(24):
        people.block(bram, by=noor)

    assert states() == ["cancelled"] * 12
