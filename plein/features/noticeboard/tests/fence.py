"""How a stranger from another town could try to open what is on this board."""

from plein.features.noticeboard import actions, expiry, life
from plein.features.noticeboard.models import Draft, Farewell, FollowUp, OnClock
from plein.features.noticeboard.tests.making import agreed, answered, make_ask
from plein.foundation.care import actions as care
from plein.foundation.care.tests.fence import a_client
from plein.foundation.communities.actions import gone
from plein.foundation.taxonomy.models import Theme
from plein.lib.keys import uuid7
from plein.testing.cast import make_member


def _address(cast):
    return {"address": make_ask(cast.noor).address}


def _talk(cast):
    return {"code": answered(make_ask(cast.noor), cast.bram).code}


def _draft(cast):
    town, home, noor = cast.waterdrecht, cast.noor.home, cast.noor
    return {"draft": Draft.objects.create(town=town, community=home, member=noor, kind="ask").pk}


def _row_on_clock(cast):
    return {"key": OnClock.objects.filter(town=cast.waterdrecht).first().pk}


def _agreed(cast):
    return {"code": agreed(make_ask(cast.noor), cast.bram).conversation.code}


def _follow_up(cast):
    pair = agreed(make_ask(cast.noor), cast.bram)
    return FollowUp.objects.get(match__response=pair, member=cast.noor, after="week")


def _farewell(cast):
    gerrit = make_member(f"Gerrit{uuid7().hex}"[:40], cast.noor.home)
    agreed(make_ask(gerrit), cast.bram)
    gone(gerrit, "moved", by=cast.fatima)
    return {"key": Farewell.objects.get(response__post__author=gerrit).pk}


def _concern(cast):
    pair = agreed(make_ask(cast.noor), cast.bram)
    return {"key": actions.tell_concern(pair, "worry", "alone", by=cast.noor).pk}


def _help(cast):
    return {"key": agreed(make_ask(cast.noor), cast.bram).matches.get().pk}


def _client(cast):
    return {"client": a_client(cast).pk}


def _voice(cast):
    voice = care.speak_for("mother", phone="+31687654321", by=cast.noor)
    theme = Theme.objects.get(town=cast.waterdrecht, key="boodschappen-koken")
    wanted = actions.Wanted(kind="ask", theme=theme, title="Koffie")
    actions.publish_for_somebody(wanted, voice, by=cast.noor)
    return {"key": voice.pk}


FENCE = {
    **dict.fromkeys(
        (
            "noticeboard:post",
            "noticeboard:published",
            "noticeboard:photo",
            "noticeboard:edit",
            "noticeboard:answers",
            "noticeboard:close",
            "noticeboard:known-to",
            "noticeboard:renew",
            "noticeboard:respond",
            "noticeboard:respond-send",
            "noticeboard:withdraw",
            "noticeboard:call",
            "noticeboard:unmet",
        ),
        _address,
    ),
    "noticeboard:asks-of-client": _client,
    "noticeboard:voice": _voice,
    "noticeboard:voice-card": _voice,
    "noticeboard:agreement": _talk,
    "noticeboard:again": _talk,
    "noticeboard:opening": _talk,
    "noticeboard:take-back": _talk,
    "noticeboard:release": _agreed,
    "noticeboard:visit-card": _agreed,
    "noticeboard:call-off": _agreed,
    "noticeboard:stop": _agreed,
    "noticeboard:tell-concern": _talk,
    "noticeboard:follow-up": lambda cast: {"key": life.key_for(_follow_up(cast))},
    "noticeboard:follow-up-seen": lambda cast: {"key": _follow_up(cast).pk},
    "noticeboard:concern": _concern,
    "noticeboard:thank-helper": _help,
    "noticeboard:farewell": _farewell,
    "noticeboard:clock-away": _row_on_clock,
    "noticeboard:go-on": _draft,
    "noticeboard:still-needed": lambda cast: {"key": expiry.key_for(make_ask(cast.noor))},
}

OPEN = {
    "noticeboard:ask-step": "a question of the wizard, the same in every town",
    "noticeboard:offer-step": "a question of the wizard, the same in every town",
}
