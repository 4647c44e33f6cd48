"""Talks of Waterdrecht, for a stranger from another town."""

from plein.shared.conversations import actions
from plein.shared.conversations.models import Conversation


def _talk(cast) -> dict[str, str]:
    talk = actions.begin(
        title="Geheim van Waterdrecht",
        about_url="",
        members=[cast.noor, cast.bram],
        first_words="Hoi",
        by=cast.bram,
    )
    return {"code": talk.code}


def _to_report(cast) -> dict[str, object]:
    talk = Conversation.objects.get(code=_talk(cast)["code"])
    return {"kind": "conversations.conversation", "key": talk.pk}


FENCE = {
    "moderation:report": _to_report,
    "conversations:talk": _talk,
    "conversations:newer": _talk,
    "conversations:block": _talk,
}
