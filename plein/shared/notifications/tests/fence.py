"""News of Waterdrecht, for a stranger from another town."""

from plein.foundation.communities.models import Member
from plein.shared.notifications import actions, asking_somebody
from plein.shared.notifications.models import GoBetween
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


def _go_between(cast) -> GoBetween:
    said = {"name": "Ans", "phone": "+31612345678", "may_hear": False}
    asking_somebody.choose_somebody(cast.noor, **said, by=cast.noor)
    return GoBetween.objects.get(member=cast.noor)


FENCE = {
    "notifications:somebody-for": lambda cast: {"key": cast.noor.pk},
    "notifications:ask-somebody": lambda cast: {"key": _go_between(cast).pk},
    "notifications:say-yes": lambda cast: {"key": asking_somebody.key_of(_go_between(cast))},
    "notifications:open": _opened,
    "notifications:tell": _told,
    "notifications:unsubscribe": lambda cast: {"key": key_of(cast.noor)},
}
