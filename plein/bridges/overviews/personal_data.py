"""The index copies listings; every copy goes when the thing itself goes."""

from plein.lib.personal_data import CONTRACT, Entry, not_personal, personal

FIELDS: dict[str, Entry] = {
    **not_personal("row", "id", "town", "community", "house", "kind", "reach", "audience"),
    **not_personal("row", "openable", "area", "url", "changed_at", "organisation", "languages"),
    **not_personal("row", "cost", "access", "lat", "lon", "place", "phone", "opening"),
    **not_personal("row", "closed", "mail", "website"),
    **not_personal("row", "more_areas", "more_points", "more_themes"),
    **not_personal("row", "status", "sinks", "desk_facts", "desk_only"),
    **not_personal("moment", "id", "town", "row", "starts_at", "ends_at", "all_day", "url"),
    **not_personal("moment", "when_bits"),
    **personal(
        "row",
        *("author", "theme", "when_bits", "groups", "title", "summary", "picture", "picture_alt"),
        *("byline", "facts", "words", "public_title", "public_facts", "public_words"),
        purpose="to find what somebody put on the site",
        ground=CONTRACT,
        retention="as long as the thing itself can be found",
    ),
    **not_personal("word", "id", "town", "start", "keys", "public", "uses"),
    **personal(
        "word",
        "word",
        purpose="to find a word in all its forms; without who used it",
        ground=CONTRACT,
        retention="until the night after the last thing with this word is gone",
    ),
    **not_personal("synonym", "id", "town", "words", "made_at"),
    **not_personal("savedlist", "id", "town", "community", "code", "name", "house", "query"),
    **not_personal("savedlist", "made_at"),
    **personal(
        "savedlist",
        "made_by",
        purpose="to ask who keeps this list what it is for",
        ground=CONTRACT,
        retention="as long as the list is kept, or until this member leaves",
    ),
}
