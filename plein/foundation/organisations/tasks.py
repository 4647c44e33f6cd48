"""Once a day: codes that nobody told, and who met whom a month ago."""

from plein.foundation import jobs
from plein.foundation.organisations import actions


@jobs.daily(at="04:45")
def forget_old_introductions() -> None:
    actions.forget_old()
