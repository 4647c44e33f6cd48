"""A real mail, carried by a real mail server: from the talk to the mailbox and back."""

import socket
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller

from plein.foundation.jobs import run_pending
from plein.shared.notifications import actions


class Mailbox:
    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def mailbox(settings):
    box = Mailbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield box
    controller.stop()


def test_news_arrives_in_the_mailbox_as_text_and_html(noor, mailbox):
    actions.notify(
        noor,
        key="x",
        url="/gesprekken/abc/",
        subject="Bram schreef je",
        text="Ik loop elke dag langs, échte é.",
        once="1",
        reply_to="gesprek+0123@antwoord.localhost",
    )

    run_pending()

    (mail,) = mailbox.mails
    assert mail["Subject"] == "Bram schreef je"
    assert mail["To"] == noor.account.email
    assert mail["Reply-To"] == "gesprek+0123@antwoord.localhost"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Message-ID"]
    plain = mail.get_body(["plain"]).get_content()
    html = mail.get_body(["html"]).get_content()
    assert "Ik loop elke dag langs, échte é." in plain
    assert "Ik loop elke dag langs, échte é." in html
    assert "Je kunt ook gewoon op deze mail antwoorden." in html


def test_it_is_carried_once(noor, mailbox):
    actions.notify(noor, key="x", url="/", subject="Nieuws", text="", once="1")

    run_pending()
    run_pending()

    assert len(mailbox.mails) == 1
