"""A week in parts: 7 days × 3 parts of the day, kept as 21 bits (bit = day × 3 + part)."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext_lazy as _

DAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
PARTS = (_("morning"), _("afternoon"), _("evening"))
ALWAYS = 2**21 - 1

# The three parts of the week in which people plan, and all that strangers are told.
DAYTIME = sum(1 << (day * 3 + part) for day in range(5) for part in (0, 1))
EVENINGS = sum(1 << (day * 3 + 2) for day in range(5))
WEEKEND = ALWAYS - DAYTIME - EVENINGS


def slot(day: int, part: int) -> int:
    """The bit of a part of a day; day 0 is Monday, part 0 is the morning."""
    return 1 << (day * 3 + part)


def pack(slots: Iterable[tuple[int, int]]) -> int:
    """Bits from (day, part) pairs."""
    bits = 0
    for day, part in slots:
        bits |= slot(day, part)
    return bits


def bits_at(start: datetime, *, all_day: bool = False) -> int:
    """Of one moment, by the clock of where it is: the part of the day in which it begins."""
    part = 0 if start.hour < 12 else 1 if start.hour < 18 else 2
    return pack((start.weekday(), each) for each in (range(3) if all_day else (part,)))


def unpack(bits: int) -> Iterator[tuple[int, int]]:
    """(day, part) pairs in the order of the week."""
    return ((day, part) for day in range(7) for part in range(3) if bits & slot(day, part))


def parts_of(bits: int) -> list[int]:
    """Which parts of the day occur, whatever the day: 0 morning, 1 afternoon, 2 evening."""
    return [part for part in range(3) if any(bits & slot(day, part) for day in range(7))]


def days_of(bits: int) -> list[int]:
    """Which days occur, whatever the part of the day."""
    return [day for day in range(7) if any(bits & slot(day, part) for part in range(3))]


def said_roughly(bits: int) -> str:
    """In parts of the week only: "daytime or at the weekend"."""
    if bits == 0 or all(bits & part for part in (DAYTIME, EVENINGS, WEEKEND)):
        return str(_("Any time, we will arrange it together"))
    parts = (
        (DAYTIME, _("in the daytime")),
        (EVENINGS, _("in the evening")),
        (WEEKEND, _("at the weekend")),
    )
    joined = str(_(" or ")).join(str(words) for mask, words in parts if bits & mask)
    return joined[:1].upper() + joined[1:]


def said_exactly(bits: int) -> str:
    """Day by day: "Monday morning, Tuesday afternoon"; what is daily is said once."""
    whole = sum(part for part in (DAYTIME, EVENINGS, WEEKEND) if bits & part)
    if bits == whole:
        return said_roughly(bits)
    daily = [part for part in range(3) if all(bits & slot(day, part) for day in range(7))]
    said = [str(_("every %(part)s") % {"part": PARTS[part]}) for part in daily]
    slot_words = _("%(day)s %(part)s")
    said += [
        str(slot_words % {"day": DAYS[day], "part": PARTS[part]})
        for day, part in unpack(bits)
        if part not in daily
    ]
    return ", ".join(said)
