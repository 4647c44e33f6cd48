from plein.bridges.telephone import actions
from plein.foundation import jobs


@jobs.daily(at="04:10")
def forget() -> None:
    """Numbers that were called back go after two days."""
    actions.forget()


@jobs.every(minutes=5)
def tell_who_is_late() -> None:
    """The moment of a promised call has passed."""
    actions.tell_who_is_late()


@jobs.every(minutes=5, outside=True)
def worries_climb() -> None:
    """Somebody told a worry and nobody called them yet."""
    actions.worries_climb()


@jobs.every(minutes=15)
def note_who_answers() -> None:
    """Somebody's absence begins or ends by itself, with the day."""
    actions.note_who_answers()
