"""How sure we are of what an entry says: trust fades, visibly (MAP-3). Values in, values out."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

YEARLY, QUARTERLY = 12, 3
"""Months between two confirmations; vital entries always quarterly."""
GRACE = 2
"""Months after which we are not sure any more: time to answer our mail, and to be called."""


class Tone(StrEnum):
    SURE = "sure"
    FADING = "fading"
    UNSURE = "unsure"


SINKS = {Tone.SURE: 0, Tone.FADING: 1, Tone.UNSURE: 2}


@dataclass(frozen=True)
class Trust:
    tone: Tone
    months: int | None
    """Whole months since somebody confirmed it; None: nobody ever did."""

    @property
    def sinks(self) -> int:
        return SINKS[self.tone]

    @property
    def is_unsure(self) -> bool:
        return self.tone == Tone.UNSURE


def months_between(first: datetime, last: datetime) -> int:
    """Whole months, by the calendar."""
    first, last = localtime(first), localtime(last)
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(months - (last.day < first.day), 0)


def months_before(moment: datetime, months: int) -> datetime:
    """The same day of the month, that many months earlier; the last day when it has no such day."""
    there = localtime(moment)
    year, month = divmod(there.year * 12 + there.month - 1 - months, 12)
    last_day = monthrange(year, month + 1)[1]
    return there.replace(year=year, month=month + 1, day=min(there.day, last_day))


def judge(
    confirmed_at: datetime | None, now: datetime, *, vital: bool = False, rhythm: int = YEARLY
) -> Trust:
    """Sure within its rhythm, fading for two months more, then unsure."""
    if confirmed_at is None:
        return Trust(Tone.UNSURE, None)
    rhythm = min(rhythm, QUARTERLY) if vital else rhythm
    months = months_between(confirmed_at, now)
    if months < rhythm:
        return Trust(Tone.SURE, months)
    return Trust(Tone.FADING if months < rhythm + GRACE else Tone.UNSURE, months)


def said(trust: Trust, confirmed_at: datetime | None, by: str) -> str:
    """The sentence under the title. `by` says who confirmed: "the organisation"."""
    if confirmed_at is None or trust.months is None:
        return _("Nobody has confirmed this yet. Call first.")
    if trust.is_unsure:
        return ngettext(
            "Not checked for %(count)s month. Call first.",
            "Not checked for %(count)s months. Call first.",
            trust.months,
        ) % {"count": trust.months}
    words = {"day": _day(confirmed_at), "by": by, "count": trust.months}
    if trust.tone == Tone.FADING:
        return (
            ngettext(
                "Confirmed on %(day)s by %(by)s. That is %(count)s month ago.",
                "Confirmed on %(day)s by %(by)s. That is %(count)s months ago.",
                trust.months,
            )
            % words
        )
    return confirmed(confirmed_at, by)


def confirmed(at: datetime | None, by: str) -> str:
    """When, and by whom; empty when never."""
    return _("Confirmed on %(day)s by %(by)s") % {"day": _day(at), "by": by} if at else ""


def _day(moment: datetime) -> str:
    there = localtime(moment)
    return date_format(there, "j F" if there.year == localtime().year else "j F Y")
