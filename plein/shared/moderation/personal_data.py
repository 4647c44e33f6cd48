"""What reports keep about people, and why."""

from plein.lib.personal_data import LEGITIMATE_INTEREST, Fields, not_personal, personal

SAFETY = {"ground": LEGITIMATE_INTEREST, "retention": "two years after it was handled"}

FIELDS: Fields = {
    **not_personal("report", "id", "town", "community", "kind"),
    **personal(
        "report",
        "by",
        "about",
        "reason",
        "words",
        "made_at",
        purpose="Somebody can say that something is not right, and be called back about it.",
        **SAFETY,
    ),
    **personal(
        "report",
        "concerns",
        purpose="Nobody has a say in their own case.",
        **SAFETY,
    ),
    **personal(
        "report",
        "handled_at",
        "handled_by",
        purpose="Who looked at the report, and when.",
        **SAFETY,
    ),
    **not_personal("refusal", "id", "town", "community", "hid", "outcome"),
    **personal(
        "refusal",
        "picture",
        "by",
        "words",
        "made_at",
        purpose="Who is on a photo decides whether it stands.",
        **SAFETY,
    ),
    **personal(
        "refusal",
        "visitor",
        purpose="So that nobody hides every photo of a place.",
        ground=LEGITIMATE_INTEREST,
        retention="a day",
    ),
    **personal(
        "refusal",
        "decided_at",
        "decided_by",
        purpose="Who looked at the photo, and when.",
        **SAFETY,
    ),
}
