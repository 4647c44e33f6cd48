"""How much time somebody has, and of which wijk and theme: what stands in the address."""

from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict

TIMES = (10, 30, 60)
USUAL = 30


@dataclass(frozen=True)
class Choice:
    minutes: int = USUAL
    area: UUID | None = None
    theme: str = ""


def choice_from(asked: QueryDict) -> Choice:
    """Whatever somebody typed: what we do not know is the usual."""
    text = asked.get("tijd", "")
    minutes = int(text) if text in {str(time) for time in TIMES} else USUAL
    return Choice(minutes, _key(asked.get("wijk", "")), asked.get("thema", "")[:40])


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
