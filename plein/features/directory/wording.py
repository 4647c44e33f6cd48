"""Words about an entry, for its page, its card and the desk."""

from datetime import date, datetime

from django.utils.timezone import localtime
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from plein.features.directory import hours, trust
from plein.features.directory.models import Entry, Location, Referral
from plein.ui.card import Fact

ACCESS = {
    "wheelchair": ("wheelchair", gettext_lazy("Wheelchairs can come in")),
    "lift": ("arrow-up", gettext_lazy("There is a lift")),
    "toilet": ("toilet", gettext_lazy("There is an accessible toilet")),
    "hearing-loop": ("ear", gettext_lazy("There is a hearing loop")),
    "quiet": ("speaker-none", gettext_lazy("It is quiet")),
    "alone-welcome": ("smiley", gettext_lazy("You can come alone")),
}
LANGUAGES = ("nl", "en", "tr", "ar", "pl", "uk", "fr", "de", "es")
SECTORS = {
    "care": "stethoscope",
    "welfare": "lifebuoy",
    "neighbours": "users-three",
    "faith": "hands-praying",
    "sport": "soccer-ball",
    "culture": "music-notes",
    "school": "graduation-cap",
    "nature": "tree",
    "counter": "bank",
    "housing": "house-line",
}


def trust_words(entry: Entry) -> str:
    """When somebody last confirmed it, and who; or that nobody did for long."""
    if entry.vital and entry.checked_at is None:
        return _("No steward of this map has checked this yet. Call first.")
    steward = entry.vital or entry.confirmed_as == Entry.ConfirmedAs.STEWARD
    by = _("a steward of this map") if steward else _("the organisation")
    return trust.said(entry.trust, entry.sure_since, by)


def own_words(entry: Entry) -> str:
    """Of what people cannot do without: when the organisation itself said that it is right."""
    if not entry.vital or entry.confirmed_as != Entry.ConfirmedAs.ORGANISATION:
        return ""
    return trust.confirmed(entry.confirmed_at, _("the organisation"))


def pictogram(entry: Entry) -> str:
    return SECTORS.get(entry.organisation.sector, "buildings")


def cost_words(cost: str, words: str = "") -> str:
    if words:
        return words
    return {"free": _("It is free"), "paid": _("It costs something")}.get(cost, "")


def referral_words(referral: str, words: str = "") -> str:
    said = str(Referral(referral).label) if referral else ""
    return f"{said}: {words}" if said and words else said or words


def language_names(codes: list[str]) -> str:
    names = [str(get_language_info(code)["name_translated"]) for code in codes]
    return ", ".join(names)


def now_words(location: Location, at: datetime | None = None) -> hours.Now | None:
    return hours.now_open(
        location.hours,
        at or localtime(),
        pauses=location.closed,
        open_on_holidays=location.open_on_holidays,
    )


def closed_soon(location: Location) -> list[str]:
    return hours.closed_soon(
        location.hours,
        localtime().date(),
        pauses=location.closed,
        open_on_holidays=location.open_on_holidays,
    )


def closed_days(location: Location) -> tuple[date, ...]:
    """For the desk, which says whether somebody answers now."""
    days = hours.closed_days(
        location.hours,
        localtime().date(),
        pauses=location.closed,
        open_on_holidays=location.open_on_holidays,
    )
    return tuple(days)


def facts(entry: Entry) -> list[Fact]:
    """What somebody wants to know before going there."""
    told = [
        ("coins", cost_words(entry.cost, entry.cost_words)),
        ("signpost", referral_words(entry.referral, entry.referral_words)),
        ("hourglass", _("Waiting: %(time)s") % {"time": entry.waiting_words})
        if entry.waiting_words
        else ("", ""),
        ("map-trifold", _("For: %(area)s") % {"area": entry.area_words})
        if entry.area_words
        else ("", ""),
    ]
    if set(entry.languages) - {"nl"}:
        spoken = _("They speak %(languages)s") % {"languages": language_names(entry.languages)}
        told.append(("translate", spoken))
    told += [(ACCESS[key][0], str(ACCESS[key][1])) for key in entry.access if key in ACCESS]
    return [Fact(mark, words) for mark, words in told if words]


def card_facts(entry: Entry) -> list[Fact]:
    """At most five, in each language kept in the index. The trust stands first: it is the truth
    about the rest."""
    locations = list(entry.locations.all())
    mark = {"sure": "check-circle", "fading": "clock"}.get(entry.trust.tone, "phone")
    told = [Fact(mark, trust_words(entry))]
    if locations and locations[0].street:
        told.append(Fact("map-pin", locations[0].street))
    told += [fact for fact in facts(entry) if fact.pictogram in ("coins", "signpost")]
    kind = _("By neighbours and volunteers") if entry.organisation.informal else ""
    return [*told, *([Fact("hand-heart", kind)] if kind else [])][:5]


def desk_facts(entry: Entry) -> list[Fact]:
    """What a desk worker looks for first."""
    wanted = {"signpost", "hourglass", "translate", "coins"}
    return [fact for fact in facts(entry) if fact.pictogram in wanted]


def desk_only(entry: Entry) -> list[Fact]:
    told = []
    if entry.desk_phone:
        told.append(
            Fact("phone-call", _("For professionals: %(phone)s") % {"phone": entry.desk_phone})
        )
    if entry.desk_note:
        told.append(Fact("note", entry.desk_note))
    return told
