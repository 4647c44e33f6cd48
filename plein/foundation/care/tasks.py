"""What the clock does for mandates: remind, and end what is over."""

from plein.foundation import jobs
from plein.foundation.care import actions


@jobs.daily(at="08:00", outside=True)
def remind_of_mandates() -> None:
    actions.remind()


@jobs.daily(at="03:30")
def erase_who_is_gone() -> None:
    actions.erase_who_is_gone()


@jobs.daily(at="00:20", outside=True)
def end_old_mandates() -> None:
    actions.end_old_mandates()


@jobs.daily(at="03:45")
def forget_old_admissions() -> None:
    """Who was let in two years ago and is not any more."""
    actions.forget_old_admissions()


@jobs.daily(at="00:25")
def end_old_roles() -> None:
    actions.end_old_roles()
