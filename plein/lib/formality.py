"""Je or u. Dutch with "u" is one more locale, `nl_Formal`, that holds only what differs.

On the outside it stays Dutch: in `lang`, in headers, and in what is kept of a person.
"""

from django.utils.translation import get_language

DUTCH = "nl"
FORMAL = "nl-formal"
"""Letters on paper and what is read aloud on the phone always use this one."""


def tongue(language: str, *, formal: bool) -> str:
    """What to activate for somebody who reads this language and likes to hear je or u."""
    return FORMAL if formal and language == DUTCH else language


def plain(tongue: str | None) -> str:
    """The language itself, as pages and people know it: two letters."""
    return (tongue or DUTCH).split("-")[0]


def reading() -> str:
    """The language of who reads now."""
    return plain(get_language())
