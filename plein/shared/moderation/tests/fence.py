"""Reports of Waterdrecht, for a stranger from another town."""

from plein.shared.conversations import actions as conversations
from plein.shared.moderation.models import Report


def _thing(cast) -> dict[str, object]:
    talk = conversations.begin(
        title="Geheim", about_url="", members=[cast.noor, cast.bram], first_words="x", by=cast.bram
    )
    return {"kind": "conversations.conversation", "key": talk.pk}


def _report(cast) -> dict[str, object]:
    made = Report.objects.create(
        town=cast.waterdrecht,
        community=cast.molenwijk,
        by=cast.noor,
        kind="conversations.conversation",
        about=cast.bram.pk,
        reason="other",
    )
    return {"key": made.pk}


FENCE = {"moderation:report": _thing, "moderation:handle": _report}
