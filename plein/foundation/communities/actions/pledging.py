"""Before somebody learns who asks what: a promise of their own, and a training another notes."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.foundation.jobs import changed


@transaction.atomic
def pledge(member: Member) -> None:
    """'Ik beloof het': the day is kept, and it holds after the role has ended as well."""
    now = timezone.now()
    mine = Member.objects.filter(town=member.town_id, pk=member.pk, pledged_at=None)
    if mine.update(pledged_at=now):
        member.pledged_at = now
        record("communities.member.pledged", on=member, by=member)
        changed("communities.member", member.pk)


@transaction.atomic
def note_training(member: Member, on: date, *, by: Member) -> None:
    """Somebody else says that this person followed the safety training."""
    if by.pk == member.pk or by.town_id != member.town_id:
        raise PermissionDenied
    member.trained_on, member.trained_by = on, by
    member.save(update_fields=["trained_on", "trained_by"])
    record("communities.member.trained", on=member, by=by, day=on)
    changed("communities.member", member.pk)
