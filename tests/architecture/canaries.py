"""Reading every kind of answer for words that may not be in it, also inside files."""

import io
import zipfile
from collections import Counter

from django.contrib import admin
from django.urls import reverse

CANARIES = ("Kanarievogel", "0612987654", "612987654", "Kanariestraat", "Kwartelslag", "K.V.")
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


def text_of(response) -> str:
    """Headers and words; of a PDF or a spreadsheet what stands in it."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return words_in(body) + str(dict(response.headers))


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
    """Opens addresses as one person; `hits` says where, `counted` how many answers of each kind."""

    def __init__(self, browser) -> None:
        self.browser, self.counted, self.hits = browser, Counter(), {}

    def look(self, url: str, *, part: bool = False) -> None:
        answer = self.browser.get(url, headers={"HX-Request": "true"} if part else {})
        kind = kind_of(answer, part=part)
        self.counted[kind if answer.status_code == 200 else "refused"] += 1
        asked_for = {CANARIES[0]} if "q=" in url else set()
        if seen := seen_in(text_of(answer)) - asked_for:
            self.hits[kind, url] = seen


def operator_pages() -> list[str]:
    """Every list of the operator, and the first thing in it."""
    found = [reverse("admin:index")]
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        found.append(reverse(f"{name}_changelist"))
        if one := model._default_manager.order_by("pk").first():
            found.append(reverse(f"{name}_change", args=[one.pk]))
    return found
