"""Who may speak for an organisation, and who arranges them."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may
from plein.foundation.organisations.models import Editor, Organisation


def organisations_of(member: Member | None) -> list[Organisation]:
    """The admitted organisations for which this member may speak."""
    if member is None or not member.is_here:
        return []
    found = Organisation.objects.filter(
        town=member.town_id, editors__member=member, hidden_at=None
    ).exclude(admitted_at=None)
    return list(found.order_by("name"))


def may_speak_for(member: Member | None, organisation: Organisation) -> bool:
    return any(mine.pk == organisation.pk for mine in organisations_of(member))


def arranged_organisations(community: Community, words: str = "") -> QuerySet[Organisation]:
    """Organisations of this place and the parts inside it, for its managers, by name."""
    found: QuerySet[Organisation] = Organisation.objects.filter(
        town=community.town_id,
        community__in=community.tree.below(community),
        name__icontains=words,
    )
    return found.order_by("name", "pk")


def arranged_organisation(member: Member | None, community: Community, pk: UUID) -> Organisation:
    """One of them; for a manager, or for its own coordinator."""
    organisation: Organisation = get_object_or_404(
        Organisation.objects.filter(town=community.town_id).select_related("community"), pk=pk
    )
    if may_arrange(member, organisation):
        return organisation
    raise Http404


def may_arrange(member: Member | None, organisation: Organisation) -> bool:
    """Says who speaks for it: a manager of its place, or its own coordinator."""
    place = organisation.community.tree.all[organisation.community_id]
    return may(member, "community.arrange", place) or _is_coordinator(member, organisation)


def _is_coordinator(member: Member | None, organisation: Organisation) -> bool:
    if member is None or not member.is_here:
        return False
    return Editor.objects.filter(
        town=organisation.town_id, organisation=organisation, member=member, coordinator=True
    ).exists()
