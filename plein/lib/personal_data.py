"""What is kept about people, why, on which ground and for how long: one line per field.

Each app with tables has a `personal_data.py` with `FIELDS`, keyed "model.field" in small letters.
A test fails when a field stands nowhere. The processing register and "my data" read the same.

    FIELDS = {
        "post.text": Personal("what someone asks or offers", CONTRACT, "a year after closing"),
        **not_personal("post", "id", "town", "community", "code"),
    }
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

CONTRACT: Final = "contract"
"""Needed for what someone comes here to do (GDPR article 6, 1b)."""
CONSENT: Final = "consent"
"""Given freely, and taken back as easily (6, 1a)."""
LEGAL_DUTY: Final = "legal duty"
"""A law says so (6, 1c)."""
PUBLIC_TASK: Final = "public task"
"""A task of the municipality (6, 1e)."""
LEGITIMATE_INTEREST: Final = "legitimate interest"
"""Weighed and written down, for instance keeping people safe (6, 1f)."""

GROUNDS: Final = frozenset({CONTRACT, CONSENT, LEGAL_DUTY, PUBLIC_TASK, LEGITIMATE_INTEREST})


@dataclass(frozen=True)
class Personal:
    """Says something about a person: what for, on which ground, kept how long."""

    purpose: str
    ground: str
    retention: str

    def __post_init__(self) -> None:
        if self.ground not in GROUNDS:
            raise ValueError(f"{self.ground!r} is no ground; choose one of {sorted(GROUNDS)}")


@dataclass(frozen=True)
class NotPersonal:
    """Says nothing about a person, not even together with the rest."""


Entry = Personal | NotPersonal
Fields = Mapping[str, Entry]
NOT_PERSONAL: Final = NotPersonal()


def not_personal(model: str, *fields: str) -> dict[str, Entry]:
    """Several fields of one model that say nothing about a person."""
    return {f"{model}.{field}": NOT_PERSONAL for field in fields}


def personal(
    model: str, *fields: str, purpose: str, ground: str, retention: str
) -> dict[str, Entry]:
    """Several fields of one model with the same reason."""
    return {f"{model}.{field}": Personal(purpose, ground, retention) for field in fields}
