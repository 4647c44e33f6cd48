"""Who may see a client: the team of their caseload, as long as the organisation's agreement lasts.

Nobody else: no connector, manager, owner or operator. There is no page of these in Django's admin.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from plein.foundation.care.models import (
    Admission,
    Agreement,
    Caseload,
    Client,
    Mandate,
    MandateQuerySet,
    Teammate,
)
from plein.foundation.communities.models import Community, Member, RoleName
from plein.foundation.communities.rights import RIGHTS, held_by, may, may_anywhere, may_within


def admissions_of(member: Member | None) -> list[Admission]:
    """By which organisations this professional was let in and still is; none for anybody else."""
    if member is None or not member.is_greeted or not may_anywhere(member, "client.keep"):
        return []
    today = timezone.localdate()
    found = Admission.objects.filter(town=member.town_id, member=member, ended_at=None)
    return [
        one
        for one in found.select_related("agreement__organisation").order_by("id")
        if one.agreement.counts_on(today)
    ]


REFER = "referral.give"


def may_refer(member: Member, community: Community) -> bool:
    """Who may give a slip: hosts, connectors and managers, also of a part of this place; a
    professional once a manager let them in (TRUST-8)."""
    if not may_within(member, REFER, community):
        return False
    others = RIGHTS[REFER] - {RoleName.PROFESSIONAL}
    tree = community.tree
    counts = tree.below(community) | tree.above(community)
    if any(held.role in others and held.community in counts for held in held_by(member)):
        return True
    return bool(admissions_of(member))


def admitted_in(town_id: UUID) -> set[UUID]:
    """Members of a town whom an agreement that counts today let in."""
    today = timezone.localdate()
    found = Admission.objects.filter(town=town_id, ended_at=None).select_related("agreement")
    return {one.member_id for one in found if one.agreement.counts_on(today)}


def caseloads_of(member: Member | None) -> "QuerySet[Caseload]":
    """Of the teams this professional works in; empty for everybody else."""
    agreements = [one.agreement_id for one in admissions_of(member)]
    if member is None or not agreements:
        return Caseload.objects.none()
    mine = Teammate.objects.filter(town=member.town_id, member=member).values("caseload")
    return (
        Caseload.objects.filter(town=member.town_id, pk__in=mine, agreement__in=agreements)
        .select_related("agreement__organisation")
        .order_by("name", "pk")
    )


def chosen(caseloads: Sequence[Caseload], key: str) -> Caseload:
    """With one caseload nobody was asked which."""
    return next((one for one in caseloads if str(one.pk) == key), caseloads[0])


def clients_of(member: Member | None) -> "QuerySet[Client]":
    """Everybody in the caseloads of this professional."""
    if member is None:
        return Client.objects.none()
    keys = list(caseloads_of(member).values_list("pk", flat=True))
    found = Client.objects.filter(town=member.town_id, caseload__in=keys)
    return found.select_related("home", "caseload__agreement__organisation").order_by("name", "pk")


def client(member: Member | None, community: Community, pk: UUID) -> Client:
    found = clients_of(member).filter(town=community.town_id, pk=pk).first()
    if found is None:
        raise Http404
    return found


def mandates_of(member: Member | None) -> MandateQuerySet:
    """All mandates in the caseloads of this professional, also those of colleagues."""
    if member is None:
        return Mandate.objects.none()
    mine = clients_of(member).values("pk")
    found: MandateQuerySet = Mandate.objects.filter(town=member.town_id, client__in=mine)
    return found.select_related(
        "client__home", "client__caseload__agreement__organisation", "professional"
    ).order_by("-id")


def mandate(member: Member | None, community: Community, pk: UUID) -> Mandate:
    found = mandates_of(member).filter(town=community.town_id, pk=pk).first()
    if found is None:
        raise Http404
    return found


def team_of(caseload: Caseload) -> list[Member]:
    """Colleagues who can take over today: in the team, here, and still let in."""
    today = timezone.localdate()
    agreement = caseload.agreement
    if not agreement.counts_on(today):
        return []
    admitted = Admission.objects.filter(
        town=caseload.town_id, agreement=agreement, ended_at=None
    ).values("member")
    team = Teammate.objects.filter(town=caseload.town_id, caseload=caseload).values("member")
    found = Member.objects.here().filter(
        town=caseload.town_id, pk__in=team, greeted_at__isnull=False
    )
    return list(found.filter(pk__in=admitted).order_by("name", "pk"))


def agreements_here(community: Community) -> "QuerySet[Agreement]":
    """Of this place and its parts, for its managers."""
    found = Agreement.objects.filter(
        town=community.town_id, place__in=community.tree.below(community)
    )
    return found.select_related("organisation", "place").order_by("organisation__name", "pk")


def agreement(member: Member | None, community: Community, pk: UUID) -> Agreement:
    found = agreements_here(community).filter(pk=pk).first()
    if found is None or not may(member, "community.arrange", found.place):
        raise Http404
    return found


def may_name(agreement: Agreement) -> bool:
    """Whether a manager set the name of this organisation as telling nothing."""
    return agreement.harmless and agreement.counts_on(timezone.localdate())
