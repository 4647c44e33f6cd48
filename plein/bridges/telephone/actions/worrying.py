"""A worry of somebody whom nobody can find here: it reaches the people by name all the same."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plein.bridges.telephone import telling
from plein.bridges.telephone.models import Worry
from plein.features.noticeboard import safety, telling_safety
from plein.features.noticeboard.models import Concern
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a caller says. `phone` as `addresses.clean` wrote it, or nothing."""

    kind: str
    about: str
    teller: str
    phone: str = ""


@transaction.atomic
def note_worry(told: Told, *, community: Community, by: Member) -> bool:
    """Whether anybody by name was told; when not, `by` calls one of them now."""
    worry = Worry.objects.create(
        town_id=community.town_id,
        community=community,
        kind=Concern.Kind(told.kind),
        about=Concern.About(told.about),
        teller=told.teller,
        phone=told.phone,
        noted_by=by,
        due_at=safety.due_after(safety.Step.TOLD, community, timezone.now()),
    )
    record("telephone.worry.told", on=worry, by=by, kind=worry.kind)
    jobs.changed("telephone.worry", worry.pk)
    return telling_safety.call_today(telling.case_of(worry))


@transaction.atomic
def worry_heard(worry: Worry, *, by: Member) -> None:
    """Somebody by name spoke with the caller; the number goes two days later."""
    waiting = Worry.objects.open().filter(town=worry.town_id, pk=worry.pk)
    if waiting.update(done_at=timezone.now(), due_at=None):
        record("telephone.worry.heard", on=worry, by=by)
        jobs.changed("telephone.worry", worry.pk)


def worries_climb() -> int:
    """What nobody heard in time takes its next step, as it does for who is known here."""
    due = Worry.objects.open().filter(due_at__lte=timezone.now()).order_by("due_at")
    return jobs.each(_climb, list(due.values_list("pk", flat=True)[:200]))


@transaction.atomic
def _climb(key: UUID) -> bool:
    now = timezone.now()
    due = Worry.objects.open().filter(due_at__lte=now)
    worry = due.select_for_update(of=("self",)).filter(pk=key).first()
    if worry is None:
        return False
    worry.step = min(worry.step + 1, safety.Step.LAST)
    worry.due_at = safety.due_after(worry.step, worry.community, now)
    worry.save(update_fields=["step", "due_at"])
    record("telephone.worry.climbed", on=worry, step=worry.step)
    jobs.changed("telephone.worry", worry.pk)
    telling_safety.call_today(telling.case_of(worry))
    telling.to_caller(worry)
    return True
