"""Reading from other sites: nothing inside our own network, nothing endless."""

import contextlib
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from plein.lib import fetching


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "ff02::1",
    ],
)  # fmt: skip
def test_private_addresses_are_not_public(address):
    assert not fetching.is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "8.8.8.8"])
def test_addresses_in_the_open_are_public(address):
    assert fetching.is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "gopher://a.example/", "https://", "https://a.example:22/",
        "https://user:secret@a.example/", "https://a.example/\r\nHost: b", "https://[::1", "",
    ],
)  # fmt: skip
def test_odd_addresses_are_refused_before_anything_is_looked_up(url):
    with pytest.raises(fetching.AddressNotAllowed):
        fetching.allowed(url)


def test_a_name_that_leads_inside_is_refused(monkeypatch):
    rows = [(0, 0, 0, "", ("93.184.216.34", 80)), (0, 0, 0, "", ("127.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: rows)

    with pytest.raises(fetching.AddressNotAllowed):
        fetching.fetch("http://binnen.example/")


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        number, headers, body = self.server.pages.get(self.path, (404, {}, b""))
        self.send_response(number)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        for piece in body if isinstance(body, list) else [body]:
            self.wfile.write(piece)

    def log_message(self, *_words) -> None:
        """Quiet."""


@pytest.fixture
def site(monkeypatch):
    """A site on this machine that counts as outside, for these tests only."""
    server = HTTPServer(("127.0.0.1", 0), Site)
    server.pages = {}
    monkeypatch.setitem(fetching.PORTS, "http", server.server_port)
    monkeypatch.setattr(fetching, "is_public", lambda address: address == "127.0.0.1")
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def url_of(path="/a.ics") -> str:
    return f"http://127.0.0.1{path}"


def test_a_calendar_is_fetched(site):
    site.pages["/a.ics"] = (200, {"ETag": '"een"'}, b"BEGIN:VCALENDAR")

    found = fetching.fetch(url_of())

    assert (found.status, found.body, found.headers["etag"]) == (200, b"BEGIN:VCALENDAR", '"een"')


def test_what_did_not_change_has_no_body(site):
    site.pages["/a.ics"] = (304, {}, b"")

    assert fetching.fetch(url_of()).status == 304


def test_a_redirect_is_followed_and_looked_at_again(site):
    site.pages["/a.ics"] = (302, {"Location": "/b.ics"}, b"")
    site.pages["/b.ics"] = (200, {}, b"ja")

    assert fetching.fetch(url_of()).body == b"ja"


@pytest.mark.parametrize(
    "to", ["http://127.0.0.2/", "file:///etc/passwd", "http://[::1]/", "http://10.0.0.1/"]
)
def test_a_redirect_leads_nobody_inside(site, to):
    site.pages["/a.ics"] = (302, {"Location": to}, b"")

    with pytest.raises(fetching.NotFetched):
        fetching.fetch(url_of())


def test_a_redirect_without_end_stops(site):
    site.pages["/a.ics"] = (302, {"Location": "/a.ics"}, b"")

    with pytest.raises(fetching.NotFetched):
        fetching.fetch(url_of())


def test_too_much_is_too_much(site):
    site.pages["/a.ics"] = (200, {}, [b"x" * 1000] * 50)

    with pytest.raises(fetching.TooBig):
        fetching.fetch(url_of(), most_bytes=10_000)


def test_too_slow_is_too_slow(site):
    with pytest.raises(fetching.TooSlow):
        fetching.fetch(url_of(), seconds=0)


@pytest.fixture
def dripping(monkeypatch):
    """It sends one sign of a header at a time, and never stops."""
    over = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))
    monkeypatch.setitem(fetching.PORTS, "http", listener.getsockname()[1])
    monkeypatch.setattr(fetching, "is_public", lambda address: address == "127.0.0.1")

    def drip() -> None:
        with contextlib.suppress(OSError):
            line, _from = listener.accept()
            line.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            while not over.wait(0.1):
                line.sendall(b"x")

    threading.Thread(target=drip, daemon=True).start()
    yield
    over.set()
    listener.close()


def how_long(url, seconds):
    begun = time.monotonic()
    with pytest.raises(fetching.TooSlow):
        fetching.fetch(url, seconds=seconds)
    return time.monotonic() - begun


def test_a_header_that_drips_does_not_hold_us(dripping):
    assert how_long(url_of(), 0.5) < 3


def test_a_name_that_is_looked_up_slowly_does_not_hold_us(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: time.sleep(6))

    assert how_long("http://traag.example/", 0.5) < 3


def test_packed_answers_are_not_unpacked(site):
    site.pages["/a.ics"] = (200, {"Content-Encoding": "gzip"}, b"bom")

    with pytest.raises(fetching.NotFetched):
        fetching.fetch(url_of())


def test_a_page_that_is_not_there_is_a_failure(site):
    with pytest.raises(fetching.NotFetched) as failure:
        fetching.fetch(url_of("/weg"))

    assert failure.value.key == "away"
