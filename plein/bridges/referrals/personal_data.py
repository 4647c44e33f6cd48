"""Little is kept of a referral, and nothing of the person who goes."""

from plein.lib.personal_data import LEGITIMATE_INTEREST, Fields, not_personal, personal

FIELDS: Fields = {
    **not_personal("referral", "id", "town", "community", "digest", "about"),
    **personal(
        "referral",
        *("title", "by", "word", "echo", "made_on", "ends_on"),
        purpose="so that who chose it together with somebody hears: came, or not yet",
        ground=LEGITIMATE_INTEREST,
        retention="90 days, or what the place chose; earlier when the giver erases it or leaves",
    ),
    **not_personal("referralrules", "id", "town", "community", "days"),
}
