"""Our own scripts are small, keep to the policy, and forget what should be forgotten."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

STATIC = Path(__file__).parents[1] / "static"
SCRIPTS = sorted((STATIC / "ui" / "js").glob("*.js"))
WORKER = "offline-worker.js"
"""Runs beside the page, not on it; passes on what the page itself asked for (`offline.py`)."""
IDLE = "idle.js"
"""On shared screens, and on the page without network; tells our own server somebody is there."""
FONTS = ("atkinson-hyperlegible-next", "bricolage-grotesque")


def test_all_our_scripts_together_stay_under_8_kilobytes():
    everywhere = [path for path in SCRIPTS if path.name != IDLE]

    assert sum(path.stat().st_size for path in everywhere) <= 8 * 1024


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_makes_code_or_markup_from_words(script):
    forbidden = r"\beval\b|new Function|innerHTML|outerHTML|document\.write"

    assert not re.search(forbidden, script.read_text())


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_calls_another_site(script):
    text = script.read_text()
    if script.name == WORKER:
        text = re.sub(r"fetch\((event\.)?request\)", "", text)
    if script.name == IDLE:
        text = text.replace("fetch(idle.dataset.ping", "")

    assert not re.search(r"https?://|fetch\(|XMLHttpRequest|sendBeacon", text)


def test_typed_words_stay_in_the_tab_and_not_on_the_device():
    words = (STATIC / "ui" / "js" / "forms.js").read_text()

    assert "sessionStorage" in words
    assert "localStorage" not in words


def test_every_script_of_ours_is_on_the_page(show):
    sources = [one["src"] for one in show("ui/base.html").all("script")]

    for script in SCRIPTS:
        on_page = any(script.stem in source for source in sources)
        assert on_page is (script.name not in (WORKER, IDLE))


def test_htmx_may_neither_evaluate_nor_keep_pages_nor_write_styles(show):
    settings = show("ui/base.html").one("meta", name="htmx-config")["content"]

    assert '"allowEval":false' in settings
    assert '"historyCacheSize":0' in settings
    assert '"includeIndicatorStyles":false' in settings


def test_htmx_shows_a_form_with_mistakes(show):
    assert (
        '{"code":"422","swap":true}'
        in show("ui/base.html").one("meta", name="htmx-config")["content"]
    )


def test_the_first_page_leaves_room_for_its_own_words(show):
    """The whole first load may be 130 kB; without the words of the page at most 110."""
    zipped = [*SCRIPTS, *(STATIC / "ui" / "css").glob("*.css")]
    zipped.append(Path(finders.find("django_htmx/htmx-2.min.js")))
    fonts = [STATIC / "vendor" / "fonts" / f"{name}-latin-wght-normal.woff2" for name in FONTS]

    size = sum(len(gzip.compress(path.read_bytes())) for path in zipped)
    size += sum(path.stat().st_size for path in fonts)

    assert size <= 110_000
