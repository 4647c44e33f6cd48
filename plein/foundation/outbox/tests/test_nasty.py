"""Whatever people type: a mail is a mail, with only the headers we meant."""

from email import message_from_bytes
from email.policy import default

from hypothesis import given, settings
from hypothesis import strategies as st

from plein.foundation.outbox.actions import BadHeader, _refuse_line_breaks
from plein.foundation.outbox.mail import as_mail
from plein.foundation.outbox.models import Message

OURS = {
    "content-type", "mime-version", "subject", "from", "to", "date", "message-id",
    "auto-submitted", "content-transfer-encoding", "reply-to",
}  # fmt: skip
anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300)


def sent(**fields):
    message = Message(address="noor@x.example", message_id="<1@x.example>", **fields)
    return message_from_bytes(as_mail(message).message().as_bytes(), policy=default)


@given(subject=anything)
@settings(max_examples=300, deadline=None)
def test_no_subject_adds_a_header(subject):
    try:
        _refuse_line_breaks(subject)
    except BadHeader:
        return  # Refused when it was posted.

    mail = sent(subject=subject, text="Dag")
    assert {name.lower() for name in mail} <= OURS


@given(text=anything.filter(bool), html=anything)
@settings(max_examples=200, deadline=None)
def test_no_text_adds_a_header_or_a_part(text, html):
    mail = sent(subject="Hoi", text=text, html=html)

    assert {name.lower() for name in mail} <= OURS
    assert len(list(mail.walk())) == (3 if html else 1)


@given(text=anything.filter(lambda text: "\r" not in text))
@settings(max_examples=200, deadline=None)
def test_every_text_arrives_as_it_was_written(text):
    mail = sent(subject="Hoi", text=text)

    assert mail.get_content().rstrip("\n") == text.rstrip("\n")


def test_a_line_that_looks_like_a_header_stays_text():
    mail = sent(subject="Hoi", text="Bcc: iedereen@x.example\n\n.\nQUIT\n")

    assert mail["Bcc"] is None
    assert "QUIT" in mail.get_content()
