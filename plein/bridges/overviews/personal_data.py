"""The index copies listings; every copy goes when the thing itself goes."""

from plein.lib.personal_data import CONTRACT, Entry, not_personal, personal

FIELDS: dict[str, Entry] = {
    **not_personal("row", "id", "town", "community", "house", "kind", "reach", "audience"),
    **not_personal("row", "openable", "area", "url", "changed_at"),
    **personal(
        "row",
        *("author", "theme", "when_bits", "groups", "title", "summary", "picture", "picture_alt"),
        *("byline", "facts", "words", "public_title", "public_facts", "public_words"),
        purpose="to find what somebody put on the site",
        ground=CONTRACT,
        retention="as long as the thing itself can be found",
    ),
}
