"""What happens to rows: they are kept right by the worker, and people share them out."""

from plein.bridges.dayboard.actions.keeping import catch_up, refresh, wrong
from plein.bridges.dayboard.actions.sharing import (
    MayNotWait,
    TakenBySomebody,
    claim,
    done,
    hand_over,
    let_go,
    may_wait,
    snooze,
)

__all__ = [
    "MayNotWait",
    "TakenBySomebody",
    "catch_up",
    "claim",
    "done",
    "hand_over",
    "let_go",
    "may_wait",
    "refresh",
    "snooze",
    "wrong",
]
