"""Only what somebody wrote now: without the mail they answer to, and without their signature.

Values in, values out. Signatures hold surnames, phone numbers and addresses: those stay out (H1).
"""

import re

QUOTE_LINE = re.compile(r"^\s*[>|]")
# "Op di 3 mrt 2026 om 10:00 schreef Plein <plein@…>:", also when it was broken over lines.
WROTE = re.compile(
    r"^\s*\W?\s*(?:op|on|am|le|el|il)\b.{3,300}?"
    r"\b(?:schreef|geschreven|wrote|schrieb|a écrit|escribió|ha scritto)\b[^\n]{0,160}:\s*$",
    re.IGNORECASE | re.DOTALL,
)
WROTE_SHORT = re.compile(
    r"^\s*(?:.{2,120}<[^<>\s]+@[^<>\s]+>\s*(?:schreef|wrote)\b.{0,80}:|"
    r".{2,80}\b(?:schreef|wrote) (?:op|on)\b.{4,80}:)\s*$",
    re.IGNORECASE,
)
WROTE_BEGINS = re.compile(r"^\s*(?:op|on|am|le|el|il)\b", re.IGNORECASE)
DIVIDER = re.compile(
    r"^\s*(?:-{2,}\s*(?:oorspronkelijk|origineel|original|doorgestuurd|forwarded|ursprüngliche)\b"
    r".*|_{10,}|-{20,}|begin (?:doorgestuurd|forwarded) (?:bericht|message):?)\s*$",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"^\s*\*?(?:van|from|von|verzonden|sent|datum|date|aan|to|cc|onderwerp|subject|"
    r"beantwoorden aan|reply-to)\s*:\*?\s+\S",
    re.IGNORECASE,
)
FROM_FIELD = re.compile(r"^\s*\*?(?:van|from|von)\s*:\*?\s+\S", re.IGNORECASE)
SIGNATURE = re.compile(r"^-- ?$")
DEVICE = re.compile(
    r"^\s*(?:(?:verstuurd|verzonden|gestuurd)\s+(?:vanaf|vanuit|van|met|via|door)\b.{1,80}|"
    r"(?:sent|get)\s+(?:from|with|via|outlook)\b.{1,80}|"
    r"(?:download|haal)\s+outlook\b.{0,60}|outlook voor (?:ios|android)\b.{0,60}|"
    r"von meinem .{2,40} gesendet|envoyé de mon .{2,40})$",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"^\s*(?:(?:met\s+)?(?:vriendelijke?|hartelijke?|warme|lieve|zonnige)\s+groet(?:en|jes)?|"
    r"(?:de\s+)?groet(?:en|jes)?|m\.?v\.?g\.?|vr\.?\s?gr\.?|hoogachtend|liefs|"
    r"(?:kind|best|warm)\s+regards|regards|kindly|cheers)"
    r"(?:\s+(?:van|uit)?\s*[^\d@]{1,30})?[,.!]?\s*$",
    re.IGNORECASE,
)
POSTSCRIPT = re.compile(r"^\s*p\.?\s?s\.?[:.,]?\s+\S", re.IGNORECASE)
LONGEST_HEADING = 4


def own_words(text: str) -> str:
    """What the writer of this mail says."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").split("\n")
    lines = _without_quote(lines)
    lines = [line for line in lines if not QUOTE_LINE.match(line)]
    lines = _without_signature(lines)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()


def _without_quote(lines: list[str]) -> list[str]:
    for number, line in enumerate(lines):
        height = _heading_at(lines, number)
        if height and _rest_is_quoted(lines[number + height :]):
            # Answers written between the quoted lines: only the heading goes.
            return lines[:number] + _without_quote(lines[number + height :])
        if height or DIVIDER.match(line) or _is_header_block(lines, number):
            return lines[:number]
    return lines


def _heading_at(lines: list[str], number: int) -> int:
    """How many lines "On … wrote:" takes here; 0 when it does not stand here."""
    if WROTE_SHORT.match(lines[number]):
        return 1
    if not WROTE_BEGINS.match(lines[number].lstrip("> ")):
        return 0
    for height in range(1, LONGEST_HEADING + 1):
        joined = " ".join(line.lstrip("> ") for line in lines[number : number + height])
        # Such a line holds a day or an address; a sentence that begins alike does not.
        if WROTE.match(joined) and re.search(r"[\d@]", joined):
            return height
    return 0


def _rest_is_quoted(rest: list[str]) -> bool:
    """Whether the old mail is marked line by line, so that own lines can be told from it."""
    filled = [line for line in rest if line.strip()]
    return bool(filled) and bool(QUOTE_LINE.match(filled[0]))


def _is_header_block(lines: list[str], number: int) -> bool:
    """Outlook puts "Van: … Verzonden: … Aan: … Onderwerp: …" above the old mail."""
    if not FROM_FIELD.match(lines[number]):
        return False
    near = [line for line in lines[number : number + 8] if line.strip()]
    return sum(bool(FIELD.match(line)) for line in near[:6]) >= 3


def _without_signature(lines: list[str]) -> list[str]:
    for number, line in enumerate(lines):
        if SIGNATURE.match(line):
            return lines[:number]
        if DEVICE.match(line) and _is_near_the_end(lines, number):
            return lines[:number]
        if CLOSING.match(line) and _is_near_the_end(lines, number):
            return lines[:number] + _postscript(lines[number + 1 :])
    return lines


def _is_near_the_end(lines: list[str], number: int) -> bool:
    """A signature is short: a greeting far above the end is part of what is said."""
    return len([line for line in lines[number + 1 :] if line.strip()]) <= 12


def _postscript(rest: list[str]) -> list[str]:
    for number, line in enumerate(rest):
        if POSTSCRIPT.match(line):
            return ["", *_without_signature(rest[number:])]
    return []
