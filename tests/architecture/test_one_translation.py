"""Django merges the words of all apps: the same English must have the same Dutch everywhere."""

from collections import defaultdict
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]


def test_one_english_text_has_one_dutch_text():
    found = defaultdict(lambda: defaultdict(set))
    for path in sorted((ROOT / "plein").rglob("locale/nl/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            for entry in read_po(file):
                if entry.id and entry.string:
                    app = str(path.relative_to(ROOT / "plein")).split("/locale")[0]
                    found[entry.context, entry.id][entry.string].add(app)

    assert found
    assert {key: dict(said) for key, said in found.items() if len(said) > 1} == {}
