"""What happens to rows: they are kept right by the worker, and people share them out."""

from plein.bridges.dayboard.actions.keeping import catch_up, refresh, wrong
from plein.bridges.dayboard.actions.sharing import (
    TakenBySomebody,
    claim,
    done,
    hand_over,
    let_go,
    snooze,
)

__all__ = [
    "TakenBySomebody",
    "catch_up",
    "claim",
    "done",
    "hand_over",
    "let_go",
    "refresh",
    "snooze",
    "wrong",
]
