"""Sitting down at a screen, typing, and wiping it."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from plein.bridges.matchpoint.models import SITS_FOR, Device, Sitting
from plein.foundation.communities.models import Member


@transaction.atomic
def begin(
    device: Device, member: Member | None = None, found: dict[str, Any] | None = None
) -> Sitting:
    """A clean screen for who sits down. Whatever was there before is gone.

    Who goes on from searching to asking keeps the list of what they `found`.
    """
    # Lock the screen, or two presses would both make a sitting.
    Device.objects.select_for_update().get(town=device.town_id, pk=device.pk)
    wipe(device)
    return Sitting.objects.create(
        town_id=device.town_id, device=device, member=member, found=found or {}
    )


def keep_answers(sitting: Sitting, answers: dict[str, Any]) -> None:
    sitting.answers = sitting.answers | answers
    sitting.seen_at = timezone.now()
    sitting.save(update_fields=["answers", "seen_at"])


def know(device: Device, member: Member) -> Sitting:
    """Somebody came back with a slip."""
    return begin(device, member)


def still_here(sitting: Sitting) -> None:
    alive = Sitting.objects.filter(town=sitting.town_id, pk=sitting.pk)
    alive.update(seen_at=timezone.now())


def wipe(device: Device) -> None:
    """Nobody sits here any more. The screen stays open, and what was asked stays."""
    Sitting.objects.filter(town=device.town_id, device=device).delete()


def forget_old() -> int:
    """What nobody wiped, and screens of yesterday."""
    now = timezone.now()
    gone, _ = Sitting.objects.filter(seen_at__lte=now - SITS_FOR).delete()
    Device.objects.filter(until__lte=now).delete()
    return gone
