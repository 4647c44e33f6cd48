"""What the worker does: forgetting."""

from plein.bridges.matchpoint import actions
from plein.foundation import jobs


@jobs.every(minutes=5)
def forget_old_sittings() -> None:
    actions.forget_old()
