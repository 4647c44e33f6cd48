"""What a member is told, by which way, and how often."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from django.utils.translation import gettext_lazy

from plein.foundation.communities.actions import block
from plein.foundation.communities.models import Member
from plein.foundation.jobs import registry, run_pending
from plein.foundation.outbox.models import Message
from plein.shared.notifications import actions, tasks
from plein.shared.notifications.matters import to_tell
from plein.shared.notifications.models import Notification


def tell(to, once="1", **changes) -> Notification | None:
    words = {
        "key": "x.y",
        "url": "/gesprekken/abc/",
        "subject": "Er is nieuws",
        "text": "Het nieuws",
    }
    return actions.notify(to, once=once, **(words | changes))


def set_how(member, *, channel=None, rhythm=None) -> None:
    member.channel = channel or member.channel
    member.rhythm = rhythm or member.rhythm
    member.save()


@pytest.fixture
def phone(noor) -> str:
    noor.account.phone = "+31612345678"
    noor.account.save()
    return noor.account.phone


def test_a_mail_goes_at_once_with_the_message_in_it(noor):
    tell(noor)

    mail = Message.objects.get()
    assert (mail.channel, mail.address) == ("mail", noor.account.email)
    assert mail.subject == "Er is nieuws"
    assert "Het nieuws" in mail.text
    assert "Het nieuws" in mail.html


def test_the_links_lead_to_the_host_where_somebody_lives(noor, settings):
    settings.SITE_PORT = "8000"
    tell(noor)

    assert "http://molenwijk.testserver:8000/gesprekken/abc/" in Message.objects.get().text


def test_a_part_without_a_host_uses_the_town(fatima, settings):
    settings.SECURE = True
    tell(fatima)

    assert "https://testserver/gesprekken/abc/" in Message.objects.get().text


def test_the_same_news_is_told_once(noor):
    assert tell(noor)
    assert tell(noor) is None

    assert Message.objects.count() == 1


def test_news_is_told_in_the_language_of_the_member(noor):
    noor.language = "en"
    tell(noor, subject=gettext_lazy("My news"))

    assert Message.objects.get().subject == "My news"
    assert "No more mail" in Message.objects.get().text


def test_never_means_only_on_the_site(noor):
    set_how(noor, rhythm=Member.Rhythm.NEVER)
    tell(noor, now=True)

    assert not Message.objects.exists()
    assert Notification.objects.get().way == "site"


def test_daily_waits_for_one_mail_in_the_morning(noor):
    set_how(noor, rhythm=Member.Rhythm.DAILY)
    tell(noor, "1", subject="Het eerste")
    tell(noor, "2", subject="Het tweede")
    assert not Message.objects.exists()

    tasks.morning()
    run_pending()

    mail = Message.objects.get()
    assert "Het eerste" in mail.text
    assert "Het tweede" in mail.text
    assert mail.subject.startswith("Jouw nieuws van")


def test_the_morning_is_at_eight(noor):
    schedule = registry.schedules["notifications.morning"]

    assert schedule.at.hour == 8


def test_the_daily_mail_comes_once(noor):
    set_how(noor, rhythm=Member.Rhythm.DAILY)
    tell(noor)
    for _morning in range(2):
        tasks.morning()
        run_pending()

    assert Message.objects.count() == 1


def test_urgent_news_does_not_wait_for_the_morning(noor):
    set_how(noor, rhythm=Member.Rhythm.DAILY)
    tell(noor, now=True)

    assert Message.objects.count() == 1


def test_the_daily_mail_holds_nothing_of_who_was_blocked_since(noor, bram):
    set_how(noor, rhythm=Member.Rhythm.DAILY)
    tell(noor, "1", text="Van Bram", by=bram)
    tell(noor, "2", text="Van de site")
    block(bram, by=noor)

    tasks.digest(str(noor.pk))

    mail = Message.objects.get()
    assert "Van de site" in mail.text
    assert "Van Bram" not in mail.text


def test_between_people_who_blocked_each_other_nothing_is_told(noor, bram):
    block(bram, by=noor)

    assert tell(noor, by=bram) is None
    assert tell(bram, by=noor) is None
    assert not Notification.objects.exists()


def test_a_text_message_holds_a_short_sentence_and_a_link(noor, phone):
    set_how(noor, channel=Member.Channel.TEXT)
    tell(noor, text="Een heel verhaal dat geheim is")

    sent = Message.objects.get()
    assert (sent.channel, sent.address) == ("text", phone)
    assert sent.text.startswith("Molenwijk: Er is nieuws.")
    assert "/gesprekken/abc/" in sent.text
    assert "geheim" not in sent.text


def test_without_a_mail_address_a_text_message_goes(noor, phone):
    noor.account.email = None
    noor.account.save()
    tell(noor)

    assert Message.objects.get().channel == "text"


@pytest.mark.parametrize("channel", [Member.Channel.PHONE, Member.Channel.PAPER])
def test_who_wants_to_be_called_stands_on_the_list_of_the_connector(noor, channel, waterdrecht):
    set_how(noor, channel=channel)
    tell(noor, "1")
    tell(noor, "2")

    assert not Message.objects.exists()
    matter = list(to_tell(waterdrecht.pk))
    assert [one.about for one in matter] == [noor.pk]
    assert "Noor" in matter[0].words
    assert "Het nieuws" not in matter[0].words


@pytest.mark.parametrize(("channel", "said"), [("phone", "kunt u"), ("mail", "kun je")])
def test_what_a_person_tells_or_posts_says_u(noor, channel, said):
    set_how(noor, channel=channel)
    told = tell(noor, text=gettext_lazy("You can go on here: %(link)s"))

    assert said in told.text.lower()


def test_somebody_without_an_account_hears_it_from_a_person(noor, waterdrecht):
    noor.account = None
    noor.save()
    tell(noor)

    assert [one.about for one in to_tell(waterdrecht.pk)] == [noor.pk]


def test_another_town_has_its_own_list(noor, elders):
    set_how(noor, channel=Member.Channel.PHONE)
    tell(noor)

    assert not list(to_tell(elders.pk))


def test_who_left_hears_nothing(noor):
    noor.state = Member.State.LEFT
    noor.save()

    assert tell(noor) is None


def test_a_line_break_in_a_subject_becomes_a_space(noor):
    tell(noor, subject="Hallo\r\nBcc: x@y.example")

    assert Message.objects.get().subject == "Hallo Bcc: x@y.example"


def test_words_of_a_person_are_only_words_in_the_mail(noor):
    tell(noor, text="<script>alert(1)</script>")

    assert "<script>" not in Message.objects.get().html


def test_every_mail_can_be_stopped_in_one_click(noor):
    tell(noor)

    headers = Message.objects.get().headers
    assert headers["List-Unsubscribe"].startswith(
        "<http://molenwijk.testserver/berichten/afmelden/"
    )
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_choosing_never_takes_the_waiting_mail_away(noor):
    set_how(noor, rhythm=Member.Rhythm.DAILY)
    tell(noor)
    actions.choose(noor, rhythm="never")
    tasks.digest(str(noor.pk))

    assert not Message.objects.exists()
    assert Notification.objects.get().way == "site"


def test_what_was_mailed_is_forgotten_after_two_days(noor):
    tell(noor)
    Notification.objects.update(made_at=timezone.now() - timedelta(days=3))

    tasks.forget()

    left = Notification.objects.get()
    assert (left.text, left.reply_to) == ("", "")
    assert left.subject == "Er is nieuws"


def test_what_still_waits_is_not_forgotten(noor):
    set_how(noor, rhythm=Member.Rhythm.DAILY)
    tell(noor)
    Notification.objects.update(made_at=timezone.now() - timedelta(days=3))

    tasks.forget()

    assert Notification.objects.get().text == "Het nieuws"


def test_after_ninety_days_it_is_gone(noor):
    tell(noor)
    long_ago = datetime(2020, 1, 1, tzinfo=ZoneInfo("Europe/Amsterdam"))
    Notification.objects.update(made_at=long_ago)

    tasks.forget()

    assert not Notification.objects.exists()
