"""Text messages to phones, by whatever the setting TEXT_MESSAGES names."""

import json
from typing import IO, Any, Protocol
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from plein.foundation.outbox.refusals import RefusedForGood

TIMEOUT = 10
AGAIN_LATER = (408, 425, 429)


class Adapter(Protocol):
    def send(self, to: str, text: str, *, key: str) -> None:
        """Hand over the message, or raise. `key` is the same when it is sent again."""


class Console:
    """Prints the message, for the demo and while developing."""

    def send(self, to: str, text: str, *, key: str) -> None:
        print(f"[{key}] {to}: {text}", flush=True)


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_args: Any, **_options: Any) -> None:
        return None


class Http:
    """Posts JSON to TEXT_MESSAGES_URL: {"to": "+316…", "text": "…", "id": "…"}."""

    def __init__(self) -> None:
        self.url: str = settings.TEXT_MESSAGES_URL
        if urlsplit(self.url).scheme not in ("http", "https"):
            raise ImproperlyConfigured("TEXT_MESSAGES_URL must begin with http:// or https://")

    def send(self, to: str, text: str, *, key: str) -> None:
        content = json.dumps({"to": to, "text": text, "id": key}).encode()
        headers = {
            "Content-Type": "application/json",
            "Authorization": f"Bearer {settings.TEXT_MESSAGES_KEY}",
            "Idempotency-Key": key,
        }
        # The scheme was checked above.
        request = Request(self.url, content, headers, method="POST")  # noqa: S310
        try:
            self._open(request).close()
        except HTTPError as answer:
            answer.close()
            if 400 <= answer.code < 500 and answer.code not in AGAIN_LATER:
                raise RefusedForGood(str(answer.code)) from None
            raise

    def _open(self, request: Request) -> IO[bytes]:
        answer: IO[bytes] = build_opener(_NoRedirects).open(request, timeout=TIMEOUT)
        return answer


def adapter() -> Adapter:
    made: Adapter = import_string(settings.TEXT_MESSAGES)()
    return made
