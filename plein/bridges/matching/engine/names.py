"""What a concept is called in another language: the first term its file has there. Plain files,
read once and only for who reads another language than Dutch; pages use it."""

import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "concepts"
DUTCH = "nl"


def name_in(language: str, name: str) -> str:
    """The name of a concept for a reader of `language`; the Dutch one where there is no other."""
    short = language.partition("-")[0]
    return name if short == DUTCH else _names(short).get(name, name)


@cache
def _names(language: str) -> dict[str, str]:
    """{Dutch name: first term in the language} of all concepts that have one."""
    found = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for each in tomllib.loads(path.read_text("utf-8"))["concept"]:
            if terms := each.get(language):
                found[each["name"]] = terms[0]
    return found
