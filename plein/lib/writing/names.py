"""Whether a text tells who somebody is: their own name, initials, address or day of birth.

    names_in("Mevrouw de Vries zoekt gezelschap.", name="mevr. A. de Vries")

Beside what is known of this person it finds what names anybody: "mevrouw Jansen", "J. de W.",
"Voor Gerrit", "Kowalski zoekt", "geboren op 3-4-1941". Unlike `check` it looks at capitals:
"bakker" is a shop, "Bakker" a name.

A first name that is none of theirs ("met Bram van de kaartclub") is of the kind `first_name`:
it may be somebody else, and only who writes knows that.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from plein.lib.writing.checking import Finding, check
from plein.lib.writing.hints import HINTS
from plein.lib.writing.lexicon import sound

HERE = Path(__file__).parent


def _words(file: str) -> frozenset[str]:
    return frozenset((HERE / file).read_text(encoding="utf-8").split())


ALSO_WORDS = _words("also_words.txt")
"""Names that are words as well: only with a capital they are taken for a name."""
FIRST_NAMES = _words("first_names.txt")
SIRS = _words("sirs.txt")
WHO = _words("who.txt")
"""Who may look for something without being named."""
SMALL = SIRS | _words("small_parts.txt")
"""Parts of a name that say nothing of whose it is."""
SIR = (
    r"(?i:(?:mevr|mvr|mw|mej|dhr|fam)\.?|mevr?ouw|juffrouw|meneer|mijnheer|de heer|heer|familie|oma"
    r"|opa|tante|oom|zuster|broeder|buurvrouw|buurman|cliënte?|bewoonster|bewoner|echtpaar|juf)"
)
BETWEEN_NAMES = r"(?:(?:van|de|den|der|het|ten|ter|te|el|al|'t|op)\s+){0,3}"
TITLED = re.compile(
    rf"\b{SIR}\s+(?:(?:[A-Z]\.?\s?){{1,4}}\s?)?(?i:{BETWEEN_NAMES})(?!Ik\b)[A-ZÀ-Þ][\w'’-]*"
)
INITIALS = re.compile(
    rf"(?<![\w.])(?:[A-Z]\.\s?){{2,}}|(?<![\w.])[A-Z]\.\s(?:{BETWEEN_NAMES})[A-Z]"
)
NAMED = re.compile(
    r"(?i:\b(?:heet|heette|genaamd|naam is|noemen we|roepnaam(?: is)?))\s+"
    r"(?!(?i:het|de|een|welkom)\b)[A-ZÀ-Þ][\w'’-]+"
)
MONTHS = "jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec"
VERB = r"(?:zoekt|houdt|vraagt|spreekt|woont|wil|zou|heeft|kan|gaat|vindt|komt)"
NOT_THEM = r"(?!\s+(?:ik|we|wij|hij|zij|ze|men|meneer|mevrouw|iemand|deze|dit|er|je|u|wie|de)\b)"
SUBJECT = re.compile(
    rf"(?:^|[.!?\n]\s*)((?:[A-ZÀ-Þ][a-zà-ÿ'’-]+\s){{2,3}}(?={VERB}\b)"
    rf"|[A-ZÀ-Þ][a-zà-ÿ'’-]+\s(?<!en\s)(?=(?:zoekt|houdt|vraagt|spreekt|wil|zou)\b{NOT_THEM}))"
)
"""Who looks for something: "Nguyen Thi Lan zoekt"."""
BORN = re.compile(
    rf"\b(?:geboren|geb\.?|geboortedatum|jarig)\b[^.!?\n]{{0,25}}?\d"
    rf"|(?<!\d)\d{{1,2}}[-/. ](?:\d{{1,2}}|(?:{MONTHS})\w*)[-/. ](?:19\d\d|200\d|201\d)(?!\d)"
    r"|(?<!\d)(?:19\d\d|200\d|201\d)[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
    rf"|(?<!\d)\d{{1,2}}[-/. ](?:\d{{1,2}}|(?:{MONTHS})\w*)[-/. ]['’]\d\d(?!\d)",
    re.IGNORECASE,
)
NOT_INITIALS = re.compile(
    r"\b(?:[aA]\.u\.b\.|A\.O\.W\.|B\.V\.|N\.V\.|[aA]\.s\.|T\.N\.T\.|E\.H\.B\.O\."
    r"|Albert Heijn|Jan Linders|Anne Frank)"
)
WORD = re.compile(r"[\w'’-]+")
FIRST = "first_name"
FOR_THEM = re.compile(r"\b(?:voor|namens|van onze|onze)\s+$", re.IGNORECASE)
"""Before the name of whom the text is about: "voor Gerrit"."""


def names_in(text: str, *, name: str = "", phone: str = "", address: str = "") -> list[Finding]:
    """Everything in the text that tells who this is, in the order of the text."""
    found = [*_own_name(text, name), *_number(text, phone), *_own_address(text, address)]
    plain = NOT_INITIALS.sub(lambda hit: "_" * len(hit.group()), text)
    found += [*_first_names(plain), *_subjects(plain)]
    for kind, pattern in (("name", TITLED), ("name", INITIALS), ("name", NAMED), ("born", BORN)):
        found += [_finding(kind, hit.start(), hit.end()) for hit in pattern.finditer(plain)]
    found += [one for one in check(text) if one.kind == "place"]
    once = {(one.start, one.end, one.kind): one for one in found}
    sure = [one for one in once.values() if one.kind != FIRST]
    return [once[key] for key in sorted(once) if not _is_said_already(once[key], sure)]


def _is_said_already(one: Finding, sure: list[Finding]) -> bool:
    """A first name inside what tells who it is."""
    return one.kind == FIRST and any(
        each.start <= one.start and one.end <= each.end for each in sure
    )


def _own_name(text: str, name: str) -> Iterator[Finding]:
    """Each part of the name with a capital, or written small when it is no usual word, also
    misspelt or in one word; and its initials side by side."""
    parts = [part for part in WORD.findall(name) if part.lower().strip("'") not in SMALL]
    for part in parts:
        if len(part) < 2:
            continue
        for hit in re.finditer(rf"(?<!\w){re.escape(part)}(?:'?s)?(?!\w)", text, re.IGNORECASE):
            if hit.group()[0].isupper() or part.lower() not in ALSO_WORDS:
                yield _finding("name", hit.start(), hit.end())
    all_parts = [part for part in WORD.findall(name) if part.lower() not in SIRS]
    sounds = {sound(part.lower()) for part in parts if len(part) > 4}
    joined = "".join(part for part in all_parts if len(part) > 1).lower()
    sounds |= {sound(joined)} if len(joined) > 4 else set()
    for hit in WORD.finditer(text):
        if hit.group().lower() not in ALSO_WORDS and sound(hit.group().lower()) in sounds:
            yield _finding("name", hit.start(), hit.end())
    first = [part[0].upper() for part in all_parts]
    mixed = [part[0] for part in all_parts]
    for letters in {"".join(first), "".join(mixed), "".join(part[0].upper() for part in parts)}:
        if len(letters) < 2:
            continue
        shape = r"\.?\s?".join(map(re.escape, letters)) + r"\.?"
        for hit in re.finditer(rf"(?<![\w.]){shape}(?!\w)", text):
            yield _finding("name", hit.start(), hit.end())


def _first_names(text: str) -> Iterator[Finding]:
    """Of anybody. One that is a word as well counts only inside a sentence."""
    for hit in WORD.finditer(text):
        word = hit.group().removesuffix("'s").removesuffix("’s")
        if word not in FIRST_NAMES and word[:-1].lower() in ALSO_WORDS:
            continue
        if not {word, word.removesuffix("s")} & FIRST_NAMES:
            continue
        begins = text[: hit.start()].rstrip()[-1:] in ("", ".", "!", "?", ":")
        if not (begins and word.lower() in ALSO_WORDS):
            kind = "name" if FOR_THEM.search(text[: hit.start()]) else FIRST
            yield _finding(kind, hit.start(), hit.end())


def _subjects(text: str) -> Iterator[Finding]:
    for hit in SUBJECT.finditer(text):
        word = hit.group(1).split()[0].lower()
        if word not in WHO and not word.endswith(("je", "groep", "club", "huis")):
            yield _finding("name", hit.start(1), hit.end(1))


def _number(text: str, phone: str) -> Iterator[Finding]:
    """The phone number, however it is spaced."""
    digits = re.sub(r"\D", "", phone)[-8:]
    if len(digits) < 6:
        return
    for hit in re.finditer(r"[\s./-]{0,2}".join(digits), text):
        yield _finding("phone", hit.start(), hit.end())


def _own_address(text: str, address: str) -> Iterator[Finding]:
    """The street, also without its number."""
    street = re.split(r"\s*\d|,", address, maxsplit=1)[0].strip()
    if len(street) < 4:
        return
    for hit in re.finditer(rf"(?<!\w){re.escape(street)}(?!\w)", text, re.IGNORECASE):
        yield _finding("place", hit.start(), hit.end())


def _finding(kind: str, start: int, end: int) -> Finding:
    return Finding(kind, start, end, HINTS[kind])
