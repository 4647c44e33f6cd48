"""More numbers than one, each with what it is for: a line for each, as people write them.

Afspraken maken: 0184-555 011
Alleen 's avonds 0184-555 012
"""

import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from plein.features.directory import cleaning
from plein.features.directory.domains import is_mobile
from plein.lib.plain import plain

Phones = tuple[tuple[str, str], ...]
"""((what it is for, the number), …)"""
MOST = 6
LONGEST = 60
NUMBER = re.compile(r"(?:\+|\(?\d)[\d\s()./+-]*$")


def read_phones(text: str) -> Phones:
    """Of text with a number on each line. Raises `ValidationError` with a sentence."""
    lines = [line for line in (plain(line) for line in text.splitlines()) if line]
    if len(lines) > MOST:
        raise ValidationError(_("At most %(count)s more numbers.") % {"count": MOST})
    return tuple(dict.fromkeys(_read(line) for line in lines))


def _read(line: str) -> tuple[str, str]:
    found = NUMBER.search(line)
    what = line[: found.start()].rstrip(" :-–(") if found else ""
    if not found or not what:
        raise ValidationError(
            _("Say on each line what the number is for. For example: Appointments: 0184-555 011.")
        )
    if len(what) > LONGEST:
        raise ValidationError(
            _("Say it shorter, in at most %(count)s signs: “%(words)s”.")
            % {"count": LONGEST, "words": what[:40]}
        )
    return what, cleaning.clean_phone(found.group())


def write_phones(phones: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{what}: {number}" for what, number in phones)


def any_mobile(phones: Iterable[tuple[str, str]]) -> bool:
    return any(is_mobile(number) for _what, number in phones)
