"""What people do in a place: come, be greeted, get a role, keep away from somebody, go."""

from plein.foundation.communities.actions.addresses import remove_address
from plein.foundation.communities.actions.arranging import note_filled
from plein.foundation.communities.actions.blocking import block, unblock
from plein.foundation.communities.actions.gone import back_again, came_back, gone
from plein.foundation.communities.actions.greeting import activate, greet, take_greeting_back
from plein.foundation.communities.actions.joining import (
    choose_another,
    confirm,
    join,
    take_away,
    wait,
)
from plein.foundation.communities.actions.leaving import leave
from plein.foundation.communities.actions.pausing import pause, unpause
from plein.foundation.communities.actions.pledging import note_training, pledge
from plein.foundation.communities.actions.profile import (
    change_photo,
    change_profile,
    move_home,
)
from plein.foundation.communities.actions.roles import MayNotGive, give_role, take_role

__all__ = [
    "MayNotGive",
    "activate",
    "back_again",
    "block",
    "came_back",
    "change_photo",
    "change_profile",
    "choose_another",
    "confirm",
    "give_role",
    "gone",
    "greet",
    "join",
    "leave",
    "move_home",
    "note_filled",
    "note_training",
    "pause",
    "pledge",
    "remove_address",
    "take_away",
    "take_greeting_back",
    "take_role",
    "unblock",
    "unpause",
    "wait",
]
