"""Calls of Waterdrecht, for a stranger from another town."""

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.telephone import caller_key
from plein.bridges.telephone.actions import ask_call, note_worry
from plein.bridges.telephone.actions.worrying import Told
from plein.bridges.telephone.models import Worry
from plein.bridges.telephone.tests.making import truus_is_answered
from plein.features.noticeboard.tests.making import make_ask


def _waiting(cast) -> dict[str, object]:
    """Somebody waits for a call."""
    ask_call("+31612345678", community=cast.molenwijk, visitor="1")
    dayboard.refresh(cast.molenwijk.town_id)
    return {"key": MatterRow.objects.get(kind="telephone.call_back").pk}


def _talk(cast) -> dict[str, object]:
    """Somebody without a screen got an answer."""
    row, response = truus_is_answered(cast.molenwijk, cast.bram, cast.fatima)
    return {"key": row.pk, "code": response.conversation.code}


def _ask(cast) -> dict[str, object]:
    return {"code": make_ask(cast.noor).code}


def _caller(cast) -> dict[str, object]:
    return {"key": caller_key.made(cast.noor, by=cast.fatima)}


def _worry(cast) -> dict[str, object]:
    told = Told(kind="worry", about="alone", teller="Piet")
    note_worry(told, community=cast.molenwijk, by=cast.fatima)
    return {"key": Worry.objects.get().pk}


FENCE = {
    "telephone:heard": _worry,
    "telephone:tell-caller": _caller,
    "telephone:places": _ask,
    **dict.fromkeys(("telephone:called", "telephone:letter", "telephone:tell"), _waiting),
    "telephone:talk": _talk,
}
