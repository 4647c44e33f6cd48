"""What hosts and residents do at a matchpoint."""

from plein.bridges.matchpoint.actions.arranging import change, close_screen, make
from plein.bridges.matchpoint.actions.asking import NothingAsked, publish
from plein.bridges.matchpoint.actions.opening import WrongPin, open_screen, sit_beside
from plein.bridges.matchpoint.actions.replacing import Remembered, replace_slip
from plein.bridges.matchpoint.actions.returning import SaidToBeLost, WrongSlip, new_slip, read_slip
from plein.bridges.matchpoint.actions.searching import (
    listed,
    look_for,
    put_on_list,
    take_off_list,
)
from plein.bridges.matchpoint.actions.sitting import (
    begin,
    forget_old,
    keep_answers,
    know,
    still_here,
    wipe,
)

__all__ = [
    "NothingAsked",
    "Remembered",
    "SaidToBeLost",
    "WrongPin",
    "WrongSlip",
    "begin",
    "change",
    "close_screen",
    "forget_old",
    "keep_answers",
    "know",
    "listed",
    "look_for",
    "make",
    "new_slip",
    "open_screen",
    "publish",
    "put_on_list",
    "read_slip",
    "replace_slip",
    "sit_beside",
    "still_here",
    "take_off_list",
    "wipe",
]
