"""What signing in keeps about people, and why."""

from plein.lib.personal_data import CONTRACT, LEGITIMATE_INTEREST, Fields, not_personal, personal

FIELDS: Fields = {
    **not_personal("account", "id", "is_active", "is_operator"),
    **personal(
        "account",
        "email",
        "phone",
        purpose="The way somebody signs in, and where messages go.",
        ground=CONTRACT,
        retention="until the member leaves their last town",
    ),
    **personal(
        "account",
        "password",
        purpose="Only a digest, for who likes a password better than a code.",
        ground=CONTRACT,
        retention="until it is taken away or the member leaves",
    ),
    **personal(
        "account",
        "made_at",
        "last_login",
        purpose="Shows the operator which accounts are not used any more. On no page.",
        ground=LEGITIMATE_INTEREST,
        retention="until the member leaves their last town",
    ),
    **not_personal("signincode", "id", "town_id", "way", "tries", "used_at"),
    **personal(
        "signincode",
        "address",
        "digest",
        "browser",
        "made_at",
        "expires_at",
        purpose="Proves that a phone number or mail address belongs to who sits there.",
        ground=CONTRACT,
        retention="a day",
    ),
    **not_personal("tally", "count"),
    **personal(
        "tally",
        "key",
        "until",
        purpose="Stops who guesses codes or sends them to others; only a digest.",
        ground=LEGITIMATE_INTEREST,
        retention="at most a day",
    ),
    **not_personal("handover", "id", "host", "used_at"),
    **personal(
        "handover",
        "account",
        "digest",
        "browser",
        "from_session",
        "to_session",
        "expires_at",
        purpose="Carries a sign-in to another site of the town, and signs out on all of them.",
        ground=CONTRACT,
        retention="as long as a visit may last: sixty days",
    ),
}
