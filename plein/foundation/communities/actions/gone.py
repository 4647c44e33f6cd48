"""Somebody died or moved away: one tap stops everything, over every way (HELP-15).

Nothing is erased yet, because a tap can be a mistake: for thirty days it can be taken back. Then
the person is forgotten like somebody who left.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from plein.foundation.audit import record
from plein.foundation.communities.actions.leaving import leave
from plein.foundation.communities.models import Member
from plein.foundation.communities.rights import gives_all_of
from plein.foundation.communities.signals import member_gone
from plein.foundation.jobs import changed
from plein.foundation.outbox import forget

TAKEN_BACK_WITHIN = timedelta(days=30)


class HasRole(Exception):
    """Of who has a role, only somebody who could take that role says that they are gone."""


@transaction.atomic
def gone(member: Member, because: str, *, by: Member) -> None:
    """No mail, text, call or post goes to this member any more, from this moment."""
    fresh = Member.objects.select_for_update(of=("self",)).get(town=by.town_id, pk=member.pk)
    if fresh.state == Member.State.LEFT:
        return
    if not gives_all_of(by, fresh, fresh.home.tree.all):
        raise HasRole
    fresh.state, fresh.gone_at = Member.State.LEFT, timezone.now()
    fresh.gone_because = Member.Gone(because)
    fresh.save(update_fields=["state", "gone_at", "gone_because"])
    record("communities.member.gone", on=fresh, by=by, because=because)
    forget(member=fresh)
    member_gone.send(sender=Member, member=fresh)
    changed("communities.member", fresh.pk)


@transaction.atomic
def came_back(member: Member) -> None:
    """Somebody proved the address of who is said to be gone. A person of the place looks at it:
    it was a mistake, or somebody else has this number now."""
    fresh = Member.objects.select_for_update(of=("self",)).get(town=member.town_id, pk=member.pk)
    if fresh.gone_at is None or fresh.came_back_at:
        return
    fresh.came_back_at = timezone.now()
    fresh.save(update_fields=["came_back_at"])
    record("communities.member.came_back", on=fresh, by=fresh)
    changed("communities.member", fresh.pk)


@transaction.atomic
def back_again(member: Member, *, by: Member) -> None:
    """It was a mistake. What was stopped stays stopped; the person can begin again."""
    fresh = Member.objects.select_for_update(of=("self",)).get(town=by.town_id, pk=member.pk)
    if fresh.gone_at is None or fresh.state != Member.State.LEFT:
        return
    _undo(fresh)
    record("communities.member.back_again", on=fresh, by=by)
    changed("communities.member", fresh.pk)


def forget_who_is_gone() -> int:
    """After thirty days, as if they had left themselves; who came back has thirty more."""
    long_ago = timezone.now() - TAKEN_BACK_WITHIN
    over = Member.objects.filter(state=Member.State.LEFT, gone_at__lte=long_ago)
    over = over.exclude(came_back_at__gt=long_ago)
    return sum(_forget(member) for member in over.order_by("gone_at")[:200])


@transaction.atomic
def _forget(member: Member) -> bool:
    _undo(member)
    leave(member, by=member, died_or_moved=True)
    return True


def _undo(member: Member) -> None:
    member.state, member.gone_at, member.gone_because = Member.State.ACTIVE, None, ""
    member.came_back_at = None
    member.save(update_fields=["state", "gone_at", "gone_because", "came_back_at"])
