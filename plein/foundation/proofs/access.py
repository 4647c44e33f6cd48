"""Who may note what was seen of a person: hosts and connectors, and never of themselves."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _

from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.queries import blocked_between
from plein.foundation.communities.rights import may, may_anywhere

RIGHT = "proof.note"


def person(by: Member | None, community: Community, pk: UUID) -> Member:
    """A neighbour of whom `by` may note what was seen. Who is not known here does not exist."""
    if not may_anywhere(by, RIGHT) or by is None:
        raise Http404
    found = Member.objects.here().filter(town=community.town_id, pk=pk).first()
    if found is None or (found.pk != by.pk and blocked_between(by, found)):
        raise Http404
    if not may(by, RIGHT, community.tree.all[found.home_id]):
        raise PermissionDenied(_("This person lives in a part where somebody else greets."))
    if found.pk == by.pk:
        raise PermissionDenied(_("Of yourself somebody else notes what was seen."))
    return found
