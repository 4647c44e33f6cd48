"""One gathered page at a time, as if the site were there."""

import base64
import json
import mimetypes
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.pages.gathered import Came

ALWAYS = "max-age=86400, immutable"


class Site(ThreadingHTTPServer):
    """`site.show(page.url, page.came["nl"])`, then open `site.url + page.url`."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.static: dict[str, str] = json.loads((folder / "static.json").read_text())
        self.now: Came = {}
        self.here = ""
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.server_address[1]}"

    def show(self, url: str, came: Came) -> str:
        self.here, self.now = url, came
        return self.url + url

    def found(self, path: str, *, part: bool) -> tuple[str, bytes] | None:
        """The page itself, or a part of it that htmx asks for, perhaps at the same address."""
        name = "" if path == self.here and not part else path
        if name not in self.now:
            return None
        kind, letters = self.now[name]
        return kind, base64.b64decode(letters)

    def handle_error(self, *_words: Any) -> None:
        """A browser that went on to the next page is no error."""


class Answers(BaseHTTPRequestHandler):
    server: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = urlsplit(self.path).path.removeprefix("/static/")
        if file := self.server.static.get(name):
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            self._send(kind, Path(file).read_bytes(), keep=ALWAYS)
        elif found := self.server.found(self.path, part="HX-Request" in self.headers):
            self._send(*found)
        else:
            self._send("text/plain", b"", status=404)

    def do_POST(self) -> None:
        self._send("text/plain", b"", status=404)

    def _send(self, kind: str, body: bytes, *, status: int = 200, keep: str = "no-store") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", keep)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: Any) -> None:
        """Quiet."""
