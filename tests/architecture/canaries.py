"""Reading every kind of answer for words that may not be in it, also inside files."""

import hashlib
import io
import sys
import zipfile
from collections import Counter
from contextlib import contextmanager
from typing import ClassVar

from django.contrib import admin
from django.urls import reverse

from plein.foundation.communities import context, rights

CANARIES = ("Kanarievogel", "0612987654", "612987654", "Kanariestraat", "Kwartelslag", "K.V.")
CANARIES += ("3-4-1931", "1931-04-03", "3 april 1931")
KINDS = {
    "application/pdf": "PDF",
    "text/calendar": "feed",
    "xml": "feed",
    "json": "feed",
    "csv": "export",
    "sheet": "export",
    "html": "page",
}


def kind_of(response, *, part: bool) -> str:
    """The column of the matrix."""
    content = response.get("Content-Type", "")
    kind = next((kind for sign, kind in KINDS.items() if sign in content), "file")
    return "part" if part and kind == "page" else kind


def words_in(body: bytes) -> str:
    if body.startswith(b"%PDF"):
        from pypdf import PdfReader

        reader = PdfReader(io.BytesIO(body))
        return f"{reader.metadata} {' '.join(page.extract_text() for page in reader.pages)}"
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as folder:
            return " ".join(words_in(folder.read(name)) for name in folder.namelist())
    return body.decode("utf-8", "replace")


def seen_in(text: str) -> set[str]:
    return {canary for canary in CANARIES if canary.lower() in text.lower()}


class Walk:
    """Opens addresses as one person; `hits` says where, `counted` how many answers of each kind.

    A body that was read before, for whomever, is not read again.
    """

    read: ClassVar[set[bytes]] = set()

    def __init__(self, browser) -> None:
        self.browser, self.counted, self.hits = browser, Counter(), {}

    def look(self, url: str, *, part: bool = False, post: bool = False):
        headers = {"HX-Request": "true"} if part else {}
        if post:  # with the token that every form has
            answer = self.browser.post(url, {"csrfmiddlewaretoken": "x"}, headers=headers)
        else:
            answer = self.browser.get(url, headers=headers)
        kind = kind_of(answer, part=part)
        if post:
            kind = f"posted {answer.status_code}"
        elif answer.status_code != 200:
            kind = "refused"
        self.counted[kind] += 1
        asked_for = {CANARIES[0]} if "q=" in url else set()
        if seen := self._seen(answer) - asked_for:
            self.hits[kind, url] = seen
        return answer

    def _seen(self, answer) -> set[str]:
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        seen, key = seen_in(str(dict(answer.headers))), hashlib.sha256(body).digest()
        if key not in self.read:
            found = seen_in(words_in(body))
            if not found:
                self.read.add(key)
            seen |= found
        return seen


class RightsAsked:
    """Which rights an address asks about: people who agree on those get the same answer.

    For each address it keeps who opened it before: what was asked about them, and which of that
    they had. Somebody who has and lacks just the same would be led along the same way.
    """

    def __init__(self, monkeypatch) -> None:
        self.now, self.muted, self.table = set(), False, dict(rights.RIGHTS)
        self.known: dict[tuple, list[tuple[frozenset, frozenset]]] = {}
        listening = _Listening(self)
        for module in [each for name, each in sys.modules.items() if name.startswith("plein.")]:
            if getattr(module, "RIGHTS", None) == self.table:
                monkeypatch.setattr(module, "RIGHTS", listening)
        tools = context._tools

        def silently(*args):
            self.muted = True
            try:
                return tools(*args)
            finally:
                self.muted = False

        monkeypatch.setattr(context, "_tools", silently)  # the same few links on every page

    def is_new(self, where: tuple, roles: frozenset[str]) -> bool:
        """Whether nobody before would get the very same answer."""
        has = self._has(roles)
        return not any(asked & has == had for asked, had in self.known.get(where, ()))

    @contextmanager
    def noting(self, where: tuple, roles: frozenset[str]):
        self.now = set()
        yield
        asked = frozenset(self.now)
        self.known.setdefault(where, []).append((asked, asked & self._has(roles)))

    def _has(self, roles: frozenset[str]) -> frozenset[str]:
        return frozenset(right for right, for_roles in self.table.items() if roles & for_roles)


class _Listening(dict):
    def __init__(self, ear: RightsAsked) -> None:
        super().__init__(ear.table)
        self.ear = ear

    def __getitem__(self, right: str):
        if not self.ear.muted:
            self.ear.now.add(right)
        return super().__getitem__(right)


def operator_pages() -> list[str]:
    """Every list of the operator, and the first thing in it."""
    found = [reverse("admin:index")]
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        found.append(reverse(f"{name}_changelist"))
        if one := model._default_manager.order_by("pk").first():
            found.append(reverse(f"{name}_change", args=[one.pk]))
    return found
