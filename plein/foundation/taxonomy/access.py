"""Who may arrange the lists of a town: its managers."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may
from plein.foundation.taxonomy.models import TargetGroup, Theme

LISTS: dict[str, type[Theme] | type[TargetGroup]] = {"thema": Theme, "doelgroep": TargetGroup}


def arranged_list(
    member: Member | None, community: Community, which: str
) -> type[Theme] | type[TargetGroup]:
    """The list, for who arranges the whole town; for others it does not exist."""
    if which not in LISTS or not may(member, "community.arrange", community.tree.town):
        raise Http404
    return LISTS[which]


def arranged_entry(
    member: Member | None, community: Community, which: str, pk: UUID
) -> Theme | TargetGroup:
    model = arranged_list(member, community, which)
    entry: Theme | TargetGroup = get_object_or_404(
        model.objects.filter(town=community.town_id), pk=pk
    )
    return entry
