"""What an activity says in words: when, where, for whom. For pages, cards, mails and calendars."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from plein.features.activities.free_days import CHRISTMAS, HOLIDAYS, SUMMER
from plein.features.activities.models import Activity, Occurrence
from plein.lib.clock import from_until
from plein.lib.week import DAYS
from plein.ui.card import Fact

ACCESS_PICTOGRAMS = {
    "wheelchair": "wheelchair",
    "hearing-loop": "ear",
    "quiet": "leaf",
    "alone-welcome": "hand-waving",
}
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def day_words(day: date) -> str:
    """ "tuesday 24 November", with the year when it is another one."""
    this_year = day.year == timezone.localdate().year
    return date_format(day, "l j F" if this_year else "l j F Y")


def when_words(occurrence: Occurrence) -> str:
    """One date; or, for the whole of it, how often and from which day."""
    activity = occurrence.activity
    if not occurrence.is_whole or activity.first_day is None:
        return moment_words(occurrence)
    often = often_words(activity, hours=True)
    if not often:
        return day_words(activity.first_day)
    return _("%(rhythm)s, from %(day)s") % {
        "rhythm": often,
        "day": date_format(activity.first_day, "j F"),
    }


def time_words(occurrence: Occurrence) -> str:
    """ "10.00 – 12.00", or nothing for a whole day."""
    start, end = occurrence.local_start, occurrence.local_end
    if occurrence.all_day or start is None:
        return ""
    if end is None or (end.date() != start.date() and end.hour > 6):
        return date_format(start, "TIME_FORMAT")
    return from_until(date_format(start, "TIME_FORMAT"), date_format(end, "TIME_FORMAT"))


def moment_words(occurrence: Occurrence) -> str:
    """Day and time of one occurrence, in one line."""
    day = occurrence.shown_day
    if day is None:
        return _("No fixed date")
    said = day_words(day)
    if (last := last_day(occurrence)) and last > day:
        said = _("%(first)s up to and including %(last)s") % {
            "first": said,
            "last": day_words(last),
        }
    times = time_words(occurrence)
    return _("%(day)s, %(times)s") % {"day": said, "times": times} if times else said


def last_day(occurrence: Occurrence) -> date | None:
    """The last day of what lasts several days."""
    end = occurrence.local_end
    if end is None:
        return None
    if occurrence.all_day:
        return (end - timedelta(seconds=1)).date()
    return end.date() if end.hour > 6 else None


def rhythm_words(activity: Activity) -> str:
    """ "every Tuesday, but not in the Christmas holidays, until …"; empty when it is once."""
    said = often_words(activity)
    if said and (free := free_words(activity)):
        said = _("%(rhythm)s, but not %(free)s") % {"rhythm": said, "free": free}
    if said and activity.until:
        said = _("%(rhythm)s, until %(day)s") % {
            "rhythm": said,
            "day": date_format(activity.until, "j F Y"),
        }
    return said


def often_words(activity: Activity, *, hours: bool = False) -> str:
    """ "every Tuesday", or "every Tuesday, 10.00 – 12.00"."""
    if not activity.rrule or activity.first_day is None:
        return ""
    said = _rule_words(activity.rrule, activity.first_day)
    times = hours_words(activity) if hours else ""
    return _("%(day)s, %(times)s") % {"day": said, "times": times} if times else said


def free_words(activity: Activity) -> str:
    """ "in the Christmas holidays and from 3 May up to and including 10 May"."""
    free = [SKIP_WORDS[key]() for key in activity.skips if key in SKIP_WORDS]
    for first, last in activity.plan.pauses if activity.plan else ():
        if last >= timezone.localdate():
            free.append(_pause_words(first, last))
    return _(" and ").join(free)


def _pause_words(first: date, last: date) -> str:
    if first == last:
        return _("on %(day)s") % {"day": date_format(first, "j F")}
    return _("from %(first)s up to and including %(last)s") % {
        "first": date_format(first, "j F"),
        "last": date_format(last, "j F"),
    }


SKIP_WORDS = {
    CHRISTMAS: lambda: _("in the Christmas holidays"),
    SUMMER: lambda: _("in July and August"),
    HOLIDAYS: lambda: _("on public holidays"),
}


def _rule_words(rule: str, first_day: date) -> str:
    parts = dict(part.split("=") for part in rule.split(";"))
    every = int(parts.get("INTERVAL", 1))
    codes = parts.get("BYDAY", CODES[first_day.weekday()]).split(",")
    days = _(" and ").join(str(DAYS[CODES.index(code[-2:])]).lower() for code in codes)
    match parts["FREQ"], every:
        case "DAILY", 1:
            return _("every day")
        case "WEEKLY", 1:
            return _("every %(days)s") % {"days": days}
        case "WEEKLY", 2:
            return _("every two weeks on %(days)s") % {"days": days}
        case "WEEKLY", _weeks:
            return _("every %(count)s weeks on %(days)s") % {"count": every, "days": days}
        case "MONTHLY", 1 if "BYDAY" in parts:
            return _("every %(which)s %(day)s of the month") % {
                "which": _nth(codes[0], parts.get("BYSETPOS", "")),
                "day": days,
            }
        case "MONTHLY", 1:
            return _("every month on day %(day)s") % {"day": first_day.day}
        case "YEARLY", 1:
            return _("every year")
    return _("regularly")


def _nth(code: str, position: str) -> str:
    which = code[:-2] or position
    words = {
        "1": pgettext("of the month", "first"),
        "2": pgettext("of the month", "second"),
        "3": pgettext("of the month", "third"),
        "4": pgettext("of the month", "fourth"),
        "5": pgettext("of the month", "fifth"),
        "-1": pgettext("of the month", "last"),
    }
    return words.get(which.lstrip("+"), "")


def hours_words(activity: Activity) -> str:
    """The usual times: "10.00 – 12.00"."""
    if activity.starts_at is None:
        return ""
    start = time_format(activity.starts_at, "TIME_FORMAT")
    if activity.ends_at is None:
        return start
    return from_until(start, time_format(activity.ends_at, "TIME_FORMAT"))


def cost_fact(activity: Activity) -> Fact | None:
    if activity.cost_words:
        return Fact("coins", activity.cost_words)
    if activity.cost == Activity.Cost.FREE:
        return Fact("gift", Activity.Cost.FREE.label)
    if activity.cost == Activity.Cost.PAID:
        return Fact("coins", Activity.Cost.PAID.label)
    return None


def hands_fact(activity: Activity) -> Fact | None:
    """ "We are still looking for hands: pouring coffee"."""
    if not activity.needs_hands:
        return None
    said = _("We are still looking for hands")
    return Fact("hand-heart", f"{said}: {activity.hands_words}" if activity.hands_words else said)


def access_facts(activity: Activity) -> list[Fact]:
    return [
        Fact(ACCESS_PICTOGRAMS[key], Activity.Access(key).label)
        for key in activity.access
        if key in ACCESS_PICTOGRAMS
    ]


def who_fact(activity: Activity) -> Fact:
    if activity.organisation:
        return Fact("buildings", activity.byline)
    return Fact("user", _("%(name)s (resident)") % {"name": activity.byline})


def seats_words(occurrence: Occurrence) -> str:
    """How many people can still come; a number and never who comes."""
    left = occurrence.left
    if left is None:
        return ""
    if left == 0:
        return _("Full. There is a waiting list.")
    return ngettext("%(left)d seat left", "%(left)d seats left", left) % {"left": left}


def summary(text: str, most: int = 160) -> str:
    """At most two sentences, for a card."""
    words = " ".join(text.split())
    ends = [i + 1 for i, sign in enumerate(words) if sign in ".!?" and words[i + 1 : i + 2] == " "]
    if len(ends) > 1:
        words = words[: ends[1]]
    if len(words) > most:
        words = words[: most - 1].rsplit(" ", 1)[0] + "…"
    return words


def at_which_place(activity: Activity) -> str:
    """For a card: the place, or else the wijk."""
    return activity.where or pgettext("activity", "In %(place)s") % {
        "place": activity.community.name
    }
