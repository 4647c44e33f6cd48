"""What people like and are good at, and why we keep it."""

from plein.lib.personal_data import CONSENT, Fields, not_personal, personal

LISTED = ("id", "town", "key", "names", "pictogram", "order", "same_as", "stopped_at")
CHOSEN = {
    "purpose": "Finds asks and offers that suit; on no page of another member.",
    "ground": CONSENT,
    "retention": "until the member chooses otherwise or leaves",
}

FIELDS: Fields = {
    **not_personal("theme", *LISTED, "words"),
    **not_personal("targetgroup", *LISTED),
    **not_personal("membertheme", "id", "town"),
    **personal("membertheme", "member", "theme", "kind", **CHOSEN),
    **not_personal("membertargetgroup", "id", "town"),
    **personal("membertargetgroup", "member", "group", **CHOSEN),
}
