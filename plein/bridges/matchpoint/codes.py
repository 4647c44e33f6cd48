"""Codes on slips: six signs, read aloud and typed in any way, kept as a digest only."""

from uuid import UUID

from django.utils.crypto import salted_hmac

from plein.lib.codes import ALPHABET, short_code

SIGNS = 6


def new_code() -> str:
    """21 ** 6 is 85 million; with the picture a guess is right once in a milliard."""
    return short_code(SIGNS)


def read(typed: str) -> str:
    """What somebody typed, without spaces, dashes and capitals; empty when it is no code."""
    code = "".join(sign for sign in typed.lower() if sign.isalnum())
    return code if len(code) == SIGNS and set(code) <= set(ALPHABET) else ""


def shown(code: str) -> str:
    """In two threes, as one says it: K3F 7RT."""
    return f"{code[:3]} {code[3:]}".upper()


def digest(town: UUID, code: str) -> str:
    return salted_hmac("plein.matchpoint.slip", f"{town} {code}", algorithm="sha256").hexdigest()
