"""Making one of two entries about the same organisation."""

from django.db import transaction

from plein.features.directory.actions.writing import write
from plein.features.directory.models import Claim, Contact, Entry, Invitation, Remark, Version
from plein.features.directory.sheet import Sheet
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.foundation.organisations.actions import merge as merge_organisations


class NotTwo(Exception):
    """It takes two entries of one town, both still there."""


@transaction.atomic
def merge(kept: Entry, gone: Entry, sheet: Sheet, *, by: Member) -> None:
    """`sheet` is what the one that stays will say. Editors, contacts, remarks, who asks to
    keep it and a missing photo come along; the address of the other one leads to it."""
    if kept.pk == gone.pk or kept.town_id != gone.town_id or gone.organisation.merged_into_id:
        raise NotTwo
    write(kept, sheet, by=by, cause=Version.Cause.MERGE, pictures=kept.pictures or gone.pictures)
    there = Contact.objects.filter(town=kept.town_id, entry=kept).values("mail")
    theirs = Contact.objects.filter(town=kept.town_id, entry=gone)
    theirs.exclude(mail__in=list(there.values_list("mail", flat=True))).update(entry=kept)
    Remark.objects.filter(town=kept.town_id, entry=gone).update(entry=kept)
    _move_requests(kept, gone)
    if kept.steward_id is None:
        Entry.objects.filter(town=kept.town_id, pk=kept.pk).update(steward=gone.steward_id)
    merge_organisations(kept.organisation, gone.organisation, by=by)
    if kept.confirmed_at is None and gone.confirmed_at:
        for name in ("confirmed_at", "confirmed_as", "confirmed_by"):
            setattr(kept, name, getattr(gone, name))
        kept.save(update_fields=["confirmed_at", "confirmed_as", "confirmed_by"])
    if kept.checked_at is None and gone.checked_at:
        kept.checked_at = gone.checked_at
        kept.save(update_fields=["checked_at"])
    record("directory.doubles.merged", on=kept.organisation, by=by, gone=gone.organisation_id)


def _move_requests(kept: Entry, gone: Entry) -> None:
    """Who asked to keep the other one, or was invited to, asks it of the one that stays: the
    letter or mail that is on its way works. Who asked it of both keeps one request."""
    waiting = Claim.objects.filter(town=kept.town_id, state=Claim.State.WAITING)
    asked_here = waiting.filter(entry=kept)
    posted = waiting.filter(entry=gone).exclude(digest="").values("member")
    asked_here.filter(digest="", member__in=list(posted.values_list("member", flat=True))).delete()
    here = list(asked_here.values_list("member", flat=True))
    waiting.filter(entry=gone, member__in=here).delete()
    waiting.filter(entry=gone).update(entry=kept)
    invited = Invitation.objects.filter(town=kept.town_id, entry=kept).values("campaign")
    theirs = Invitation.objects.filter(town=kept.town_id, entry=gone)
    theirs.exclude(campaign__in=list(invited.values_list("campaign", flat=True))).update(entry=kept)
