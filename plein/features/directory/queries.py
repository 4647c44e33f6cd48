"""What pages need from several tables."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from plein.features.directory.access import stewarded
from plein.features.directory.models import (
    AdmissionRules,
    Claim,
    Contact,
    Entry,
    EntryQuerySet,
    Remark,
)
from plein.features.directory.trust import GRACE, QUARTERLY, months_before
from plein.foundation.communities.models import Community, Member
from plein.foundation.organisations.models import Editor


def rules_of(town: Community) -> AdmissionRules:
    """What the town says, or what every town begins with."""
    return AdmissionRules.objects.filter(town=town).first() or AdmissionRules(town=town)


def doubted_ones() -> Exists:
    """For entries: a visitor said something about it that nobody looked at yet."""
    open_ones = Remark.objects.filter(town=OuterRef("town"), entry=OuterRef("pk"), handled_at=None)
    return Exists(open_ones)


def to_call(entries: EntryQuerySet) -> EntryQuerySet:
    """Whom a steward calls: unsure, doubted by a visitor, or with nobody left to mail. Where we
    know that something is wrong stands before what nobody ever looked at."""
    mailed = Contact.objects.filter(town=OuterRef("town"), entry=OuterRef("pk"))
    nobody = ~Exists(mailed.filter(bounced_at=None, stopped_at=None))
    # Who called since, or heard that it is right, need not call again because of the mail.
    since = Coalesce(OuterRef("confirmed_at"), OuterRef("made_at"))
    bounced, stopped = mailed.filter(bounced_at__gt=since), mailed.filter(stopped_at__gt=since)
    entries = entries.shown().annotate(
        doubted=doubted_ones(),
        came_back=nobody & Exists(bounced),
        nobody_left=nobody & ~Exists(bounced) & Exists(stopped),
    )
    broken = Q(doubted=True) | Q(came_back=True) | Q(nobody_left=True)
    return entries.filter(_wants_a_call() | broken).stale_first(broken)


def _wants_a_call() -> Q:
    """Where `trust.judge` becomes unsure; vital ones already when their quarter is over."""
    now = timezone.now()
    quarter = Q(checked_at=None) | Q(checked_at__lt=months_before(now, QUARTERLY))
    found = Q(confirmed_at=None) | ~Q(vital="") & quarter
    for rhythm in AdmissionRules.Rhythm.values:
        found |= Q(rhythm=rhythm, confirmed_at__lt=months_before(now, rhythm + GRACE))
    return found


def due_today(entries: EntryQuerySet) -> EntryQuerySet:
    """Without those that a steward could not reach a day or two ago."""
    today = timezone.localdate()
    return entries.filter(Q(call_again_on=None) | Q(call_again_on__lte=today))


@dataclass(frozen=True)
class Desk:
    """What waits for a steward."""

    to_call: int
    claims: list[Claim]
    proposed: list[Entry]
    hidden: list[Entry]


def desk_of(member: Member, community: Community) -> Desk:
    mine = stewarded(member, community)
    claims = Claim.objects.filter(
        town=community.town_id, state=Claim.State.WAITING, entry__in=mine.values("pk")
    ).exclude(way=Claim.Way.MAIL)
    proposed = mine.filter(organisation__admitted_at=None, organisation__hidden_at=None)
    hidden = mine.exclude(organisation__hidden_at=None).filter(organisation__merged_into=None)
    return Desk(
        to_call=due_today(to_call(mine)).count(),
        claims=list(claims.select_related("entry__organisation", "member").order_by("id")),
        proposed=list(proposed.select_related("organisation").order_by("pk")),
        hidden=list(hidden.select_related("organisation").order_by("pk")),
    )


def editors_of(entry: Entry) -> list[Editor]:
    editors = Editor.objects.filter(town=entry.town_id, organisation=entry.organisation_id)
    return list(editors.select_related("member").order_by("member__name"))


def open_remarks(entry: Entry) -> list[Remark]:
    remarks = Remark.objects.filter(town=entry.town_id, entry=entry, handled_at=None)
    return list(remarks.select_related("by").order_by("id"))


def counted(town: Community) -> dict[str, int]:
    """How sure the town is of its map, for the steward's page."""
    shown = Entry.objects.in_town(town.pk).shown()
    unsure = shown.filter(_wants_a_call()).count()
    figures = shown.aggregate(all=Count("pk"))
    return {"all": figures["all"], "unsure": unsure, "sure": figures["all"] - unsure}
