"""What a real mail server gets to see of us."""

import socket
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from plein.foundation import outbox
from plein.foundation.outbox.delivery import deliver
from plein.foundation.outbox.models import Message


class Server:
    """Takes mails, except for the addresses that say what is wrong with them."""

    def __init__(self):
        self.mails, self.connections = [], 0

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("weg"):
            return "550 No such user"
        if address.startswith("vol"):
            return "452 Mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if b"spam" in envelope.content:
            return "554 Not here"
        self.mails.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"


@pytest.fixture
def server(db, settings):
    handler = Server()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    yield handler
    controller.stop()


def post(to="noor@x.example", text="Dag Noor", **more):
    return outbox.post_mail(to=to, subject="Hoi", text=text, key=to + text[:50], **more)


def came(server):
    return [message_from_bytes(content, policy=default) for _to, content in server.mails]


@pytest.mark.parametrize(
    "text",
    [
        "Bram helpt je met de tuin.",
        "Café Ünal çok güzel 🌻 مرحبا Привіт",
        ".\n..\n.een regel met een punt",
        "x" * 5000,
        "regel\n" * 300,
    ],
)
def test_every_text_arrives_as_it_was_written(server, text):
    post(text=text)
    deliver()

    (mail,) = came(server)
    # On the wire every line ends with both signs.
    assert mail.get_content().replace("\r\n", "\n").rstrip("\n") == text.rstrip("\n")


def test_a_subject_in_any_language_arrives(server):
    outbox.post_mail(to="noor@x.example", subject="Çay içelim mi? ☕", text="Dag", key="k")
    deliver()

    assert came(server)[0]["Subject"] == "Çay içelim mi? ☕"


def test_many_mails_go_over_one_connection(server):
    for n in range(12):
        post(text=f"Dag {n}")
    deliver()

    assert len(server.mails) == 12
    assert server.connections == 1


def test_wrong_addresses_between_good_ones_stop_nothing(server):
    for to in ("a@x.example", "weg@x.example", "vol@x.example", "b@x.example"):
        post(to=to)
    post(to="c@x.example", text="spam")
    deliver()

    assert [to for to, _content in server.mails] == [["a@x.example"], ["b@x.example"]]
    assert dict(Message.objects.values_list("address", "state")) == {
        "a@x.example": "sent",
        "weg@x.example": "failed",
        "vol@x.example": "waiting",
        "b@x.example": "sent",
        "c@x.example": "failed",
    }
    assert server.connections == 1


def test_nobody_sees_the_address_of_another(server):
    post(to="noor@x.example")
    post(to="bram@x.example")
    deliver()

    for (_to, content), other in zip(server.mails, (b"bram@", b"noor@"), strict=True):
        assert other not in content


def test_the_name_of_this_machine_is_in_no_mail(server):
    post()
    deliver()

    name = socket.gethostname().encode()
    assert name not in server.mails[0][1]
