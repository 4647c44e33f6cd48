"""On which days something happens: pure, without a database or a clock.

A plan is local wall time and a zone: ten o'clock stays ten o'clock when the clocks change.
A rule is the text of an RRULE (RFC 5545, 3.3.10) without UNTIL, which is `until` here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from plein.features.activities.free_days import is_free

MIDNIGHT = time(0)
MOST_DAYS = 1200
"""No plan is worked out further than this many days that it happens."""
FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
PARTS = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"}
)


class NotARule(ValueError):
    """A rule that we do not follow: too fast, too odd, or broken."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All that decides when an activity happens."""

    first_day: date
    starts_at: time | None = None
    ends_at: time | None = None
    days: int = 1
    rrule: str = ""
    until: date | None = None
    skips: tuple[str, ...] = ()
    pauses: tuple[tuple[date, date], ...] = ()
    zone: str = "Europe/Amsterdam"


class Times(NamedTuple):
    """Begin and end with their zone; a whole day ends at midnight of the day after."""

    starts_at: datetime
    ends_at: datetime | None
    all_day: bool


def planned_days(plan: Plan, first: date, last: date) -> list[date]:
    """The days of the rule from `first` up to and including `last`, free days left out."""
    return [day for day in rule_days(plan, first, last) if not is_skipped(plan, day)]


def skipped_days(plan: Plan, first: date, last: date) -> list[date]:
    """The days of the rule on which it does not happen."""
    return [day for day in rule_days(plan, first, last) if is_skipped(plan, day)]


def is_skipped(plan: Plan, day: date) -> bool:
    if not plan.rrule:
        return False
    return is_free(day, plan.skips) or any(a <= day <= b for a, b in plan.pauses)


def rule_days(plan: Plan, first: date, last: date) -> Iterator[date]:
    """Every day that the rule names, also those on which it is skipped."""
    end = min(last, plan.until) if plan.until else last
    if not plan.rrule:
        if first <= plan.first_day + timedelta(days=plan.days - 1) and plan.first_day <= end:
            yield plan.first_day
        return
    begin = datetime.combine(plan.first_day, MIDNIGHT)
    for number, moment in enumerate(rrulestr(clean_rule(plan.rrule), dtstart=begin)):
        if moment.date() > end or number >= MOST_DAYS * 8:
            return
        if moment.date() >= first:
            yield moment.date()


def times_on(plan: Plan, day: date) -> Times:
    """From wall time to moments. A time that the clock skips in spring is an hour later."""
    zone = ZoneInfo(plan.zone)
    last = day + timedelta(days=plan.days - 1)
    if plan.starts_at is None:
        return Times(_at(day, MIDNIGHT, zone), _at(last + timedelta(days=1), MIDNIGHT, zone), True)
    start = _at(day, plan.starts_at, zone)
    if plan.ends_at is None:
        return Times(start, None, False)
    if plan.days == 1 and plan.ends_at <= plan.starts_at:
        last += timedelta(days=1)  # a feast that ends after midnight
    return Times(start, _at(last, plan.ends_at, zone), False)


def _at(day: date, hour: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, hour, zone)


def clean_rule(text: str) -> str:
    """The rule as we keep it. Raises `NotARule`."""
    rule: dict[str, str] = {}
    for part in text.upper().strip().strip(";").split(";"):
        name, _is, value = part.partition("=")
        if name not in PARTS or not value or name in rule:
            raise NotARule(text)
        rule[name] = value
    if rule.get("FREQ") not in FREQUENCIES:
        raise NotARule(text)
    if rule["FREQ"] in ("DAILY", "WEEKLY") and {"BYMONTHDAY", "BYSETPOS", "BYMONTH"} & set(rule):
        raise NotARule(text)  # could look for a day that never comes
    for name, most in (("INTERVAL", 400), ("COUNT", 10_000)):
        if name in rule and not (rule[name].isascii() and rule[name].isdigit()):
            raise NotARule(text)
        if not 1 <= int(rule.get(name, 1)) <= most:
            raise NotARule(text)
    clean = ";".join(f"{name}={value}" for name, value in rule.items())
    try:
        rrulestr(clean, dtstart=datetime.combine(date(2026, 1, 1), MIDNIGHT))
    except (ValueError, TypeError, KeyError, AttributeError, IndexError) as wrong:
        raise NotARule(text) from wrong
    return clean
