"""An organisation of the map as search engines and assistants read it: schema.org/Organization.

Only what a stranger reads on its page (TRUST-7).
"""

from typing import Any

from plein.features.directory.models import Entry, Location
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Content

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def organisation(entry: Entry) -> dict[str, Any] | None:
    """None for what is not on the map for everybody."""
    found = entry.organisation
    if found.hidden_at or not found.admitted_at or found.audience != Content.Audience.PUBLIC:
        return None
    told = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": found.name,
        "description": found.line or entry.about,
        "url": absolute(found.community, entry.get_absolute_url()),
        "telephone": entry.phone,
        "contactPoint": [_number(what, number) for what, number in entry.phones],
        "email": entry.mail,
        "sameAs": entry.website,
        "location": [_place(location) for location in entry.locations.all()],
    }
    return {name: value for name, value in told.items() if value}


def _number(what: str, number: str) -> dict[str, str]:
    return {"@type": "ContactPoint", "name": what, "telephone": number}


def _place(location: Location) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "streetAddress": location.street,
        "postalCode": location.postcode,
        "addressLocality": location.place,
        "addressCountry": "NL",
    }
    told = {
        "@type": "Place",
        "name": location.name,
        "address": {name: value for name, value in address.items() if value},
        "openingHoursSpecification": [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": f"https://schema.org/{DAYS[each.day]}",
                "opens": _clock(each.opens),
                "closes": _clock(each.closes),
            }
            for each in location.hours
        ],
    }
    return {name: value for name, value in told.items() if value}


def _clock(minutes: int) -> str:
    """Minutes since midnight; the end of the day is a minute before it."""
    minutes = min(minutes, 24 * 60 - 1)
    return f"{minutes // 60:02}:{minutes % 60:02}"
