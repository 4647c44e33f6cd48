"""The code on a printed card: read aloud or typed over, and never kept as it is."""

from datetime import timedelta
from uuid import UUID

from django.utils.crypto import salted_hmac

from plein.lib.codes import ALPHABET, short_code

LENGTH = 8
LIVES = timedelta(days=30)


def new_code() -> str:
    """Eight signs of 21, so one in 38 thousand million; shown in two halves."""
    return short_code(LENGTH)


def digest(code: str, town_id: UUID) -> str:
    """What is kept. Any way of writing it gives the same: capitals, spaces and dashes."""
    plain = "".join(sign for sign in code.lower() if sign in ALPHABET)
    text = f"{town_id} {plain}"
    return salted_hmac("plein.care.card", text, algorithm="sha256").hexdigest()


def in_halves(code: str) -> str:
    return f"{code[:4]} {code[4:]}".upper()
