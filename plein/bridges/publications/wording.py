"""What stands on paper, in the words of the place: in Dutch, with je or u."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from plein.bridges.overviews.models import Moment, Row
from plein.bridges.overviews.wording import said_moment
from plein.bridges.publications.content import Chosen
from plein.lib.listing import in_my_language

STATUS: dict[str, str | Promise] = {
    "cancelled": gettext_lazy("This is cancelled"),
    "full": gettext_lazy("This is full"),
    "unsure": gettext_lazy("Not checked for a long time. Call first."),
}
COSTS: dict[str, str | Promise] = {
    "free": gettext_lazy("Free"),
    "paid": gettext_lazy("Costs something"),
}
CLOCKS = ("clock", "calendar")
HOURS = re.compile(r", \d\d[:.]\d\d(\s–\u2060?\s\d\d[:.]\d\d)?(\suur)?$")
"""At the end of "every Tuesday, 10.00 – 12:00"; the hours stand in a fact of their own."""
LOOSE_NUMBER = re.compile(r"(?<=[a-z]) (?=\d{1,4}[a-z]?(,|$))")
Facts = list[tuple[str, str]]


def title_of(chosen: Chosen) -> str:
    """What stands on the cover."""
    if chosen.thing and chosen.rows:
        return chosen.rows[0].title
    titles = {
        "agenda": _("What is on"),
        "showcase": _("Always something to do"),
        "directory": _("Who can help?"),
        "noticeboard": _("Asks and offers"),
        "about": _("News and stories"),
    }
    return titles.get(chosen.house.key) or _("All at a glance")


def lead_of(chosen: Chosen) -> str:
    number, place = len(chosen.rows), chosen.community.name
    if chosen.house.key == "directory":
        words = ngettext("%(number)s address in %(place)s", "%(number)s addresses in %(place)s",
                         number)  # fmt: skip
    elif chosen.house.key in ("agenda", "showcase"):
        words = ngettext("%(number)s thing to do in %(place)s",
                         "%(number)s things to do in %(place)s", number)  # fmt: skip
    else:
        words = ngettext("%(number)s item from %(place)s", "%(number)s items from %(place)s",
                         number)  # fmt: skip
    return words % {"number": number, "place": place}


def told(chosen: Chosen) -> list[str]:
    """What was chosen, one line for each."""
    period = chosen.filters.period
    lines = [words for words, _url in chosen.filters.chosen()]
    return ([period.words] if period else []) + lines


def made() -> str:
    return _("Made on %(day)s") % {"day": date_format(timezone.localdate(), "j F Y")}


def day_of(moment: Moment) -> str:
    return said_date(timezone.localtime(moment.starts_at).date())


def said_date(day: date) -> str:
    words = date_format(day, "l j F" if day.year == timezone.localdate().year else "l j F Y")
    return words[:1].upper() + words[1:]


def _in_a_day(moment: Moment) -> bool:
    start = timezone.localtime(moment.starts_at)
    end = timezone.localtime(moment.ends_at) if moment.ends_at else start
    return end - start <= timedelta(days=1)


def said_month(day: date) -> str:
    """What stands further away is not told by day."""
    words = date_format(day, "F Y")
    return _("Later: %(month)s") % {"month": words}


def facts_of(row: Row, moments: Sequence[Moment], *, with_day: bool = False) -> Facts:
    """Each as (pictogram, words). Of a dated thing the first time, then how it goes on."""
    said = [(str(name), in_my_language(words)) for name, words in row.facts]
    place = next((words for name, words in said if name == "map-pin"), "")
    # "Buurthuis De Wiek" needs no second line when that is where it is.
    said = [fact for fact in said if fact[0] != "buildings" or fact[1] not in place]
    if row.house == "showcase":
        # "Always" on every line says nothing.
        said = [fact for fact in said if not fact[0].startswith(CLOCKS)]
    if moments:
        said = _when(said, moments, with_day=with_day)
    if row.phone and row.phone not in " ".join(words for _name, words in said):
        said.append(("phone", row.phone))
    return [(name, unbroken(words)) for name, words in said]


def unbroken(words: str) -> str:
    """A line never ends between a street and its number."""
    return LOOSE_NUMBER.sub("\N{NO-BREAK SPACE}", words)


def _when(said: Facts, moments: Sequence[Moment], *, with_day: bool) -> Facts:
    first = said_moment(moments[0])
    # What takes more than a day says its days itself.
    words = f"{day_of(moments[0])}, {first}" if with_day and _in_a_day(moments[0]) else first
    rhythm = [HOURS.sub("", words) for name, words in said if name.startswith(CLOCKS)]
    more = [("calendar-dots", rhythm[0])] if rhythm and len(moments) > 1 else []
    return [("clock", words), *more, *(f for f in said if not f[0].startswith(CLOCKS))]


def strip_of(row: Row, chosen: Chosen) -> str:
    """Above the words: what is the matter with it, or what kind it is."""
    if row.status:
        return str(STATUS.get(row.status, ""))
    theme = chosen.themes.get(row.theme)
    return theme.said(row.kind) if theme and row.house == "noticeboard" else ""


def groups_of(row: Row, names: dict[str, str]) -> str:
    return ", ".join(names[key] for key in row.groups.strip("|").split("|") if key in names)


def cost_of(row: Row) -> str:
    """The words of the price when somebody said it."""
    for name, words in row.facts:
        if name in ("coins", "gift"):
            return in_my_language(words)
    return str(COSTS.get(row.cost, ""))


def other() -> str:
    return pgettext("heading", "Other")
