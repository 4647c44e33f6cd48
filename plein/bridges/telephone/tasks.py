from plein.bridges.telephone import actions
from plein.foundation import jobs


@jobs.daily(at="04:10")
def forget() -> None:
    """Numbers that were called back go after two days."""
    actions.forget()
