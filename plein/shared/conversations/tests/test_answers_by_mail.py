"""Answering by plain mail: what somebody wrote arrives, and nothing else."""

from email.message import EmailMessage

import pytest
from django.core.management import call_command

from plein.foundation.communities.actions import block
from plein.foundation.outbox.models import Message as Mail
from plein.shared.conversations import actions
from plein.shared.conversations.incoming import letters
from plein.shared.conversations.incoming.plain import words_of
from plein.shared.conversations.incoming.replies import own_words
from plein.shared.conversations.incoming.taking import Outcome, take_in
from plein.shared.conversations.models import Message
from plein.shared.conversations.telling import reply_address
from plein.shared.conversations.tests.mails.answers import ANSWERS, HTML, ROBOTS
from plein.shared.notifications.models import Notification


def mail(talk, by, text="Ja, graag!", *, sender=None, key="<1@mail.example>", **headers) -> bytes:
    made = EmailMessage()
    made["From"] = sender or f"Noor van den Berg <{by.account.email}>"
    made["To"] = reply_address(talk, by)
    made["Subject"] = headers.pop("Subject", "Re: Bram schreef je")
    made["Message-ID"] = key
    for name, value in headers.items():
        made[name] = value
    made.set_content(text)
    return made.as_bytes()


@pytest.mark.parametrize(("program", "body", "words"), ANSWERS, ids=lambda value: str(value)[:24])
def test_only_the_new_words_are_taken(program, body, words):
    assert own_words(body) == words


@pytest.mark.parametrize(("program", "html", "words"), HTML, ids=lambda value: str(value)[:20])
def test_a_mail_in_html_only_becomes_words(program, html, words):
    assert own_words(words_of(html)) == words


def test_an_answer_by_mail_stands_in_the_talk(talk, noor, bram):
    assert take_in(mail(talk, noor)) == Outcome.TAKEN

    said = talk.messages.latest("id")
    assert (said.text, said.author, said.way) == ("Ja, graag!", noor, "mail")
    assert Notification.objects.filter(to=bram).exists()


def test_back_and_forth_by_mail_alone(talk, noor, bram):
    take_in(mail(talk, noor, "Kun je dinsdag?"))
    to_bram = Mail.objects.filter(address=bram.account.email).latest("id")
    assert "Kun je dinsdag?" in to_bram.text
    assert to_bram.reply_to == reply_address(talk, bram)

    take_in(mail(talk, bram, "Ja, om tien uur.", key="<2@mail.example>"))

    to_noor = Mail.objects.filter(address=noor.account.email).latest("id")
    assert "Ja, om tien uur." in to_noor.text


def test_nobody_reads_the_address_or_number_of_the_other(talk, noor, bram):
    bram.account.phone = "+31612345678"
    bram.account.save()
    actions.say(talk, "Ik kom eraan", by=bram)
    take_in(mail(talk, bram, "Tot zo", key="<3@mail.example>"))

    for sent in Mail.objects.filter(address=noor.account.email):
        whole = f"{sent.subject} {sent.text} {sent.html} {sent.headers} {sent.reply_to}"
        assert bram.account.email not in whole
        assert "12345678" not in whole


@pytest.mark.parametrize(("name", "subject", "headers"), ROBOTS, ids=lambda value: str(value)[:20])
def test_robots_are_not_listened_to(talk, noor, name, subject, headers):
    raw = mail(talk, noor, "Ik ben er niet tot maandag", Subject=subject, **headers)

    assert take_in(raw) == Outcome.ROBOT
    assert talk.messages.count() == 1


@pytest.mark.parametrize("sender", ["MAILER-DAEMON@x.example", "no-reply@x.example"])
def test_mail_servers_are_not_listened_to(talk, noor, sender):
    assert take_in(mail(talk, noor, sender=sender)) == Outcome.ROBOT


def test_a_bounce_report_is_not_listened_to(talk, noor):
    raw = mail(talk, noor).replace(b"text/plain", b"multipart/report; boundary=x", 1)

    assert take_in(raw) == Outcome.ROBOT


def test_the_same_mail_twice_counts_once(talk, noor):
    raw = mail(talk, noor)

    assert [take_in(raw), take_in(raw)] == [Outcome.TAKEN, Outcome.TWICE]
    assert talk.messages.count() == 2


def test_without_a_message_id_the_same_mail_counts_once(talk, noor):
    raw = mail(talk, noor).replace(b"Message-ID: <1@mail.example>\n", b"")

    assert [take_in(raw), take_in(raw)] == [Outcome.TAKEN, Outcome.TWICE]


def test_somebody_else_with_the_address_is_not_listened_to(talk, noor, fatima):
    raw = mail(talk, noor, sender=fatima.account.email)

    assert take_in(raw) == Outcome.SOMEBODY_ELSE
    assert talk.messages.count() == 1


def test_the_other_one_cannot_speak_through_my_address(talk, noor, bram):
    assert take_in(mail(talk, noor, sender=bram.account.email)) == Outcome.SOMEBODY_ELSE


def test_two_senders_are_nobody(talk, noor, bram):
    raw = mail(talk, noor, sender=f"{noor.account.email}, {bram.account.email}")

    assert take_in(raw) == Outcome.NOT_READABLE


def test_capitals_in_an_address_do_not_matter(talk, noor):
    raw = mail(talk, noor, sender=noor.account.email.upper())
    raw = raw.replace(b"gesprek+", b"GESPREK+")

    assert take_in(raw) == Outcome.TAKEN


def test_an_address_nobody_has_tells_nothing(talk, noor):
    raw = mail(talk, noor)
    key = reply_address(talk, noor)[8:40].encode()

    assert take_in(raw.replace(key, b"0" * 32)) == Outcome.UNKNOWN
    assert take_in(raw.replace(b"antwoord.localhost", b"elders.example")) == Outcome.UNKNOWN


def test_the_mail_server_may_say_for_whom_it_came(talk, noor):
    raw = mail(talk, noor).replace(b"To: gesprek", b"To: iets")

    assert take_in(raw, recipient=reply_address(talk, noor)) == Outcome.TAKEN


def test_a_stopped_talk_answers_in_the_same_words_whatever_the_reason(talk, noor, bram):
    block(bram, by=noor)
    told = Notification.objects.filter(to=noor).count()

    assert take_in(mail(talk, bram)) == Outcome.STOPPED

    assert Notification.objects.filter(to=noor).count() == told
    assert (
        Notification.objects.filter(to=bram).latest("id").subject == "Je mail is niet doorgestuurd"
    )
    assert "Dit gesprek is gestopt." in Mail.objects.latest("id").text


def test_a_mail_with_only_a_quote_says_nothing(talk, noor):
    assert take_in(mail(talk, noor, "> Ik loop elke dag langs.\n")) == Outcome.EMPTY
    assert talk.messages.count() == 1


def test_files_stay_out_and_the_reader_is_told(talk, noor):
    made = EmailMessage()
    made["From"], made["To"] = noor.account.email, reply_address(talk, noor)
    made.set_content("Dit is Boris")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="boris.png")

    take_in(made.as_bytes())

    said = talk.messages.latest("id").text
    assert said.startswith("Dit is Boris")
    assert "Bij deze mail zat een foto of bestand" in said
    assert "boris.png" not in said


def test_plain_words_go_before_html(talk, noor):
    made = EmailMessage()
    made["From"], made["To"] = noor.account.email, reply_address(talk, noor)
    made.set_content("Gewone woorden")
    made.add_alternative("<p>Mooie woorden</p>", subtype="html")

    take_in(made.as_bytes())

    assert talk.messages.latest("id").text == "Gewone woorden"


def test_html_only_is_read_as_words(talk, noor):
    made = EmailMessage()
    made["From"], made["To"] = noor.account.email, reply_address(talk, noor)
    made.set_content("<p>Mooie <b>woorden</b></p><script>kwaad()</script>", subtype="html")

    take_in(made.as_bytes())

    assert talk.messages.latest("id").text == "Mooie woorden"


def test_a_long_mail_is_cut_and_says_so(talk, noor):
    take_in(mail(talk, noor, "woord " * 2000))

    said = talk.messages.latest("id").text
    assert len(said) <= actions.LONGEST
    assert said.endswith("(Deze mail was langer. Dit is het begin.)")


def test_a_mail_that_is_too_big_is_answered_kindly(talk, noor, monkeypatch):
    raw = mail(talk, noor, "x" * 3000)
    monkeypatch.setattr("plein.shared.conversations.incoming.taking.BIGGEST", 2000)

    assert take_in(raw) == Outcome.TOO_BIG
    assert "Antwoord zonder foto’s" in Mail.objects.latest("id").text


NASTY = [
    b"",
    b"\0" * 100,
    b"From: x\r\nTo: y\r\n\r\n",
    b"\xff\xfe\xfa" * 1000,
    b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    + b"--x\r\n\r\n" * 500,
    b"From: =?utf-8?q?=00?= <a@b.example>\r\nSubject: =?nonsense?b?zzz?=\r\n\r\nHoi",
    b"From: a@b.example\r\nContent-Type: text/plain; charset=onzin\r\n\r\nHoi",
    b"From: a@b.example\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%%",
    b"Content-Type: message/rfc822\r\n\r\n" * 300,
    b"From: " + b"a," * 5000 + b"\r\n\r\nHoi",
]


@pytest.mark.django_db
@pytest.mark.parametrize("raw", NASTY, ids=range(len(NASTY)))
def test_a_mail_that_was_made_wrong_does_no_harm(raw):
    assert take_in(raw) in (Outcome.NOT_READABLE, Outcome.UNKNOWN)


def test_a_strange_character_set_is_read_as_well_as_can_be(talk, noor):
    raw = mail(talk, noor, "Hoi").replace(b'charset="utf-8"', b'charset="onzin"')

    assert take_in(raw) == Outcome.TAKEN


def test_the_command_takes_a_mail_from_the_mail_server(talk, noor, monkeypatch, capsys):
    import io
    import sys

    pipe = io.TextIOWrapper(io.BytesIO(mail(talk, noor, "Uit de pijp")))
    monkeypatch.setattr(sys, "stdin", pipe)

    call_command("take_in_mail")

    assert talk.messages.latest("id").text == "Uit de pijp"
    assert noor.account.email not in capsys.readouterr().out


def test_a_name_with_a_line_break_smuggles_nothing_into_a_mail(noor, bram):
    bram.name = "Bram\r\nBcc: iedereen@x.example"
    bram.save()

    actions.begin(title="x", about_url="", members=[noor, bram], first_words="Hoi", by=bram)

    sent = Mail.objects.get()
    assert "\n" not in sent.subject
    assert "\r" not in sent.subject
    assert Message.objects.count() == 1


def test_reading_stops_at_too_many_parts():
    made = EmailMessage()
    made["From"] = "a@b.example"
    made.set_content("x")
    for _number in range(letters.MOST_PARTS + 1):
        made.add_attachment(b"x", maintype="image", subtype="png", filename="x.png")

    with pytest.raises(letters.NotReadable):
        letters.read(made.as_bytes())
