"""What organisations do: come in, say who speaks for them, and meet new neighbours."""

from plein.foundation.organisations.actions.arranging import (
    RESERVED,
    FromElsewhere,
    add_editor,
    admit,
    choose_reach,
    free_slug,
    let_speak,
    merge,
    remove_editor,
    rename,
)
from plein.foundation.organisations.actions.meeting import (
    EnoughThisWeek,
    MayNotMeet,
    TrustIsGiven,
    forget_old,
    introduce,
    look_along,
    meet,
    trust_to_greet,
)

__all__ = [
    "RESERVED",
    "EnoughThisWeek",
    "FromElsewhere",
    "MayNotMeet",
    "TrustIsGiven",
    "add_editor",
    "admit",
    "choose_reach",
    "forget_old",
    "free_slug",
    "introduce",
    "let_speak",
    "look_along",
    "meet",
    "merge",
    "remove_editor",
    "rename",
    "trust_to_greet",
]
