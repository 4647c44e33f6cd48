"""What the clock does for mandates: remind, and end what is over."""

from plein.foundation import jobs
from plein.foundation.care import actions


@jobs.daily(at="08:00")
def remind_of_mandates() -> None:
    actions.remind()


@jobs.daily(at="03:30")
def erase_who_is_gone() -> None:
    actions.erase_who_is_gone()


@jobs.daily(at="00:20")
def end_old_mandates() -> None:
    actions.end_old_mandates()


@jobs.daily(at="00:25")
def end_old_roles() -> None:
    actions.end_old_roles()
