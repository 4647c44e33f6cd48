"""Who sees the portrait of a member, and the logo of a place."""

from uuid import UUID

from django.http import Http404, HttpRequest

from plein.foundation.communities import access
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.requests import PleinRequest
from plein.foundation.media.uses import PictureUse


def of_a_neighbour(request: HttpRequest, pk: UUID) -> bool:
    """Who may open this neighbour's page; never guests, never who was blocked."""
    community, reader = _of(request)
    if reader is None or not reader.is_here:
        return False
    person = Member.objects.filter(town=community.town_id, photo=pk).first()
    if person is None:
        return False
    try:
        access.neighbour(reader, community, person.pk)
    except Http404:
        return False
    return True


def of_a_place(_request: HttpRequest, _pk: UUID) -> bool:
    """A logo stands in the header of every page."""
    return True


def _of(request: HttpRequest) -> tuple[Community, Member | None]:
    plein: PleinRequest = request  # type: ignore[assignment]
    return plein.community, plein.member


PICTURES = [
    PictureUse(Member, "photo", may_see=of_a_neighbour),
    PictureUse(Community, "logo", may_see=of_a_place),
]
