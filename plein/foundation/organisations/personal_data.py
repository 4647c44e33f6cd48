"""Who speaks for an organisation, and why we keep it."""

from plein.lib.personal_data import CONTRACT, Fields, not_personal, personal

FIELDS: Fields = {
    **not_personal(
        "organisation",
        "id",
        "town",
        "community",
        "code",
        "reach",
        "audience",
        "door",
        "made_at",
        "hidden_at",
        "name",
        "slug",
        "line",
        "admitted_at",
        "kvk",
        "sector",
        "informal",
        "insures",
        "merged_into",
    ),
    **not_personal("editor", "id", "town", "organisation"),
    **personal(
        "editor",
        "member",
        "coordinator",
        "made_at",
        purpose="Who may write in the name of an organisation.",
        ground=CONTRACT,
        retention="until the organisation takes it back or the member leaves",
    ),
}
