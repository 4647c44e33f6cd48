"""An organisation meets a new neighbour: by a code they told, and by who is trusted with it.

Decision record 0012. Nobody opens the door for themselves or for a colleague, a week has a limit,
and somebody of the place looks along afterwards.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from plein.foundation.audit import record
from plein.foundation.communities.actions import greet
from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocked_between
from plein.foundation.jobs import changed
from plein.foundation.organisations import access
from plein.foundation.organisations.models import (
    GOOD_FOR,
    PURPOSE,
    Editor,
    Introduction,
    Organisation,
    digest_of,
)
from plein.lib import codes
from plein.lib.keys import uuid7

MOST_A_WEEK = 10
KEPT = timedelta(days=31)


class TrustIsGiven(Exception):
    """Nobody trusts themselves: another manager does."""


class MayNotMeet(Exception):
    """They are a colleague, live in another part, or the door was shut on purpose."""


class EnoughThisWeek(Exception):
    """The organisation met enough people this week; a connector meets the others."""


@transaction.atomic
def trust_to_greet(editor: Editor, *, by: Member, trusted: bool = True) -> Editor:
    """A manager trusts one person by name, not the organisation as a whole."""
    if trusted and editor.member_id == by.pk:
        raise TrustIsGiven
    if trusted == bool(editor.greets_at):
        return editor
    editor.greets_at = timezone.now() if trusted else None
    editor.greets_by = by if trusted else None
    editor.save(update_fields=["greets_at", "greets_by"])
    key = "organisations.editor.trusted" if trusted else "organisations.editor.distrusted"
    record(key, on=editor.member, by=by, organisation=editor.organisation_id)
    return editor


@transaction.atomic
def introduce(member: Member) -> Introduction:
    """A code to tell to an organisation. A new one takes the place of the old one."""
    mine = Introduction.objects.filter(town=member.town_id, member=member)
    mine.delete()
    key = uuid7()
    digest = digest_of(member.town_id, codes.code_of(PURPOSE, key))
    while Introduction.objects.filter(town=member.town_id, digest=digest).exists():
        key = uuid7()
        digest = digest_of(member.town_id, codes.code_of(PURPOSE, key))
    return Introduction.objects.create(pk=key, town_id=member.town_id, member=member, digest=digest)


@transaction.atomic
def meet(told: Introduction, organisation: Organisation, *, by: Member) -> Member:
    """`by` knows who told this code, and says so for the organisation."""
    # Locked, or two colleagues could each be the tenth of this week.
    organisation = Organisation.objects.select_for_update(of=("self",)).get(
        town=organisation.town_id, pk=organisation.pk
    )
    person = Member.objects.get(town=organisation.town_id, pk=told.member_id)
    if organisation not in access.greeting_organisations(by):
        raise MayNotMeet
    if not _may_meet(person, organisation, by):
        raise MayNotMeet
    week = Introduction.objects.filter(
        organisation=organisation, met_at__gt=timezone.now() - GOOD_FOR
    )
    if week.count() >= MOST_A_WEEK:
        raise EnoughThisWeek
    member = greet(person, by=by)
    told.digest, told.organisation, told.by, told.met_at = "", organisation, by, timezone.now()
    told.save(update_fields=["digest", "organisation", "by", "met_at"])
    record("organisations.member.met", on=member, by=by, organisation=organisation.pk)
    changed("organisations.introduction", told.pk)
    return member


def _may_meet(person: Member, organisation: Organisation, by: Member) -> bool:
    """Not oneself, a colleague, somebody from another part, or whose door was shut again."""
    place = organisation.community
    return not (
        person.pk == by.pk
        or person.greeted_at
        or person.greeting_taken_at
        or not person.is_here
        or person.home_id not in place.tree.below(place)
        or Editor.objects.filter(organisation=organisation, member=person).exists()
        or blocked_between(person, by)
    )


@transaction.atomic
def look_along(told: Introduction, *, by: Member) -> None:
    """Somebody of the place saw that an organisation met this person."""
    told.seen_at = timezone.now()
    told.save(update_fields=["seen_at"])
    record("organisations.member.looked_along", on=told.member, by=by)
    changed("organisations.introduction", told.pk)


def forget_old() -> int:
    """Codes that nobody told, and after a month who met whom; the audit keeps its line."""
    before = timezone.now() - KEPT
    return Introduction.objects.filter(made_at__lt=before).exclude(met_at__gt=before).delete()[0]
