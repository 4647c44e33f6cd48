"""Going away. What others wrote with this person stays readable; the person does not."""

from django.db import transaction
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from plein.foundation.accounts.actions import delete_account
from plein.foundation.audit import record
from plein.foundation.communities.actions.roles import LastOne, nobody_after
from plein.foundation.communities.models import Block, Member, Role
from plein.foundation.communities.signals import member_leaves
from plein.foundation.jobs import changed
from plein.foundation.media.actions import erase_picture
from plein.foundation.outbox import forget


@transaction.atomic
def leave(member: Member, *, by: Member, died_or_moved: bool = False) -> None:
    """Take a member out of the town, and their account when it lives nowhere any more.

    Who arranges a place alone cannot leave it so; who died or moved can.
    """
    fresh = Member.objects.select_for_update(of=("self",)).get(town=by.town_id, pk=member.pk)
    if fresh.state == Member.State.LEFT:
        return
    if not died_or_moved and nobody_after(fresh):
        raise LastOne
    record("communities.member.left", on=fresh, by=by)
    forget(member=fresh)
    member_leaves.send(sender=Member, member=fresh)
    account, photo = fresh.account, fresh.photo
    _forget(fresh)
    if photo:
        erase_picture(photo, by=by)
    if account and not Member.objects.filter(account=account).exists():
        delete_account(account)
    changed("communities.member", fresh.pk)


def _forget(member: Member) -> None:
    Role.objects.filter(town=member.town_id, member=member).delete()
    either = Q(blocker=member) | Q(blocked=member)
    Block.objects.filter(either, town=member.town_id).delete()
    with translation.override("nl"):
        member.name = _("Somebody who left")
    member.state = Member.State.LEFT
    member.account = member.photo = member.greeted_by = None
    member.greeting_taken_at = None
    member.cell_row = member.cell_column = member.paused_until = None
    member.pledged_at = member.trained_on = member.trained_by = None
    member.about = member.address = member.letters = member.contrast = ""
    member.available, member.languages = 0, []
    member.how_far, member.channel = Member.Reach.BIKE, Member.Channel.SITE
    member.save()
