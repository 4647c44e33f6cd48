"""Talks of Waterdrecht, for a stranger from another town."""

from plein.shared.conversations import actions


def _talk(cast) -> dict[str, str]:
    talk = actions.begin(
        title="Geheim van Waterdrecht",
        about_url="",
        members=[cast.noor, cast.bram],
        first_words="Hoi",
        by=cast.bram,
    )
    return {"code": talk.code}


FENCE = {
    "conversations:talk": _talk,
    "conversations:newer": _talk,
    "conversations:block": _talk,
}
