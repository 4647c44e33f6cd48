"""What is kept of what was seen, why, and for how long. Never a document."""

from plein.lib.personal_data import LEGITIMATE_INTEREST, Entry, not_personal, personal

FIELDS: dict[str, Entry] = {
    **not_personal("proof", "id", "town"),
    **personal(
        "proof",
        "member",
        "kind",
        "seen_on",
        "ends_on",
        "place",
        "organisation",
        "by",
        "made_at",
        purpose="Some tasks ask that somebody was seen first; who saw what, and when.",
        ground=LEGITIMATE_INTEREST,
        retention="until it is taken back, a quarter of a year after it ends, or until leaving",
    ),
    **not_personal(
        "proofrules",
        "id",
        "town",
        "community",
        "public",
        "door",
        "inside",
        "trust",
    ),
    **not_personal("proofrules", "vog_years", "other_years"),
}
