"""In a place that says "u" no "je" is left, in every app that is marked as complete."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import _formal

ROOT = Path(__file__).parents[2]
COMPLETE = _formal.tables()["complete"]
SPEAKING = sorted(
    str(file.relative_to(ROOT)).split("/locale")[0]
    for file in (ROOT / "plein").rglob("locale/nl/LC_MESSAGES/django.po")
)


def texts(app: str, language: str) -> dict:
    file = ROOT / app / "locale" / language / "LC_MESSAGES" / "django.po"
    if not file.exists():
        return {}
    with file.open("rb") as stream:
        catalog = read_po(stream, locale="nl")
    return {(_formal._first(m), m.context): m for m in catalog if m.id}


def shown(app: str) -> dict[tuple, tuple[str, ...]]:
    """What somebody reads to whom one says u: of both files, as Django merges them."""
    said = {key: _formal._strings(message) for key, message in texts(app, "nl").items()}
    for key, message in texts(app, _formal.LANGUAGE).items():
        if any(_formal._strings(message)):
            said[key] = _formal._strings(message)
    return said


@pytest.mark.parametrize("app", COMPLETE)
def test_no_je_is_left(app):
    kept = _formal.tables()["kept"]
    left = [
        text
        for strings in shown(app).values()
        for text in strings
        if _formal.FAMILIAR.search(text) and text not in kept
    ]

    assert left == []


@pytest.mark.parametrize("app", COMPLETE)
def test_each_u_belongs_to_the_je_of_today(app):
    now = {key: _formal.sign(_formal._strings(m)) for key, m in texts(app, "nl").items()}

    formal = texts(app, _formal.LANGUAGE)

    assert [key for key, m in formal.items() if now.get(key) not in m.auto_comments] == []


@pytest.mark.parametrize("app", COMPLETE)
def test_names_in_a_text_stay(app):
    for message in texts(app, _formal.LANGUAGE).values():
        assert [str(error) for error in message.check()] == []


@pytest.mark.parametrize("app", SPEAKING)
def test_the_verb_goes_with_u(app):
    """ "Heb u" or "kun u" is no Dutch."""
    wrong = [
        text
        for strings in shown(app).values()
        for text in strings
        for word, right in _formal.tables()["verbs"].items()
        if word != right and re.search(rf"(?<!\bik )\b{word} u\b", text.lower())
    ]

    # "Iemand wil u helpen" is about somebody else.
    assert [text for text in wrong if "wil u helpen" not in text] == []


def test_every_app_that_speaks_and_is_done_is_there():
    assert set(COMPLETE) <= set(SPEAKING)


def test_what_is_kept_has_a_reason():
    kept = _formal.tables()["kept"]

    assert kept
    assert all(len(reason) > 10 for reason in kept.values())
