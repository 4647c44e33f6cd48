"""Which calls somebody may see."""

from uuid import UUID

from django.http import Http404

from plein.bridges.dayboard import queries as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.telephone import queries
from plein.bridges.telephone.models import CallBack, Tidings, Worry
from plein.features.noticeboard import access as noticeboard
from plein.features.noticeboard import safety, shy
from plein.features.noticeboard.models import FollowUp, Post, Response
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may


def row(member: Member, community: Community, key: UUID) -> MatterRow:
    """A matter one calls about, for who sees it on the day start."""
    seen = dayboard.seen_by(member, community).filter(kind__in=queries.KINDS, pk=key)
    found = seen.exclude(about__in=queries.not_to_know(member)).first()
    if found is None:
        raise Http404
    return found


def ask_to_call(member: Member, community: Community, code: str) -> Post:
    """An ask that waits, for who may call its asker and may know who it is."""
    post = noticeboard.waiting_ask(member, community, code)
    if not shy.may_know(post, member):
        raise Http404
    return post


def call_back(member: Member, community: Community, key: UUID) -> CallBack:
    """A number, for who may see the day start of its place."""
    one: CallBack | None = CallBack.objects.open().filter(town=community.town_id, pk=key).first()
    if one is None or not may(member, "day.see", community.tree.all[one.community_id]):
        raise Http404
    return one


def caller(member: Member, community: Community, phone: str) -> Member | None:
    """Who has this number, for who looks after the place where they live."""
    found = queries.member_with(phone, community.town_id)
    if found is None or found.pk == member.pk:
        return None
    return found if may(member, "day.see", community.tree.all[found.home_id]) else None


def tidings(row: MatterRow) -> Tidings | None:
    """What family told, for who sees this matter."""
    if row.kind != queries.TIDINGS:
        return None
    told: Tidings = Tidings.objects.select_related("community").get(town=row.town_id, pk=row.about)
    return told


def worry(member: Member, community: Community, key: UUID) -> Worry:
    """For the people by name who are called for this, as with a worry of who is known."""
    worries = Worry.objects.filter(town=community.town_id, pk=key).select_related("noted_by")
    found: Worry | None = worries.first()
    if found is None:
        raise Http404
    place = community.tree.all[found.community_id]
    if member.pk not in safety.may_hear(place) and not may(member, "role.give", place):
        raise Http404
    return found


def follow_up(row: MatterRow, key: UUID) -> FollowUp:
    """A question that the person on the phone was asked."""
    for one in queries.with_people([row], row.town_id):
        if one.member:
            for asked in queries.how_it_went(one.member):
                if asked.pk == key:
                    return asked
    raise Http404


def talk(member: Member, row: MatterRow, community: Community, code: str) -> Response:
    """An answer to an ask of who is on the phone; only when a person tells them their news.

    Never one's own: nobody answers themselves in somebody else's name.
    """
    [line] = queries.with_people([row], row.town_id)
    codes = {one.conversation.code for one in queries.talks_of(line.member) if one.conversation}
    if line.member is None or code not in codes:
        raise Http404
    response = noticeboard.response_in(line.member, community, code)
    if response.author_id == member.pk:
        raise Http404
    return response
