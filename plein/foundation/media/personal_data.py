from plein.lib.personal_data import CONTRACT, Fields, not_personal, personal

FIELDS: Fields = {
    **personal(
        "picture",
        "alt",
        "folder",
        "made_by",
        purpose="showing the photo that somebody added; place and camera are taken out",
        ground=CONTRACT,
        retention="as long as what it belongs to",
    ),
    **not_personal(
        "picture", "id", "town_id", "width", "height", "made_at", "hidden_at", "loose_until"
    ),
}
