"""Who may speak for an organisation, and who arranges them."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from plein.foundation.accounts import limits
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may
from plein.foundation.organisations.models import (
    GOOD_FOR,
    Editor,
    Introduction,
    Organisation,
    digest_of,
)

MOST_NAMED = 20


class WrongCode(Exception):
    """Nobody who waits for a greeting told this code."""


def organisations_of(member: Member | None) -> list[Organisation]:
    """The admitted organisations for which this member may speak."""
    if member is None or not member.is_here:
        return []
    return _admitted(Editor.objects.filter(town=member.town_id, member=member))


def _admitted(editors: QuerySet[Editor]) -> list[Organisation]:
    found = Organisation.objects.filter(editors__in=editors, hidden_at=None)
    return list(found.exclude(admitted_at=None).distinct().order_by("name", "pk"))


def editor_of(member: Member | None, organisation: Organisation) -> Editor | None:
    """The row by which this member keeps its page, admitted or not; one question."""
    if member is None or member.town_id != organisation.town_id or not member.is_here:
        return None
    mine = Editor.objects.filter(town=organisation.town_id, organisation=organisation)
    found: Editor | None = mine.filter(member=member).select_related("organisation").first()
    return found


def may_speak_for(member: Member | None, organisation: Organisation) -> bool:
    """Keeps the page of one that is on the map now, whatever the caller read before."""
    mine = editor_of(member, organisation)
    return mine is not None and mine.organisation.is_on_the_map


def greeting_organisations(member: Member | None) -> list[Organisation]:
    """For which this member may meet new people: trusted by name, and met by others before."""
    if member is None or not member.is_greeted:
        return []
    mine = Editor.objects.filter(town=member.town_id, member=member)
    return _admitted(mine.exclude(greets_at=None))


def greeters_near(member: Member) -> list[Organisation]:
    """Organisations that may meet this new neighbour, by name."""
    tree = member.home.tree
    around = {member.home_id} | tree.above(tree.all[member.home_id])
    trusted = Editor.objects.filter(
        town=member.town_id,
        organisation__community__in=around,
        member__greeted_at__isnull=False,
    )
    return _admitted(trusted.exclude(greets_at=None))[:MOST_NAMED]


def introduction_of(member: Member) -> Introduction | None:
    """The code of a new neighbour that still works."""
    since = timezone.now() - GOOD_FOR
    mine = Introduction.objects.filter(town=member.town_id, member=member, made_at__gt=since)
    found: Introduction | None = mine.exclude(digest="").first()
    return found


def told_by(code: str, by: Member) -> Introduction:
    """Who told this code. Raises `WrongCode`; counts tries, so nobody finds one by trying."""
    limits.count("introduction.member", str(by.pk))
    found: Introduction | None = (
        Introduction.objects.filter(
            town=by.town_id,
            digest=digest_of(by.town_id, code),
            made_at__gt=timezone.now() - GOOD_FOR,
            member__greeted_at=None,
            member__greeting_taken_at=None,
        )
        .select_related("member")
        .first()
    )
    if not code or found is None or not found.member.is_here:
        raise WrongCode
    return found


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
    return may_trust(member, organisation) or is_coordinator(editor_of(member, organisation))


def is_coordinator(mine: Editor | None) -> bool:
    return mine is not None and mine.coordinator


def may_trust(member: Member | None, organisation: Organisation) -> bool:
    """Says who of it may meet new people: a manager of its place, never the organisation itself."""
    place = organisation.community.tree.all[organisation.community_id]
    return may(member, "community.arrange", place)
