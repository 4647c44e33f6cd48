"""Lists of themes and target groups: start them, arrange them, choose from them."""

from plein.foundation.taxonomy.actions.arranging import (
    add_entry,
    change_entry,
    hide_entry,
    move_entry,
    show_entry,
)
from plein.foundation.taxonomy.actions.choosing import choose_groups, choose_themes, forget_choices
from plein.foundation.taxonomy.actions.starting import STARTING_LIST, start_lists, starting_list

__all__ = [
    "STARTING_LIST",
    "add_entry",
    "change_entry",
    "choose_groups",
    "choose_themes",
    "forget_choices",
    "hide_entry",
    "move_entry",
    "show_entry",
    "start_lists",
    "starting_list",
]
