"""A slip of Waterdrecht does not exist in another town, also not with its code or its link."""

from plein.bridges.referrals.keys import echo_path
from plein.bridges.referrals.tests.making import make_slip, make_thing


def key(cast):
    return {"key": make_slip(cast.fatima).pk}


FENCE = {
    "referrals:give": lambda cast: {"key": make_thing(cast.waterdrecht).pk},
    "referrals:slip": key,
    "referrals:drop": key,
    "referrals:echo": lambda cast: {"key": echo_path(make_slip(cast.fatima)).split("/")[2]},
}
