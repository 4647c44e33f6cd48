"""What publications keeps about people: who has something made every month, and nothing else."""

from plein.lib.personal_data import CONSENT, CONTRACT, Entry, not_personal, personal

WANTED = ("town", "community", "house", "query", "thing", "shape", "edition")

FIELDS: dict[str, Entry] = {
    **not_personal("edition", "id", "town", "community", "shape", "digest", "title", "name"),
    **not_personal("edition", "path", "size", "items", "rows", "pictures", "made_at"),
    **not_personal("order", "id", "key", "state", "taken", "made_at", "ready_at", *WANTED),
    **not_personal("standing", "id", "code", "next_on", "renewed_at", "made_at", *WANTED),
    **personal(
        "standing",
        *("name", "by", "mails"),
        purpose="to make it anew every month, and to tell who asked so",
        ground=CONTRACT,
        retention="until it is stopped, or its maker leaves",
    ),
    **not_personal("reader", "id", "town", "standing", "asked_at", "confirmed_at"),
    **personal(
        "reader",
        "mail",
        purpose="to tell each month that there is a new one, after a yes by our link",
        ground=CONSENT,
        retention="until the address or its maker stops it; without an answer 14 days",
    ),
}
