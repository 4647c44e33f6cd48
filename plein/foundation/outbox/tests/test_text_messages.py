"""Text messages, by console or by any service that takes JSON."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.core.exceptions import ImproperlyConfigured

from plein.foundation import outbox
from plein.foundation.outbox.delivery import deliver
from plein.foundation.outbox.models import Message
from plein.foundation.outbox.text_messages import Http


@pytest.fixture
def service(db, settings):
    """A service on this machine that writes down what it gets and answers as told."""
    got, answers = [], []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            got.append((dict(self.headers), json.loads(body)))
            self.send_response(answers.pop(0) if answers else 200)
            self.send_header("Location", "http://127.0.0.1:1/")
            self.end_headers()

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.TEXT_MESSAGES = "plein.foundation.outbox.text_messages.Http"
    settings.TEXT_MESSAGES_URL = f"http://127.0.0.1:{server.server_port}/send"
    settings.TEXT_MESSAGES_KEY = "geheim"
    yield got, answers
    server.shutdown()
    server.server_close()


def post(key="k"):
    return outbox.post_text(to="+31612345678", text="Je code is 123456", key=key)


def test_on_the_console_it_is_printed_and_the_row_stays_readable(db, capsys):
    post()
    deliver()

    assert "+31612345678: Je code is 123456" in capsys.readouterr().out
    assert Message.objects.get().text == "Je code is 123456"


def test_by_http_the_service_gets_it_with_the_key(service):
    message = post()
    deliver()

    ((headers, body),) = service[0]
    assert body == {"to": "+31612345678", "text": "Je code is 123456", "id": str(message.pk)}
    assert headers["Authorization"] == "Bearer geheim"
    assert headers["Idempotency-Key"] == str(message.pk)
    assert Message.objects.get().state == Message.State.SENT


@pytest.mark.parametrize("status", [400, 404, 422])
def test_a_number_the_service_refuses_fails_at_once(service, status):
    service[1].append(status)
    post()
    deliver()

    assert Message.objects.get().error == f"RefusedForGood {status}"


@pytest.mark.parametrize("status", [429, 500, 503, 302])
def test_a_service_in_trouble_is_tried_again(service, status):
    service[1].append(status)
    post()
    deliver()

    message = Message.objects.get()
    assert (message.state, message.tries) == (Message.State.WAITING, 1)


def test_a_service_that_is_away_is_tried_again(service, settings):
    settings.TEXT_MESSAGES_URL = "http://127.0.0.1:1/"
    post()
    deliver()

    assert Message.objects.get().state == Message.State.WAITING


@pytest.mark.parametrize("url", ["", "file:///etc/passwd", "ftp://x.example/", "geen adres"])
def test_only_web_addresses_are_used(settings, url):
    settings.TEXT_MESSAGES_URL = url

    with pytest.raises(ImproperlyConfigured):
        Http()


def test_people_wait_for_a_text_so_it_goes_first(db):
    assert post().urgent
