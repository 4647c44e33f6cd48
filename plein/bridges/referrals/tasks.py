from plein.bridges.referrals import actions
from plein.foundation import jobs


@jobs.daily(at="03:40")
def forget_old_referrals() -> None:
    """Slips that are over; nobody needs to think of it."""
    actions.forget_old()
