"""The same Dutch with "u": proposes each text that says "je", for people to read once.

Each app keeps it in locale/nl_Formal/, with only the texts that differ; Django falls back to nl
for all others. A proposal is made when `formal_words.toml` knows every word around a "je"; else the
text stays empty, shows as "je", and is told. Beside each stands a sign of the "je" text it came
from: when that changes, the proposal is made again. What a person wrote stays as it was.
"""

import hashlib
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message

LANGUAGE = "nl_Formal"
WORDS = Path(__file__).with_name("formal_words.toml")
FAMILIAR = re.compile(r"(?<![\w-])(je|jij|jou|jouw|jouwe|jullie|jezelf|jijzelf)(?![\w-])", re.I)
"""Said to somebody whom one knows well."""

ALWAYS = {"jouw": "uw", "jouwe": "uwe", "jou": "u", "jezelf": "uzelf", "jijzelf": "uzelf"}
PERSON = re.compile(r"(?:(?P<before>[\w-]+) )?(?P<you>\b(?:je|jij))\b(?= ?(?P<after>[\w-]*))", re.I)


class Unsure(Exception):
    """A person must say what it is here."""


@cache
def tables() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def is_complete(app: str) -> bool:
    return app in tables()["complete"]


def formal(text: str) -> str:
    """The text with "u", or `Unsure`."""
    for piece, better in tables()["pieces"].items():
        text = text.replace(piece, better)
    text = PERSON.sub(_person, text)
    return FAMILIAR.sub(lambda found: _like(found[0], _always(found[0])), text)


def _always(word: str) -> str:
    if word.lower() not in ALWAYS:
        raise Unsure(word)
    return ALWAYS[word.lower()]


def _person(found: re.Match[str]) -> str:
    """One "je" or "jij", with the word before it."""
    before, you, after = found["before"] or "", found["you"], found["after"].lower()
    words, verb = tables()["words"], tables()["verbs"].get(before.lower())
    start = f"{before} " if before else ""
    is_owner = you.lower() == "je" and after in words["owned"]
    if before.lower() in words["commands"]:
        verb = None
    if verb and not _is_said_of_reader(found, before):
        raise Unsure(f"{start}{you}")
    if verb and not is_owner:
        return f"{_like(before, verb)} {_like(you, 'u')}"
    if is_owner and not verb:
        return start + _like(you, "uw")
    known = not before or before.lower() in words["before"]
    if known and not is_owner and (not after or after in words["after"]):
        return start + _like(you, "u")
    raise Unsure(f"{start}{you} {after}")


def _is_said_of_reader(found: re.Match[str], verb: str) -> bool:
    """Not "Iemand wil je spreken", nor "Meld je aan": the reader is who does it."""
    last = found.string[: found.start()].split()[-1:]
    if not last or last[0][-1] in ".?!":
        end = re.search(r"[.?!]", found.string[found.end() :])
        return end is not None and end[0] == "?"
    asking = tables()["words"]["asking"]
    return verb != "wil" or last[0].lower() in asking or last[0][-1] in ":,"


def _like(old: str, new: str) -> str:
    """With a capital where the old word had one."""
    return new.capitalize() if old[:1].isupper() else new


def refresh(dutch: Catalog, old: Catalog, new: Catalog) -> list[str]:
    """Fill `new`; tell of each text that still waits for a person."""
    waiting = []
    known = {(_first(message), message.context): message for message in old if message.id}
    for message in dutch:
        strings = _strings(message)
        if not message.id or not is_familiar(message):
            continue
        said, before = sign(strings), known.get((_first(message), message.context))
        if before and any(_strings(before)) and said in before.auto_comments:
            result = before.string
        else:
            result = _proposed(message)
        if not result:
            waiting.append(f"no u yet: {' / '.join(strings)!r}")
        new.add(message.id, result, context=message.context, auto_comments=[said])
    return waiting


def is_familiar(message: Message) -> bool:
    """Whether somebody to whom one says "u" should read this text differently."""
    return any(FAMILIAR.search(each) and each not in tables()["kept"] for each in _strings(message))


def _proposed(message: Message) -> Any:
    try:
        changed = tuple(formal(each) for each in _strings(message))
    except Unsure:
        return ""
    return changed if isinstance(message.id, tuple | list) else changed[0]


def sign(strings: tuple[str, ...]) -> str:
    """Eight signs that tell whether the "je" text changed since."""
    return "je " + hashlib.sha256("\0".join(strings).encode()).hexdigest()[:8]


def _strings(message: Message) -> tuple[str, ...]:
    string = message.string
    return tuple(string) if isinstance(string, tuple | list) else (str(string or ""),)


def _first(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, tuple | list) else message.id)
