"""A break: no mails, no suggestions, until a day that somebody chooses."""

from datetime import date

from django.db import transaction

from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.foundation.jobs import changed


@transaction.atomic
def pause(member: Member, *, until: date | None, by: Member) -> None:
    """Be away until a day, or until the member comes back by themselves."""
    if not member.is_here:
        return
    member.state, member.paused_until = Member.State.PAUSED, until
    member.save(update_fields=["state", "paused_until"])
    record("communities.member.paused", on=member, by=by, until=until)
    changed("communities.member", member.pk)


@transaction.atomic
def unpause(member: Member, *, by: Member | None) -> None:
    """Back again."""
    if member.state != Member.State.PAUSED:
        return
    member.state, member.paused_until = Member.State.ACTIVE, None
    member.save(update_fields=["state", "paused_until"])
    record("communities.member.unpaused", on=member, by=by)
    changed("communities.member", member.pk)
