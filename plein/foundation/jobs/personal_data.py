from plein.lib.personal_data import CONTRACT, Fields, not_personal, personal

FIELDS: Fields = {
    **personal(
        "task",
        "args",
        purpose="doing the work that was asked for; ids only",
        ground=CONTRACT,
        retention="until the work is done; 60 days when it kept failing",
    ),
    **not_personal(
        "task", "id", "name", "made_at", "due_at", "held_by", "tries", "losses", "dead_at", "error"
    ),
    **personal(
        "change",
        "about",
        purpose="telling other parts of the site that something changed; ids only",
        ground=CONTRACT,
        retention="seconds",
    ),
    **not_personal("change", "id", "kind", "made_at"),
    **not_personal("alarm", "name", "due_at"),
    **personal(
        "oncekey",
        "key",
        "url",
        purpose="counting a form once and leading a second submit to the same place",
        ground=CONTRACT,
        retention="two days",
    ),
    **not_personal("oncekey", "made_at"),
}
