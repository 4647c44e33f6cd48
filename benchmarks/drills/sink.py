"""A mail server that only writes down which mails came, in a process of its own."""

import asyncio
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP

MESSAGE_ID = re.compile(rb"^Message-ID: (<\S+>)", re.MULTILINE | re.IGNORECASE)


class Sink:
    def __init__(self, file: Path) -> None:
        self.file = file.open("ab", buffering=0)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        found = MESSAGE_ID.search(envelope.content)
        self.file.write((found[1] if found else b"none") + b"\n")
        return "250 OK"


@contextmanager
def mail_server(file: Path) -> Iterator[int]:
    """The port of a server that writes the Message-IDs to `file`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    file.touch()
    words = [sys.executable, "-m", "benchmarks.drills.sink", str(port), str(file)]
    with subprocess.Popen(words) as server:
        try:
            _wait_for(port)
            yield port
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        with socket.socket() as probe:
            if not probe.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.1)
    raise RuntimeError("The mail server of the drill does not answer.")


async def serve(port: int, file: Path) -> None:
    sink = Sink(file)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(sink), "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), Path(sys.argv[2])))
