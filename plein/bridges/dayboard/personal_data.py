"""What the day start keeps about people, and why."""

from plein.lib.personal_data import LEGITIMATE_INTEREST, Fields, not_personal, personal

FIELDS: Fields = {
    **not_personal("board", "id", "town", "compared_at", "kinds"),
    **not_personal("matterrow", "id", "town", "community", "kind", "area", "theme", "url"),
    **not_personal("matterrow", "layer", "urgency", "minutes", "made_at", "due"),
    **personal(
        "matterrow",
        "about",
        "words",
        "hurts_from",
        "only_for",
        "hidden_from",
        purpose="Somebody of the place sees what waits for a person, and nobody their own case.",
        ground=LEGITIMATE_INTEREST,
        retention="until it is done",
    ),
    **personal(
        "matterrow",
        "claimed_by",
        "claimed_at",
        "handed_to",
        "handed_by",
        "handed_at",
        "snoozed_until",
        "snoozed_because",
        purpose="Colleagues see who is at it, so that nothing is done twice.",
        ground=LEGITIMATE_INTEREST,
        retention="until it is done",
    ),
}
