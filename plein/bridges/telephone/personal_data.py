"""What is kept of calls, and why."""

from plein.lib.personal_data import CONTRACT, LEGITIMATE_INTEREST, Fields, not_personal, personal

FIELDS: Fields = {
    **not_personal("callback", "id", "town", "community"),
    **personal(
        "callback",
        "phone",
        "made_at",
        "due_at",
        "done_at",
        purpose="Somebody calls who asked for it.",
        ground=CONTRACT,
        retention="two days after the call",
    ),
    **personal(
        "callback",
        "not_asked",
        purpose="A number that somebody else typed is left alone.",
        ground=LEGITIMATE_INTEREST,
        retention="30 days",
    ),
    **not_personal("tidings", "id", "town", "community"),
    **personal(
        "tidings",
        "because",
        "who",
        "teller",
        "phone",
        "made_at",
        "due_at",
        "done_at",
        purpose="Somebody calls who told that a neighbour died or moved, and checks it.",
        ground=LEGITIMATE_INTEREST,
        retention="two days after the call",
    ),
    **not_personal("call", "id", "town", "kind"),
    **personal(
        "call",
        "about",
        "result",
        "by",
        "made_at",
        purpose="Colleagues see who called already, and how it went.",
        ground=LEGITIMATE_INTEREST,
        retention="90 days",
    ),
    **not_personal("toldplace", "id", "town", "entry"),
    **personal(
        "toldplace",
        "post",
        "by",
        "made_at",
        purpose="Colleagues see which organisations an asker heard of already.",
        ground=LEGITIMATE_INTEREST,
        retention="90 days",
    ),
}
