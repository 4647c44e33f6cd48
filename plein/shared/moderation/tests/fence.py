"""Reports of Waterdrecht, for a stranger from another town."""

from plein.foundation.media.actions import keep_picture
from plein.shared.moderation.models import Report
from plein.shared.moderation.tests.making import photo


def _report(cast) -> dict[str, object]:
    made, _new = Report.objects.get_or_create(
        town=cast.waterdrecht,
        by=cast.noor,
        kind="conversations.conversation",
        about=cast.bram.pk,
        defaults={"community": cast.molenwijk, "reason": "other"},
    )
    return {"key": made.pk}


def _picture(cast) -> dict[str, object]:
    return {"pk": keep_picture(photo(), town=cast.waterdrecht, by=cast.noor, alt="Molen").pk}


FENCE = {
    "moderation:handle": _report,
    "moderation:look": _report,
    "moderation:not-me": _picture,
    "moderation:judge": _picture,
    "moderation:hidden-picture": _picture,
}
