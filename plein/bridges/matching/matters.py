"""What a connector should know of matching: proposals that wait, and asks for which nobody fits."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.bridges.matching.actions import proposing
from plein.bridges.matching.models import Feature, Proposal, Suggestion
from plein.features.noticeboard import wording
from plein.features.noticeboard.models import AskClock, Post
from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocks_in
from plein.lib.matter import Layer, Matter, MatterSource


def nobody_fits(town_id: UUID) -> Iterator[Matter]:
    """Asks of people we know that came to the connector, and the engine finds nobody at all."""
    fits = Suggestion.objects.filter(town=town_id, near=False).values("ask")
    looked = Feature.objects.filter(town=town_id, kind=Feature.Kind.ASK, matched_at__isnull=False)
    asks = (
        Post.objects.filter(
            town=town_id,
            kind=Post.Kind.ASK,
            clocks__due_at__isnull=False,
            author__greeted_at__isnull=False,
            clocks__step__gte=AskClock.Step.CONNECTOR,
            pk__in=looked.values("pk"),
        )
        .exclude(pk__in=fits)
        .open()
        .not_hidden()
        .select_related("theme", "community")
    )
    blocked = blocks_in(town_id)
    for post in asks.order_by("id").iterator(chunk_size=500):
        yield Matter(
            kind="matching.nobody_fits",
            about=post.pk,
            community=post.community_id,
            area=post.community_id,
            theme=post.theme.key,
            words=wording.teaser_title(post.kind, post.theme, post.community),
            url=reverse("matching:who-fits", args=[post.pk]),
            hurts_from=post.made_at,
            hidden_from=frozenset({post.author_id} | blocked[post.author_id]),
        )


def proposals(town_id: UUID) -> Iterator[Matter]:
    rows = Proposal.objects.filter(
        town=town_id,
        state=Proposal.State.OPEN,
        offer__closed_at=None,
        offer__hidden_at=None,
        offer__expires_at__gt=timezone.now(),
    )
    blocked = blocks_in(town_id)
    for row in rows.select_related("offer__theme", "offer__community").order_by("id"):
        yield Matter(
            kind="matching.proposal",
            about=row.pk,
            community=row.offer.community_id,
            area=row.offer.community_id,
            theme=row.offer.theme.key,
            words=_("An offer nobody took up, and: %(title)s") % {"title": row.title},
            url=reverse("matching:proposals"),
            hurts_from=row.made_at,
            hidden_from=frozenset({row.offer.author_id} | blocked[row.offer.author_id]),
        )


def send(about: UUID, by: Member) -> None:
    """Safe for twenty at once: a kind suggestion of something public, and who offered may pass."""
    if one := Proposal.objects.filter(town=by.town_id, pk=about).first():
        proposing.send(one, by=by)


MATTERS = [
    MatterSource(
        kind="matching.nobody_fits",
        title=gettext_lazy("Asks for which we find nobody"),
        all=nobody_fits,
        module="noticeboard",
        right="match.arrange",
        pictogram="binoculars",
        minutes=8,
        changes=(
            "noticeboard.post",
            "noticeboard.response",
            "noticeboard.clock",
            "communities.member",
            "communities.block",
        ),
    ),
    MatterSource(
        kind="matching.proposal",
        title=gettext_lazy("Offers we thought of something for"),
        all=proposals,
        module="noticeboard",
        right="match.arrange",
        pictogram="lightbulb",
        layer=Layer.MAY_REST,
        minutes=3,
        changes=("noticeboard.post", "communities.block"),
        done=send,
        done_label=gettext_lazy("Tell them"),
        batch=True,
    ),
]
