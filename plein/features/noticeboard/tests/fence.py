"""How a stranger from another town could try to open what is on this board."""

from plein.features.noticeboard import expiry
from plein.features.noticeboard.models import Draft, OnClock
from plein.features.noticeboard.tests.making import answered, make_ask


def _address(cast):
    return {"address": make_ask(cast.noor).address}


def _talk(cast):
    return {"code": answered(make_ask(cast.noor), cast.bram).code}


def _draft(cast):
    town, home, noor = cast.waterdrecht, cast.noor.home, cast.noor
    return {"draft": Draft.objects.create(town=town, community=home, member=noor, kind="ask").pk}


def _row_on_clock(cast):
    return {"key": OnClock.objects.filter(town=cast.waterdrecht).first().pk}


FENCE = {
    **dict.fromkeys(
        (
            "noticeboard:post",
            "noticeboard:published",
            "noticeboard:photo",
            "noticeboard:edit",
            "noticeboard:close",
            "noticeboard:renew",
            "noticeboard:respond",
            "noticeboard:withdraw",
            "noticeboard:call",
            "noticeboard:unmet",
        ),
        _address,
    ),
    "noticeboard:agreement": _talk,
    "noticeboard:again": _talk,
    "noticeboard:clock-away": _row_on_clock,
    "noticeboard:go-on": _draft,
    "noticeboard:still-needed": lambda cast: {"key": expiry.key_for(make_ask(cast.noor))},
}

OPEN = {
    "noticeboard:ask-step": "a question of the wizard, the same in every town",
    "noticeboard:offer-step": "a question of the wizard, the same in every town",
}
