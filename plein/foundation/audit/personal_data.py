from plein.lib.personal_data import LEGITIMATE_INTEREST, Fields, not_personal, personal

FIELDS: Fields = {
    **personal(
        "record",
        "by_id",
        "about_id",
        "key",
        "made_at",
        "values",
        purpose="being able to show afterwards who did what; ids and codes only, no names",
        ground=LEGITIMATE_INTEREST,
        retention="as long as the town; means nothing once the person is erased",
    ),
    **not_personal("record", "id", "town_id", "community_id", "about_kind", "number", "digest"),
    **not_personal("chain", "town_id", "number", "digest", "sealed_at"),
}
