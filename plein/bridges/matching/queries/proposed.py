"""Offers that nobody took up, and the proposals made for them."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone

from plein.bridges.matching.models import Proposal
from plein.features.noticeboard.models import Post, PostQuerySet, Response
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.queries import blocked_ids
from plein.foundation.communities.rights import places_within

UNUSED_FOR = timedelta(days=14)
MOST = 50


def unused_offers(town_id: UUID) -> PostQuerySet:
    """Offers of residents we know, two weeks on the board, without one answer and without a
    proposal that waits."""
    answered = Response.objects.filter(town=town_id, post=OuterRef("pk"))
    waits = Proposal.objects.filter(town=town_id, offer=OuterRef("pk"), state=Proposal.State.OPEN)
    offers: PostQuerySet = (
        Post.objects.filter(
            town=town_id,
            kind=Post.Kind.OFFER,
            stands_for=Post.StandsFor.RESIDENT,
            made_at__lt=timezone.now() - UNUSED_FOR,
            author__state=Member.State.ACTIVE,
            author__greeted_at__isnull=False,
        )
        .open()
        .not_hidden()
    )
    return offers.exclude(Exists(answered)).exclude(Exists(waits))


def open_in(member: Member, community: Community) -> list[Proposal]:
    """For a connector, the best first; of offers that are still on the board."""
    mine = places_within(member, "match.arrange", community)
    rows = Proposal.objects.filter(
        town=community.town_id,
        state=Proposal.State.OPEN,
        offer__community__in=mine,
        offer__closed_at=None,
        offer__hidden_at=None,
        offer__expires_at__gt=timezone.now(),
    )
    rows = rows.exclude(offer__author__in=blocked_ids(member) | {member.pk})
    rows = rows.select_related("offer__theme", "offer__author", "offer__community")
    return list(rows.order_by("-score", "pk")[:MOST])
