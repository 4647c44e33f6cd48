"""What time does: breaks end, roles end, and who never proved an address is forgotten."""

from datetime import timedelta

from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities import actions
from plein.foundation.communities.actions.gone import forget_who_is_gone as forget_gone
from plein.foundation.communities.models import Member, Role

WAITS = timedelta(days=14)


@jobs.daily(at="03:20")
def end_breaks() -> None:
    """On the chosen day somebody is back."""
    over = Member.objects.filter(state=Member.State.PAUSED, paused_until__lte=timezone.localdate())
    for member in over:
        actions.unpause(member, by=None)


@jobs.daily(at="03:30")
def end_roles() -> None:
    """After its last day a role is gone; it had no force any more already."""
    for role in Role.objects.filter(until__lt=timezone.localdate()).select_related("member"):
        record("communities.role.ended", on=role.member, role=role.role, subject=role.subject)
        role.delete()


@jobs.daily(at="03:50")
def forget_who_is_gone() -> None:
    """Thirty days after somebody said that they died or moved away."""
    forget_gone()


@jobs.daily(at="03:40")
def forget_who_waits() -> None:
    """Two weeks without a code: we forget the name and the address."""
    long_ago = timezone.now() - WAITS
    Member.objects.waiting().filter(account=None, made_at__lt=long_ago).delete()
