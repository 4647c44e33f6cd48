"""`2026-11-24`: how the dates of an activity stand in an address."""

from datetime import date

from plein.features.activities.models.occurrence import WHOLE


class WhenConverter:
    """A day in the plan, or None for the whole of it."""

    regex = rf"\d{{4}}-\d{{2}}-\d{{2}}|{WHOLE}"

    def to_python(self, value: str) -> date | None:
        return None if value == WHOLE else date.fromisoformat(value)

    def to_url(self, value: date | str | None) -> str:
        if value is None:
            return WHOLE
        return value if isinstance(value, str) else value.isoformat()
