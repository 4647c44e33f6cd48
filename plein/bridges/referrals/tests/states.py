"""A slip that is gone."""

STATES = {
    "referrals/erased.html": lambda _cast, as_member: (
        as_member(None),
        "/gekomen/een-oude-sleutel/",
    ),
}
