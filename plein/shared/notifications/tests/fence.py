"""News of Waterdrecht, for a stranger from another town."""

from plein.foundation.communities.models import Member
from plein.shared.notifications import actions
from plein.shared.notifications.unsubscribing import key_of


def _news(cast, once: str, **how) -> object:
    Member.objects.filter(pk=cast.noor.pk).update(**how)
    cast.noor.refresh_from_db()
    return actions.notify(
        cast.noor, key="x", url="/", subject="Geheim nieuws", text="Geheim", once=once
    )


def _opened(cast) -> dict[str, object]:
    return {"key": _news(cast, "opened").pk}


def _told(cast) -> dict[str, object]:
    _news(cast, "told", channel=Member.Channel.PHONE)
    return {"key": cast.noor.pk}


FENCE = {
    "notifications:open": _opened,
    "notifications:tell": _told,
    "notifications:unsubscribe": lambda cast: {"key": key_of(cast.noor)},
}
