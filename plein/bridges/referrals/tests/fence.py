"""A slip of Waterdrecht does not exist in another town, also not with its code or its link."""

from plein.bridges.referrals.keys import echo_path
from plein.bridges.referrals.tests.making import make_slip, make_thing


def code(cast):
    return {"code": make_slip(cast.fatima).code}


FENCE = {
    "referrals:give": lambda cast: {"key": make_thing(cast.waterdrecht).pk},
    "referrals:slip": code,
    "referrals:drop": code,
    "referrals:echo": lambda cast: {"key": echo_path(make_slip(cast.fatima)).split("/")[2]},
}
