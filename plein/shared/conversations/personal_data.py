"""What talks keep about people, and why."""

from plein.lib.personal_data import CONTRACT, LEGITIMATE_INTEREST, Fields, not_personal, personal

TALK = {"ground": CONTRACT, "retention": "two years after the last message"}

FIELDS: Fields = {
    **not_personal("conversation", "id", "town", "code", "about_url"),
    **personal(
        "conversation",
        "title",
        "made_at",
        "last_message_at",
        "closed_at",
        purpose="Neighbours can arrange something together in private.",
        **TALK,
    ),
    **personal(
        "conversation",
        "veiled",
        purpose="Somebody who is shy shows no name to the other yet.",
        **TALK,
    ),
    **not_personal("participant", "id", "town"),
    **personal(
        "participant", "conversation", "member", purpose="Who takes part in a talk.", **TALK
    ),
    **personal(
        "participant",
        "seen_at",
        purpose="Shows a member, and nobody else, how many messages are new.",
        **TALK,
    ),
    **personal(
        "participant",
        "reply_key",
        purpose="A mail can be answered without anybody's mail address being shown.",
        **TALK,
    ),
    **not_personal("message", "id", "town", "conversation", "way"),
    **personal(
        "message",
        "author",
        "text",
        "made_at",
        purpose="What somebody said, for those who take part in the talk.",
        **TALK,
    ),
    **personal(
        "message",
        "hidden_at",
        purpose="A message that broke a rule is not shown.",
        ground=LEGITIMATE_INTEREST,
        retention="two years after the last message",
    ),
    **not_personal("takenmail", "id", "town", "digest", "made_at"),
}
