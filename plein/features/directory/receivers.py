"""What the map does when something happens to organisations and people."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.dispatch import receiver

from plein.features.directory import actions, telling
from plein.features.directory.models import Claim, Contact, Entry, Remark
from plein.foundation import jobs
from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_leaves
from plein.foundation.organisations.models import Editor, Organisation
from plein.foundation.organisations.signals import editor_let_in


@jobs.listens("organisations.organisation")
def give_it_an_entry(organisation_id: str) -> None:
    """Every organisation stands on the map, also one that a manager let in by name only."""
    organisation = Organisation.objects.filter(pk=organisation_id).first()
    if organisation and not Entry.objects.filter(organisation=organisation).exists():
        actions.entry_of(organisation)
        jobs.changed("organisations.organisation", organisation.pk)


@jobs.listens("communities.map")
def look_where_they_are(town_id: str) -> None:
    """New outlines or postcodes: who had no wijk or point may have one now."""
    jobs.later("directory.place_again", town_id)


@jobs.sweep("organisations.organisation")
def without_entry() -> Iterator[UUID]:
    there = Entry.objects.values("organisation")
    yield from Organisation.objects.exclude(pk__in=there).values_list("pk", flat=True)


@receiver(editor_let_in)
def tell_who_keeps_it(*, editor: Editor, by: Member, **_more: Any) -> None:
    """Nobody speaks for an organisation without its people knowing."""
    telling.joined(actions.entry_of(editor.organisation), editor.member, by=by)


@receiver(member_leaves)
def forget(*, member: Member, **_more: Any) -> None:
    """In the same transaction as leaving: claims go, and what they wrote loses its writer."""
    Claim.objects.filter(town=member.town_id, member=member).delete()
    Remark.objects.filter(town=member.town_id, by=member).update(by=None, words="")
    Entry.objects.filter(town=member.town_id, steward=member).update(steward=None)
    if member.account and member.account.email:
        mine = Contact.objects.filter(town=member.town_id, mail=member.account.email.lower())
        mine.exclude(consent_at=None).delete()
