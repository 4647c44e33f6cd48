"""A matchpoint of Waterdrecht, for a stranger from another town."""

from plein.bridges.matchpoint.tests.making import make_matchpoint
from plein.bridges.telephone import caller_key
from plein.features.noticeboard.tests.making import answered, make_ask


def _on_the_phone(cast) -> dict[str, object]:
    talk = answered(make_ask(cast.noor), cast.bram)
    return {"key": caller_key.made(cast.noor, by=cast.mila), "code": talk.code}


FENCE = {
    "matchpoint:open": lambda cast: {"key": make_matchpoint(cast.mila).key},
    "matchpoint:one": lambda cast: {"key": make_matchpoint(cast.mila).pk},
    "matchpoint:guide": lambda cast: {"key": make_matchpoint(cast.mila).pk},
    "matchpoint:cards": lambda cast: {"key": make_matchpoint(cast.mila).pk},
    "matchpoint:answer": _on_the_phone,
    "matchpoint:found": lambda cast: {"code": make_ask(cast.noor).code},
    **dict.fromkeys(
        ("matchpoint:talk", "matchpoint:tell"),
        lambda cast: {"code": answered(make_ask(cast.noor), cast.bram).code},
    ),
}

OPEN = {"matchpoint:question": "a question, the same in every town; only on an open screen"}
