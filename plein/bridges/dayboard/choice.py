"""How much time somebody has, and of which wijk and theme: what stands in the address."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

TIMES = (10, 30, 60)
USUAL = 30


@dataclass(frozen=True)
class Choice:
    minutes: int = USUAL
    area: UUID | None = None
    theme: str = ""

    @property
    def asked(self) -> dict[str, str]:
        """What stands in the address, without what is usual."""
        named = {
            "tijd": str(self.minutes) if self.minutes != USUAL else "",
            "wijk": str(self.area or ""),
            "thema": self.theme,
        }
        return {name: value for name, value in named.items() if value}

    @property
    def address(self) -> str:
        """As it stands behind a path: `?tijd=10&wijk=…`; empty when all is usual."""
        return f"?{urlencode(self.asked)}" if self.asked else ""


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
