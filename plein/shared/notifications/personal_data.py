"""What is kept of what members are told, and why."""

from plein.lib.personal_data import CONTRACT, Fields, not_personal, personal

FIELDS: Fields = {
    **not_personal("notification", "id", "town", "key", "once", "way"),
    **personal(
        "notification",
        "to",
        "by_id",
        "url",
        "subject",
        "made_at",
        "seen_at",
        "passed_on_at",
        purpose="A member hears that something happened, once, by the way they chose.",
        ground=CONTRACT,
        retention="90 days",
    ),
    **personal(
        "notification",
        "text",
        "aloud",
        "reply_to",
        purpose="The mail itself, or what a person reads aloud or prints.",
        ground=CONTRACT,
        retention="two days after it was passed on",
    ),
}
