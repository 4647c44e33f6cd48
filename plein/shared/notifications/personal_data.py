"""What is kept of what members are told, and why."""

from plein.lib.personal_data import CONSENT, CONTRACT, Fields, not_personal, personal

FIELDS: Fields = {
    **not_personal("gobetween", "id", "town"),
    **personal(
        "gobetween",
        "member",
        "name",
        "phone",
        "may_hear",
        "made_at",
        "agreed_at",
        purpose="A member hears news through somebody they know, who said yes to that.",
        ground=CONSENT,
        retention="until the member chooses otherwise or leaves, or that person says no",
    ),
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
