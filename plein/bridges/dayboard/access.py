"""Which rows somebody may touch: those they see."""

from uuid import UUID

from django.http import Http404

from plein.bridges.dayboard import queries
from plein.bridges.dayboard.models import MatterRow
from plein.foundation.communities.models import Community, Member


def row(member: Member, community: Community, key: UUID) -> MatterRow:
    found = queries.seen_by(member, community).filter(pk=key)
    one = found.select_related("claimed_by", "handed_to", "handed_by", "community").first()
    if one is None:
        raise Http404
    return one


def rows(member: Member, community: Community, keys: list[UUID]) -> list[MatterRow]:
    """Of these, those they may touch; the others are not there."""
    return list(queries.seen_by(member, community).filter(pk__in=keys).order_by("id"))
