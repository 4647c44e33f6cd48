"""Codes on slips: six signs, read aloud and typed in any way, kept as a digest only.

21 ** 6 is 85 million; with the picture a guess is right once in a milliard.
"""

from uuid import UUID

from plein.lib import codes

SIGNS = 6


def new_code() -> str:
    return codes.short_code(SIGNS)


def digest(town: UUID, code: str) -> str:
    return codes.digest("plein.matchpoint.slip", town, code)
