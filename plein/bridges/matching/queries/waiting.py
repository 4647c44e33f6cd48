"""For connectors: who still waits for something, and what last night's plan proposes for them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from plein.bridges.matching.models import Feature, Invitation, Planned, Suggestion
from plein.features.noticeboard.models import Post
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.queries import blocked_ids
from plein.foundation.communities.rights import places_within

MOST = 50


@dataclass(frozen=True)
class Waiting:
    """One ask without a helper."""

    post: Post
    fitting: int
    """How many people and offers fit."""
    asked: int
    """How many were asked. Who said no is nobody's business."""
    plan: tuple[Planned, ...]


def waiting_in(member: Member, community: Community) -> list[Waiting]:
    """Asks without a helper in the parts where this connector decides, the longest first.

    Their clock runs: also after a call, and again when a helper stepped back.
    """
    mine = places_within(member, "match.arrange", community)
    posts = (
        Post.objects.filter(
            town=community.town_id,
            community__in=mine,
            kind=Post.Kind.ASK,
            clocks__due_at__isnull=False,
        )
        .open()
        .not_hidden()
        .exclude(author=member)
        .exclude(author__in=blocked_ids(member))
        .select_related("theme", "community", "organisation", "author")
    )
    return _with_numbers(community.town_id, list(posts.order_by("made_at", "pk")[:MOST]))


def _with_numbers(town_id: UUID, posts: list[Post]) -> list[Waiting]:
    keys = [post.pk for post in posts]
    fitting = _counted(Suggestion.objects.filter(town=town_id, ask__in=keys, near=False))
    asked = _counted(Invitation.objects.filter(town=town_id, ask__in=keys))
    plan: dict[UUID, list[Planned]] = {}
    rows = Planned.objects.filter(town=town_id, ask__in=keys).select_related("helper__home")
    for row in rows.order_by("-score", "helper"):
        plan.setdefault(row.ask_id, []).append(row)
    return [
        Waiting(post, fitting.get(post.pk, 0), asked.get(post.pk, 0), tuple(plan.get(post.pk, ())))
        for post in posts
    ]


def _counted(rows: "QuerySet[Any]") -> dict[UUID, int]:
    return dict(rows.values_list("ask").annotate(Count("pk")).order_by())


def never_asked(member: Member, community: Community) -> int:
    """People who want to help and were never asked, in the parts where this connector decides."""
    live = Feature.objects.filter(town=community.town_id, live=True).exclude(kind="ask")
    here = live.filter(owner__home__in=places_within(member, "match.arrange", community))
    asked = Invitation.objects.filter(town=community.town_id, sent_at__isnull=False)
    greeted = here.filter(owner__greeted_at__isnull=False, owner__state=Member.State.ACTIVE)
    return greeted.exclude(owner__in=asked.values("to")).values("owner").distinct().count()
