"""What people read on the site passes our own coach for plain words, at B1."""

from pathlib import Path

from babel.messages.pofile import read_po

from plein.foundation.taxonomy.actions import starting_list
from plein.lib.writing.easier import Kind, Tip, tips

ROOT = Path(__file__).parents[2]
LANGUAGES = ("nl", "nl_Formal")
ALLOWED = {
    "cliënt": "what professionals call the people of their caseload, on pages of their own",
    "cliënten": "the same",
    "doelgroep": "a name in the settings of a manager; residents read for whom it is",
    "doelgroepen": "the same",
    "te weten": "'goed om te weten' is how people talk",
    "bij deze": "'bij deze mail'",
    "een aantal": "a number, and no names",
    "omtrent": "'verklaring omtrent het gedrag' is what it is called",
}


def test_no_sentence_of_ours_could_be_said_more_plainly():
    found, read = {}, 0
    for language in LANGUAGES:
        for path in sorted((ROOT / "plein").rglob(f"locale/{language}/LC_MESSAGES/django.po")):
            with path.open("rb") as file:
                for said in _said(read_po(file)):
                    read += 1
                    hard = [tip for tip in tips(said) if not _is_fine(tip)]
                    if hard:
                        found[said] = [tip.found for tip in hard]

    assert read > 4000
    assert not found


def test_no_theme_teaser_or_example_could_be_said_more_plainly():
    read = list(_dutch(starting_list()))

    assert len(read) > 120
    assert not {
        said: hard for said in read if (hard := [t.found for t in tips(said) if not _is_fine(t)])
    }


def _dutch(entry):
    """Every Dutch word of the starting list, however deep: names, teasers, strips, examples."""
    if isinstance(entry, dict):
        said = entry.get("nl", [])
        yield from [said] if isinstance(said, str) else said
        for key, value in entry.items():
            if key != "nl":
                yield from _dutch(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from _dutch(value)


def _said(catalogue):
    for entry in catalogue:
        if entry.id:
            yield from entry.string if isinstance(entry.string, tuple) else [entry.string]


def _is_fine(tip: Tip) -> bool:
    return tip.kind is Kind.WORD and tip.found.lower() in ALLOWED
