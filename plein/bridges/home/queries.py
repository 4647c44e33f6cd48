"""What the front page, "Mijn plein" and the pages of wijken show."""

from dataclasses import dataclass
from datetime import datetime

from plein.features.noticeboard.models import Match, Post
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.queries import blocked_ids

MOST_SHOWN = 20


@dataclass(frozen=True)
class Appointment:
    """An agreed match that is still to come, or to be thanked for."""

    with_whom: str
    when: str
    where: str
    url: str
    agreed_at: datetime


def districts_of(community: Community) -> list[Community]:
    """The parts of this place, by name."""
    return community.tree.districts(community)


def my_posts(member: Member) -> list[Post]:
    posts = Post.objects.of(member).filter(hidden_at=None).open().order_by("-id")
    return list(posts.select_related("theme")[:MOST_SHOWN])


def my_appointments(member: Member) -> list[Appointment]:
    """What two people agreed and did not finish; nothing with somebody who was blocked since."""
    agreed = Match.objects.filter(
        town=member.town_id, agreed_at__isnull=False, done_at=None
    ).exclude(response__conversation=None)
    mine = agreed.filter(response__author=member) | agreed.filter(response__post__author=member)
    rows = mine.select_related(
        "response__author", "response__post__author", "response__conversation"
    ).order_by("agreed_at")
    blocked = blocked_ids(member)
    return [
        _appointment(match, member)
        for match in rows[:MOST_SHOWN]
        if not {match.response.author_id, match.response.post.author_id} & blocked
    ]


def _appointment(match: Match, member: Member) -> Appointment:
    response = match.response
    other = response.author if response.author_id != member.pk else response.post.author
    talk = response.conversation
    return Appointment(
        with_whom=other.name,
        when=match.when_words,
        where=match.place_words,
        url=talk.get_absolute_url() if talk else "",
        agreed_at=match.agreed_at or match.made_at,
    )
