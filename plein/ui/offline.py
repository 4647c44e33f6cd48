"""The service worker: a small script of our own that shows a kind page without network."""

import hashlib
import json
import re
from pathlib import Path

from django.urls import reverse

SCRIPT = Path(__file__).parent / "static/ui/js/offline-worker.js"
FILE = re.compile(
    r'href="([^"]+\.(?:css|woff2|svg)(?:\?[^"]*)?)"|src="([^"]+/idle\.(?:[^"/.]+\.)?js)"'
)
"""Of the scripts only the one that empties a shared screen: without network it is needed too."""


def worker(page: str) -> str:
    """The script that keeps this page and the styles, letters, icon and script it needs.

    It changes with the page, so that a browser fetches both anew and drops what it kept before.
    """
    kept = {
        "version": hashlib.sha256(page.encode()).hexdigest()[:12],
        "page": reverse("ui:offline"),
        "files": sorted({(a or b).replace("&amp;", "&") for a, b in FILE.findall(page)}),
    }
    return f"const kept = {json.dumps(kept)};\n{SCRIPT.read_text(encoding='utf-8')}"
