"""The service worker: a small script of our own that shows a kind page without network."""

import hashlib
import json
import re
from pathlib import Path

from django.urls import reverse

SCRIPT = Path(__file__).parent / "static/ui/js/offline-worker.js"
FILE = re.compile(r'href="([^"]+\.(?:css|woff2|svg)(?:\?[^"]*)?)"')


def worker(page: str) -> str:
    """The script that keeps this page and the styles, letters and icon it names.

    It changes with the page, so that a browser fetches both anew and drops what it kept before.
    """
    kept = {
        "version": hashlib.sha256(page.encode()).hexdigest()[:12],
        "page": reverse("ui:offline"),
        "files": sorted({name.replace("&amp;", "&") for name in FILE.findall(page)}),
    }
    return f"const kept = {json.dumps(kept)};\n{SCRIPT.read_text(encoding='utf-8')}"
