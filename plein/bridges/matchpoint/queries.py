"""What the pages at a matchpoint need."""

from dataclasses import dataclass

from plein.bridges.matchpoint.models import Device, Matchpoint, Slip
from plein.features.noticeboard.models import Post, Response
from plein.foundation.communities.models import Community, Member, Role, RoleName
from plein.foundation.communities.queries import blocked_ids
from plein.shared.conversations.models import Message

MOST = 10


@dataclass(frozen=True)
class Asked:
    """One ask of somebody, with everybody who wants to help."""

    post: Post
    answers: list[Response]


def asked_by(member: Member) -> list[Asked]:
    """The newest first; three queries, whatever there is."""
    posts = list(
        Post.objects.of(member).filter(kind=Post.Kind.ASK).complete().order_by("-id")[:MOST]
    )
    answers = list(
        Response.objects.standing()
        .filter(town=member.town_id, post__in=posts)
        .exclude(author__in=blocked_ids(member))
        .select_related("author", "conversation")
        .order_by("id")
    )
    return [Asked(post, [a for a in answers if a.post_id == post.pk]) for post in posts]


def said_in(response: Response) -> list[Message]:
    """The talk about an answer, from its beginning."""
    if response.conversation is None:
        return []
    said = Message.objects.filter(town=response.town_id, conversation=response.conversation)
    return list(said.in_order())


def slip_of(member: Member) -> Slip | None:
    return Slip.objects.filter(town=member.town_id, member=member).first()


def matchpoints(community: Community) -> list[Matchpoint]:
    """Those of this place and what lies in it."""
    return list(
        Matchpoint.objects.filter(
            town=community.town_id,
            closed_at=None,
            community__in=[community.pk, *community.tree.below(community)],
        ).select_related("community")
    )


def screens(matchpoint: Matchpoint) -> list[Device]:
    """Open today."""
    found = Device.objects.open().filter(town=matchpoint.town_id, matchpoint=matchpoint)
    return list(found.select_related("host").order_by("opened_at", "pk"))


def hosts(matchpoint: Matchpoint) -> list[Member]:
    """Who may sit beside people here: hosts, connectors and managers of the place."""
    place = matchpoint.community
    roles = Role.objects.filter(
        town=matchpoint.town_id,
        community__in=[place.pk, *place.tree.above(place)],
        role__in=[RoleName.HOST, RoleName.CONNECTOR, RoleName.MANAGER],
    ).counting()
    hosting = set(roles.filter(role=RoleName.HOST).values_list("member", flat=True))
    here = Member.objects.here().filter(town=matchpoint.town_id, pk__in=roles.values("member"))
    found = here.select_related("home").order_by("name", "pk")
    # Who is a host sits there most days, so stands first.
    return sorted(found, key=lambda member: member.pk not in hosting)
