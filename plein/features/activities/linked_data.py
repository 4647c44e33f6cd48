"""A public activity as search engines and assistants read it: schema.org/Event.

Only what a stranger reads on the page (TRUST-7), and less: no name of a resident, no home.
"""

from typing import Any

from plein.features.activities.models import Activity, Occurrence
from plein.foundation.communities.links import absolute

STATUS = "https://schema.org/Event{}"


def event(activity: Activity, row: Occurrence | None) -> dict[str, Any] | None:
    """About one date; None for what is not public, or has no date to tell."""
    private = activity.audience != Activity.Audience.PUBLIC or activity.hidden_at
    if private or row is None or row.starts_at is None:
        return None
    off = activity.is_cancelled or row.is_cancelled
    told = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": activity.title,
        "description": activity.text,
        "url": absolute(activity.community, activity.get_absolute_url()),
        "startDate": _said(row, row.local_start),
        "endDate": _said(row, row.local_end),
        "eventStatus": STATUS.format("Cancelled" if off else "Scheduled"),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "inLanguage": activity.language,
        "isAccessibleForFree": activity.cost == Activity.Cost.FREE or None,
        "location": _place(activity),
        "organizer": _organiser(activity),
        "image": _picture(activity),
    }
    return {name: value for name, value in told.items() if value}


def _said(row: Occurrence, moment: Any) -> str:
    if moment is None:
        return ""
    return str(moment.date().isoformat() if row.all_day else moment.isoformat())


def _place(activity: Activity) -> dict[str, Any]:
    """Of a home only the wijk (H7)."""
    town = activity.community.tree.town.name
    address = {"@type": "PostalAddress", "addressLocality": town, "addressCountry": "NL"}
    if activity.at_home:
        return {"@type": "Place", "name": activity.community.name, "address": address}
    if activity.street:
        address["streetAddress"] = activity.street
    if activity.postcode:
        address["postalCode"] = activity.postcode
    return {"@type": "Place", "name": activity.place or activity.street, "address": address}


def _organiser(activity: Activity) -> dict[str, str] | None:
    organisation = activity.organisation
    return {"@type": "Organization", "name": organisation.name} if organisation else None


def _picture(activity: Activity) -> str:
    picture = activity.picture
    if picture is None or picture.hidden_at:
        return ""
    return absolute(activity.community, picture.url(800))
