"""What the worker does: making files, renewing what stands, and clearing away."""

from plein.bridges.publications import actions
from plein.bridges.publications.models import Order
from plein.foundation import jobs


@jobs.task("publications.make", outside=True)
def make(pk: str) -> None:
    """Slow, so outside a transaction; a second time finds the file that is there."""
    try:
        actions.make_order(pk)
    except Exception:
        Order.objects.filter(pk=pk).update(state=Order.State.FAILED)
        raise


@jobs.task("publications.renew", outside=True)
def renew(pk: str) -> None:
    actions.renew(pk)


@jobs.daily(at="03:30")
def renew_due() -> None:
    actions.renew_due()


@jobs.daily(at="03:50")
def clear_old() -> None:
    actions.clear_old()
    actions.forget_unanswered()
