"""Short codes that people read, type and say on the phone."""

import secrets
from collections.abc import Callable

# No vowels, so no words; nothing that looks like something else (0/o, 1/l/i, 2/z, 5/s, 8/b).
ALPHABET = "34679cdfghjkmnpqrtvwx"
LONGEST = 8


def short_code(length: int = 5) -> str:
    """Letters and digits for an address on the site: 21 ** 5 is four million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def unused(code: str, taken: Callable[[str], bool]) -> str:
    """This code, or when somebody has it already another with one more sign.

    Of 100,000 codes of five signs one in forty would be taken.
    """
    while taken(code):
        code = short_code(min(len(code) + 1, LONGEST))
    return code


def number_code(length: int = 6) -> str:
    """Digits only, as somebody reads them aloud on the phone."""
    return "".join(secrets.choice("0123456789") for _ in range(length))
