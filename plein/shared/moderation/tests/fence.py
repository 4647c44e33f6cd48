"""Reports of Waterdrecht, for a stranger from another town."""

from plein.shared.moderation.models import Report


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


FENCE = {"moderation:handle": _report}
