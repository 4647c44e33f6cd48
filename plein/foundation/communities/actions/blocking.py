"""Keeping away from somebody. The other hears nothing of it (H4)."""

from django.db import transaction

from plein.foundation.audit import record
from plein.foundation.communities.models import Block, Member
from plein.foundation.communities.signals import members_parted
from plein.foundation.jobs import changed


class NotYourself(Exception):
    """Nobody can block themselves, or somebody of another town."""


@transaction.atomic
def block(other: Member, *, by: Member) -> None:
    """From now on these two do not meet here. Doing it twice changes nothing."""
    if other.pk == by.pk or other.town_id != by.town_id:
        raise NotYourself
    made = Block.objects.get_or_create(town_id=by.town_id, blocker=by, blocked=other)[1]
    if made:
        record("communities.member.blocked", on=other, by=by)
        members_parted.send(sender=Block, blocker=by, blocked=other)
        changed("communities.block", by.pk)


@transaction.atomic
def unblock(other: Member, *, by: Member) -> None:
    """Take your own block back; a block by the other stays."""
    gone, _ = Block.objects.filter(town=by.town_id, blocker=by, blocked=other).delete()
    if gone:
        record("communities.member.unblocked", on=other, by=by)
        changed("communities.block", by.pk)
