"""Which pages of a place exist."""

from uuid import UUID

from django.http import Http404

from plein.foundation.communities.models import Community


def place_with_districts(community: Community) -> Community:
    """Off means gone (SIMPLE-2), and a place without parts has no page about them."""
    if "districts" not in community.modules or not community.tree.districts(community):
        raise Http404
    return community


def part_of(community: Community, slug: str) -> Community:
    """A part of this place, however deep; elsewhere it does not exist."""
    tree = place_with_districts(community).tree
    for key in tree.below(community) - {community.pk}:
        if tree.all[key].slug == slug:
            return tree.all[key]
    raise Http404


def arranged_part(community: Community, pk: UUID) -> Community:
    """A part that is a page of this site. One with a host is arranged on its own site."""
    part = community.tree.all.get(pk)
    if part is None or part.host or part.tree.site_of(part).pk != community.pk:
        raise Http404
    return part
