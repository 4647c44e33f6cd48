"""What matching keeps about people, why, on which ground and for how long."""

from plein.lib.personal_data import CONTRACT, LEGITIMATE_INTEREST, Entry, not_personal, personal

WHILE_LIVE = "as long as the post or profile is live; at once when somebody leaves"
A_YEAR = "a year; at once when one of the two leaves"

FIELDS: dict[str, Entry] = {
    **not_personal("feature", "id", "town", "kind", "stamp", "live", "changed_at", "matched_at"),
    **not_personal("feature", "fallen", "nearly_km"),
    **personal(
        "feature",
        *("owner", "area", "theme", "when_bits", "fields", "features", "vector"),
        purpose="to suggest who could help whom; never a word of what somebody wrote",
        ground=CONTRACT,
        retention=WHILE_LIVE,
    ),
    **not_personal("suggestion", "id", "town", "near", "by_turn", "made_at"),
    **personal(
        "suggestion",
        *("ask", "helper", "offer", "score", "parts", "reasons", "doubts"),
        purpose="who may fit, and why",
        ground=CONTRACT,
        retention="until the next time suggestions are made",
    ),
    **not_personal("invitation", "id", "town", "way"),
    **personal(
        "invitation",
        *("ask", "to", "offer", "by", "parts", "reasons", "doubts", "made_at", "sent_at"),
        *("answer", "answered_at"),
        purpose="to ask somebody carefully, and not too often",
        ground=CONTRACT,
        retention=A_YEAR,
    ),
    **not_personal("feedback", "id", "town"),
    **personal(
        "feedback",
        *("ask", "helper", "side", "answer", "parts", "concepts", "done", "made_at"),
        purpose="better suggestions; shown to nobody",
        ground=LEGITIMATE_INTEREST,
        retention=A_YEAR,
    ),
    **not_personal("helper", "id", "town"),
    **personal(
        "helper",
        *("member", "weekly", "at_once", "heard_at"),
        purpose="how often somebody wants to be asked, and for how many matters at once",
        ground=CONTRACT,
        retention="until somebody leaves",
    ),
    **not_personal("weighing", "id", "town", "values", "origin", "figures", "made_at"),
    **personal(
        "weighing",
        "by",
        purpose="who chose these weights",
        ground=LEGITIMATE_INTEREST,
        retention="as long as the weights are kept",
    ),
    **not_personal("word", "id", "town", "concept", "word", "made_at"),
    **personal(
        "word",
        "by",
        purpose="who added a word",
        ground=LEGITIMATE_INTEREST,
        retention="as long as the word is kept",
    ),
    **not_personal("conceptlink", "id", "town", "one", "other", "times", "state", "made_at"),
    **personal(
        "conceptlink",
        *("decided_by", "decided_at"),
        purpose="who decided that two things belong together",
        ground=LEGITIMATE_INTEREST,
        retention="as long as the link is kept",
    ),
    **not_personal("proposal", "id", "town", "kind", "about", "title", "url", "made_at"),
    **personal(
        "proposal",
        *("offer", "score", "reasons", "state", "decided_by", "decided_at"),
        purpose="a use for an offer that nobody took up",
        ground=CONTRACT,
        retention=A_YEAR,
    ),
    **not_personal("planned", "id", "town", "made_at"),
    **personal(
        "planned",
        *("ask", "helper", "score"),
        purpose="so that everybody gets a turn",
        ground=CONTRACT,
        retention="one day",
    ),
}
