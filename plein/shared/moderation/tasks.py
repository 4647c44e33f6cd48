"""What the clock forgets."""

from plein.foundation import jobs
from plein.shared.moderation import picture_actions


@jobs.daily(at="04:40")
def forget_visitors() -> None:
    picture_actions.forget_visitors()
