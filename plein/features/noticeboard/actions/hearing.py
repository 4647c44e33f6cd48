"""The clock of what somebody told: it climbs until a person has heard them (HELP-16)."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plein.features.noticeboard import safety, telling_safety
from plein.features.noticeboard.models import Concern
from plein.foundation import jobs
from plein.foundation.audit import record

Step = safety.Step


def climb_due(limit: int = 200) -> int:
    """Everything told that nobody heard in time takes one step. Gives how many did."""
    due = Concern.objects.filter(due_at__lte=timezone.now(), settled_at=None).order_by("due_at")
    return jobs.each(climb, list(due.values_list("pk", flat=True)[:limit]))


@transaction.atomic
def climb(key: UUID) -> bool:
    """The managers know it too; then who told it hears whom else to call; then each morning."""
    now = timezone.now()
    concern = Concern.objects.select_for_update(of=("self",)).filter(pk=key).first()
    if concern is None or concern.settled_at or concern.due_at is None or concern.due_at > now:
        return False
    if concern.heard_at:
        concern.due_at = safety.settled_by(concern.community, now)
        concern.save(update_fields=["due_at"])
        telling_safety.still_open(telling_safety.case_of(concern))
        return True
    concern.step = min(concern.step + 1, Step.LAST)
    concern.due_at = safety.due_after(concern.step, concern.community, now)
    concern.save(update_fields=["step", "due_at"])
    record("noticeboard.concern.climbed", on=concern, step=concern.step)
    jobs.changed("noticeboard.concern", concern.pk)
    telling_safety.call_today(telling_safety.case_of(concern))
    telling_safety.to_teller(concern)
    return True
