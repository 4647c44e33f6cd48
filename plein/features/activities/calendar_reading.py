"""From the iCal file of an organisation to plain values. Only for the worker.

What we do not follow (a meeting every hour, a private appointment) is left out; a file that is no
calendar raises `NotACalendar`.
"""

import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.html import strip_tags

from plein.features.activities.repeating import NotARule, clean_rule

MOST_EVENTS = 1000
HOME = "Europe/Amsterdam"
LASTS_AT_MOST = 60
"""Days; what lasts longer is a period and no event."""


class NotACalendar(ValueError):
    """This file is no iCal calendar."""


@dataclass(frozen=True)
class Different:
    """One date of a series that is different."""

    day: date
    starts_at: datetime
    ends_at: datetime | None
    cancelled: bool


@dataclass(frozen=True)
class Event:
    """One event as it stands in the calendar."""

    uid: str
    said: dict[str, Any]
    cancelled: bool
    changed: tuple[Different, ...] = field(default=())

    def is_ahead(self, today: date) -> bool:
        """Not over, or a series that may go on."""
        said = self.said
        if said["rrule"]:
            later = any(each.starts_at.date() >= today for each in self.changed)
            return said["until"] is None or later or bool(said["until"] >= today)
        return bool((said["first_day"] - today).days + said["days"] > 0)

    def order(self, today: date) -> tuple[bool, date]:
        """A series that runs may happen today."""
        return not self.is_ahead(today), max(self.said["first_day"], today)


def read(body: bytes, today: date = date.min) -> list[Event]:
    """All public events, each once: the soonest from `today` on first, what is over last.

    Of more than `MOST_EVENTS` only the first are followed, so never last year's for tomorrow's.
    """
    from icalendar import Calendar

    if b"BEGIN:VCALENDAR" not in body[:4096].upper():
        raise NotACalendar
    try:
        components = list(Calendar.from_ical(body).walk("VEVENT"))
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as wrong:
        raise NotACalendar from wrong
    masters: dict[str, Any] = {}
    others: dict[str, list[Any]] = {}
    for component in components:
        uid = _uid(component)
        if component.get("RECURRENCE-ID") is None:
            masters[uid] = component
        else:
            others.setdefault(uid, []).append(component)
    found = (_whole_event(uid, each, others.get(uid, ())) for uid, each in masters.items())
    return sorted(filter(None, found), key=lambda event: event.order(today))


def _whole_event(uid: str, component: Any, others: Any) -> Event | None:
    """One that is broken is left out; the others do not suffer."""
    from icalendar.error import BrokenCalendarProperty

    try:
        return _event(uid, component, others)
    except (BrokenCalendarProperty, ValueError, KeyError, AttributeError, TypeError, OverflowError):
        return None


def _event(uid: str, component: Any, others: Any) -> Event | None:
    title = _words(component.get("SUMMARY"), 80)
    start = _value(component, "DTSTART")
    if not title or start is None or str(component.get("CLASS", "PUBLIC")).upper() != "PUBLIC":
        return None
    zone = zone_of(start)
    when = _when(component, start, zone)
    if when is None:
        return None
    cancelled = str(component.get("STATUS", "")).upper() == "CANCELLED"
    text = _words(component.get("DESCRIPTION"), 3000, lines=True)
    said = {
        "title": title,
        "text": text,
        "place": _words(component.get("LOCATION"), 120),
        "source_url": _link(component.get("URL")),
        "zone_name": zone,
        **when,
    }
    changed = tuple(_exceptions(others, zone))
    return Event(uid, said, cancelled, changed)


def _when(component: Any, start: date | datetime, zone: str) -> dict[str, Any] | None:
    first, begins = _local(start, zone)
    end = _value(component, "DTEND")
    if end is None and (lasts := _value(component, "DURATION")) is not None:
        end = start + lasts
    days, ends = 1, None
    if end is not None:
        last, ends = _local(end, zone)
        if begins is None:
            last -= timedelta(days=1)  # the end of whole days is the day after
        elif last == first + timedelta(days=1) and ends is not None and ends <= begins:
            last = first  # a feast that ends after midnight
        days = max((last - first).days + 1, 1)
    if days > LASTS_AT_MOST:
        return None
    rule, until = _rule(component, zone)
    return {
        "first_day": first,
        "starts_at": begins,
        "ends_at": ends if begins is not None else None,
        "days": days,
        "rrule": rule,
        "until": until,
        "pauses": [[day.isoformat(), day.isoformat()] for day in _left_out(component, zone)]
        if rule
        else [],
    }


def _rule(component: Any, zone: str) -> tuple[str, date | None]:
    """The rule without its end, and its end. A rule that we do not follow happens once."""
    rule = component.get("RRULE")
    if rule is None or isinstance(rule, list):
        return "", None
    until = rule.get("UNTIL")
    last = _local(until[0], zone)[0] if until else None
    text = ";".join(
        part for part in rule.to_ical().decode().split(";") if not part.startswith("UNTIL")
    )
    try:
        return clean_rule(text), last
    except NotARule:
        return "", None


def _left_out(component: Any, zone: str) -> list[date]:
    lines = component.get("EXDATE", [])
    lines = lines if isinstance(lines, list) else [lines]
    days = {_local(each.dt, zone)[0] for line in lines for each in line.dts}
    return sorted(days)[:400]


def _exceptions(others: Any, zone: str) -> Iterator[Different]:
    for component in others:
        start = _value(component, "DTSTART")
        planned = _value(component, "RECURRENCE-ID")
        if start is None or planned is None:
            continue
        end = _value(component, "DTEND")
        cancelled = str(component.get("STATUS", "")).upper() == "CANCELLED"
        yield Different(
            _local(planned, zone)[0], _moment(start, zone), end and _moment(end, zone), cancelled
        )


def _value(component: Any, name: str) -> Any:
    from icalendar.error import BrokenCalendarProperty

    try:
        return getattr(component.get(name), "dt", None)
    except BrokenCalendarProperty:
        return None


def zone_of(start: date | datetime) -> str:
    """The zone in which the wall time of an event is meant; ours when it says nothing."""
    if not isinstance(start, datetime) or start.tzinfo is None:
        return HOME
    name = getattr(start.tzinfo, "key", "") or str(start.tzinfo)
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return HOME


def _local(value: date | datetime, zone: str) -> tuple[date, time | None]:
    """Wall day and time in this zone; no time for a whole day."""
    if not isinstance(value, datetime):
        return value, None
    local = value.astimezone(ZoneInfo(zone)) if value.tzinfo else value
    return local.date(), local.time().replace(second=0, microsecond=0)


def _moment(value: date | datetime, zone: str) -> datetime:
    if not isinstance(value, datetime):
        value = datetime.combine(value, time(0))
    return value if value.tzinfo else value.replace(tzinfo=ZoneInfo(zone))


def _uid(component: Any) -> str:
    """Its UID, or a digest of one that is missing or endless."""
    uid = str(component.get("UID", ""))
    if 0 < len(uid) <= 200 and uid.isprintable():
        return uid
    seed = uid or f"{component.get('SUMMARY')} {_value(component, 'DTSTART')}"
    return hashlib.sha256(seed.encode()).hexdigest()


def _words(value: Any, most: int, *, lines: bool = False) -> str:
    """Plain words: no markup, no signs that nobody can see, not too long."""
    text = html.unescape(strip_tags(re.sub(r"<(br|/p|/li)[^>]*>", "\n", str(value or ""))))
    text = "".join(sign for sign in text if sign in "\n\t" or sign.isprintable())
    text = re.sub(r"\n{3,}", "\n\n", text.strip()) if lines else " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _link(value: Any) -> str:
    url = str(value or "").strip()
    safe = url.startswith(("https://", "http://")) and len(url) <= 300 and url.isprintable()
    return url if safe else ""
