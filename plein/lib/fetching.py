"""Reading something from another site that a person gave us the address of.

Safe by construction: http and https on their own ports, no name or address inside our own network
(also not after a redirect, also not when the name changes between looking up and connecting),
no packed answers, a limit on size and on time. Raises a `NotFetched` with a short `key`.
"""

import http.client
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from urllib.parse import SplitResult, urljoin, urlsplit

AGENT = "Plein (calendar of a neighbourhood)"
PORTS = {"http": 80, "https": 443}
HOPS = 3
GRACE = 0.25
"""Seconds in which a read that is late says so itself."""
PIECE = 64 * 1024
TRANSLATED = IPv6Network("64:ff9b::/96")


class NotFetched(Exception):
    """It did not work; `key` says why."""

    key = "away"


class AddressNotAllowed(NotFetched):
    """Not http(s), another port, with a password, or inside a private network."""

    key = "address"


class TooBig(NotFetched):
    key = "big"


class TooSlow(NotFetched):
    key = "slow"


@dataclass(frozen=True)
class Fetched:
    """`status` 200 with a body, or 304 without."""

    status: int
    body: bytes
    headers: Mapping[str, str]


def fetch(
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    most_bytes: int = 5 * 1024 * 1024,
    seconds: float = 10,
) -> Fetched:
    """Get it, within `seconds` for all hops together, whatever the other side does.

    Names are looked up by the system, which knows no limit, and a header that drips keeps each
    read short: so it is done beside us, and we do not wait longer than we said.
    """
    end = monotonic() + seconds
    waits: Queue[Fetched | Exception] = Queue(1)
    lines: list[_Line] = []

    def work() -> None:
        try:
            waits.put(_fetch(url, headers or {}, most_bytes, end, lines))
        except Exception as wrong:
            waits.put(wrong)

    Thread(target=work, name="fetching", daemon=True).start()
    try:
        found = waits.get(timeout=max(seconds, 0) + GRACE)
    except Empty:
        for line in lines:
            line.hang_up()
        raise TooSlow(url) from None
    if isinstance(found, Exception):
        raise found
    return found


def _fetch(
    url: str,
    headers: Mapping[str, str],
    most_bytes: int,
    end: float,
    lines: list["_Line"],
) -> Fetched:
    for _hop in range(HOPS + 1):
        parts = allowed(url)
        answer, found = _ask(parts, dict(headers), end, lines)
        with answer:
            if found.status in (301, 302, 303, 307, 308):
                url = urljoin(url, found.headers.get("location", ""))
                if parts.scheme == "https" and not url.startswith("https:"):
                    raise AddressNotAllowed(url)
                continue
            if found.status not in (200, 304):
                raise NotFetched(str(found.status))
            names = {name.lower(): value for name, value in found.headers.items()}
            if names.get("content-encoding", "identity").lower() != "identity":
                raise NotFetched("packed")
            body = _body(found, most_bytes, end) if found.status == 200 else b""
            return Fetched(found.status, body, names)
    raise NotFetched("too many hops")


def allowed(url: str) -> SplitResult:
    """The parts of an address that may be asked for. Looks nothing up."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as wrong:
        raise AddressNotAllowed(url) from wrong
    if parts.scheme not in PORTS or not parts.hostname or parts.username or parts.password:
        raise AddressNotAllowed(url)
    if port not in (None, PORTS[parts.scheme]):
        raise AddressNotAllowed(url)
    if any(sign <= " " or sign == "\x7f" for sign in url):
        raise AddressNotAllowed(url)
    return parts


def is_public(address: str) -> bool:
    """Whether an internet address is out in the open, however it is wrapped."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        inside = found.ipv4_mapped or found.sixtofour
        if inside is not None:
            return is_public(str(inside))
        if found.teredo or found in TRANSLATED:
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def _ask(
    parts: SplitResult, headers: dict[str, str], end: float, lines: list["_Line"]
) -> tuple["_Answer", http.client.HTTPResponse]:
    host = parts.hostname or ""
    address = _look_up(host, PORTS[parts.scheme])
    line = _Line(host, address, parts.scheme, _left(end))
    lines.append(line)
    path = parts.path or "/"
    if parts.query:
        path += f"?{parts.query}"
    try:
        line.request(
            "GET",
            path,
            headers={"User-Agent": AGENT, "Accept-Encoding": "identity"} | headers,
        )
        return _Answer(line), line.getresponse()
    except TimeoutError as slow:
        line.close()
        raise TooSlow(host) from slow
    except (OSError, http.client.HTTPException, ValueError) as wrong:
        line.close()
        raise NotFetched(type(wrong).__name__) from wrong


class _Answer:
    """Hangs up when it has been read."""

    def __init__(self, line: http.client.HTTPConnection) -> None:
        self.line = line

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_error: object) -> None:
        self.line.close()


class _Line(http.client.HTTPConnection):
    """Connects to the address that was looked at, not to whatever the name says a moment later."""

    def __init__(self, host: str, address: str, scheme: str, seconds: float) -> None:
        super().__init__(host, PORTS[scheme], timeout=seconds)
        self.address, self.scheme = address, scheme

    def connect(self) -> None:
        self.sock = socket.create_connection((self.address, self.port), self.timeout)
        if self.scheme == "https":
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)

    def hang_up(self) -> None:
        """From outside: what is being read ends now, and with it the thread that reads."""
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)


def _look_up(host: str, port: int) -> str:
    """One address of this name. All of them must be public, or none is trusted."""
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as wrong:
        raise NotFetched(host) from wrong
    addresses = [str(row[4][0]) for row in rows]
    if not addresses or not all(is_public(address) for address in addresses):
        raise AddressNotAllowed(host)
    return addresses[0]


def _body(answer: http.client.HTTPResponse, most_bytes: int, end: float) -> bytes:
    pieces, size = [], 0
    try:
        while piece := answer.read1(PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > most_bytes:
                raise TooBig
            _left(end)
    except TimeoutError as slow:
        raise TooSlow from slow
    except (OSError, http.client.HTTPException) as wrong:
        raise NotFetched(type(wrong).__name__) from wrong
    return b"".join(pieces)


def _left(end: float) -> float:
    left = end - monotonic()
    if left <= 0:
        raise TooSlow
    return left
