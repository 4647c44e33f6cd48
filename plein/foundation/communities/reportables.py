"""A neighbour can be reported by who can open their page (H4)."""

from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy

from plein.foundation.communities import access
from plein.foundation.communities.models import Community, Member
from plein.lib.reportable import Reportable


def find_neighbour(member: Member, community: Community, key: UUID) -> Member | None:
    """Somebody whose page this member may read; oneself is no case."""
    try:
        person = access.neighbour(member, community, key)
    except Http404:
        return None
    return None if person.pk == member.pk else person


def neighbour_label(person: Member) -> str:
    return person.name


def neighbour_url(person: Member) -> str:
    return reverse("communities:neighbour", args=[person.pk])


REPORTABLES = {
    "communities.member": Reportable(
        find=find_neighbour,
        label=neighbour_label,
        name=gettext_lazy("a neighbour"),
        url=neighbour_url,
        people=lambda person: [person.pk],
        staff_may_open=True,
    )
}
