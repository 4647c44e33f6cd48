"""Suggestions as each reader may see them: a helper, an asker, a connector."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from plein.bridges.matching.models import Feature, Feedback, Invitation, Suggestion
from plein.bridges.matching.queries import busy
from plein.features.noticeboard.access import visible_posts
from plein.features.noticeboard.models import Post, Response
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.queries import blocked_ids

MOST = 20
OFFERS = 5
WORTH_A_LOOK = 0.15
"""Score from which an asker sees what is "nearest"; under it nobody would see why."""
POST = ("theme", "organisation", "author", "community", "picture")


def for_helper(
    member: Member, community: Community, *, offer: UUID | None = None, most: int = MOST
) -> list[Suggestion]:
    """Open asks on this site that fit a member, the best first. Never twice the same question."""
    rows = _near_or_not(_for_helper(member, community), near=False)
    if offer:
        rows = rows.filter(offer=offer)
    return list(rows.order_by("-score", "ask")[:most])


def _for_helper(member: Member, community: Community) -> "QuerySet[Suggestion]":
    town = member.town_id
    mine = Suggestion.objects.filter(town=town, helper=member)
    asks = visible_posts(member, community).open().filter(kind=Post.Kind.ASK)
    asks = asks.filter(pk__in=mine.values("ask"))  # else SQLite lists all asks of the town
    done = Feedback.objects.filter(town=town, helper=member, side=Feedback.Side.HELPER)
    answered = Response.objects.filter(town=town, author=member)
    return (
        mine.filter(ask__in=asks)
        .exclude(ask__author=member)
        .exclude(ask__in=done.values("ask"))
        .exclude(ask__in=answered.values("post"))
        .select_related(*(f"ask__{name}" for name in POST))
    )


def count_for_helper(member: Member, community: Community) -> int:
    return _near_or_not(_for_helper(member, community), near=False)[:MOST].count()


@dataclass(frozen=True)
class ForAsk:
    """What an asker may know: offers, and of people only how many (never who)."""

    offers: list[Suggestion]
    nearest: list[Suggestion]
    people: int


def for_asker(post: Post, member: Member, community: Community) -> ForAsk:
    offers = _offers(post, member, community)
    good = list(_near_or_not(offers, near=False).order_by("-score", "offer")[:OFFERS])
    near = offers.filter(near=True, score__gte=WORTH_A_LOOK)
    nearest = [] if good else list(near.order_by("-score", "offer")[:3])
    return ForAsk(good, nearest, people_for(post))


def _offers(post: Post, member: Member, community: Community) -> "QuerySet[Suggestion]":
    """A 'no' of the other side changes nothing here: nobody can read it, not even by counting."""
    found = Suggestion.objects.filter(town=post.town_id, ask=post)
    shown = visible_posts(member, community).open().filter(kind=Post.Kind.OFFER)
    shown = shown.filter(pk__in=found.exclude(offer=None).values("offer"))
    said = Feedback.objects.filter(town=post.town_id, ask=post, side=Feedback.Side.ASKER)
    return (
        found.filter(offer__in=shown, helper__state=Member.State.ACTIVE)
        .exclude(helper__in=said.values("helper"))
        .select_related("ask", *(f"offer__{name}" for name in POST))
    )


def people_for(post: Post) -> int:
    """How many people without an offer on the board like to do this."""
    rows = Suggestion.objects.filter(town=post.town_id, ask=post, offer=None, near=False)
    rows = rows.filter(helper__state=Member.State.ACTIVE, helper__greeted_at__isnull=False)
    rows = rows.exclude(helper__in=busy.never(post.town_id))
    rows = rows.exclude(helper__in=busy.full(post.town_id))
    return rows.exclude(helper__in=blocked_ids(post.author)).count()


def for_connector(ask: Post, reader: Member, most: int = MOST) -> list[Suggestion]:
    """Everybody who may fit, with all parts of the score."""
    rows = connector_rows(ask.pk, reader).exclude(helper__in=blocked_ids(ask.author))
    rows = rows.select_related("helper__home", "offer__theme")
    return list(rows.order_by("near", "-score", "helper")[:most])


def connector_rows(ask: UUID, reader: Member) -> "QuerySet[Suggestion]":
    """Nobody finds themselves, or somebody they do not meet."""
    rows = Suggestion.objects.filter(
        town=reader.town_id, ask=ask, helper__state=Member.State.ACTIVE
    )
    return rows.exclude(helper__in=blocked_ids(reader) | {reader.pk})


def asked_for(post: Post) -> set[UUID]:
    """Whom we asked, or will ask, for this post."""
    rows = Invitation.objects.filter(town=post.town_id, ask=post)
    return set(rows.values_list("to", flat=True))


def feature_of(pk: UUID, member: Member) -> Feature | None:
    """What was read of one's own post: one cheap look, for a page that asks four times a second."""
    found = Feature.objects.filter(town=member.town_id, pk=pk, owner=member)
    return found.only("matched_at", "fallen", "nearly_km", "kind").first()


def _near_or_not(rows: "QuerySet[Suggestion]", *, near: bool) -> "QuerySet[Suggestion]":
    return rows.filter(Q(near=near))
