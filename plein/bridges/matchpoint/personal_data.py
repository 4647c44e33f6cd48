"""What matchpoints keep about people: little, and most of it for ten minutes."""

from plein.lib.personal_data import CONTRACT, LEGITIMATE_INTEREST, Entry, not_personal, personal

FIELDS: dict[str, Entry] = {
    **not_personal("matchpoint", "id", "town", "community", "name", "walk_in", "phone", "paper"),
    **not_personal("matchpoint", "key", "pin", "made_at", "closed_at"),
    **not_personal("device", "id", "town", "matchpoint", "digest", "opened_at", "until"),
    **personal(
        "device",
        "host",
        purpose="to say who sits beside you, and who met you",
        ground=LEGITIMATE_INTEREST,
        retention="until midnight",
    ),
    **not_personal("sitting", "id", "town", "device"),
    **personal(
        "sitting",
        *("member", "answers", "found", "asked_at", "seen_at"),
        purpose="to answer one question a page, or search together, at a shared screen",
        ground=CONTRACT,
        retention="until the screen is wiped, at most ten minutes after the last sign of life",
    ),
    **not_personal("slip", "id", "town", "matchpoint"),
    **personal(
        "slip",
        "lost_digest",
        "tried_at",
        *("member", "digest", "picture", "made_at"),
        purpose="to come back to one's own ask with a code and a picture",
        ground=CONTRACT,
        retention="until a new slip, or as long as the member is here",
    ),
}
