"""Asks that nobody answered for two days, and asks of people whom nobody has met yet."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.noticeboard import wording
from plein.features.noticeboard.models import Post, PostQuerySet
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Block
from plein.lib.matter import Matter, MatterSource

PATIENCE = timedelta(hours=48)


def unanswered(town_id: UUID) -> Iterator[Matter]:
    """Of people we know: somebody can look for a neighbour who might do it."""
    since = timezone.now() - PATIENCE
    asks = _asks(town_id).filter(author__greeted_at__isnull=False, made_at__lt=since)
    return _matters("noticeboard.unanswered", town_id, asks)


def of_somebody_new(town_id: UUID) -> Iterator[Matter]:
    """At once: neighbours answer sooner whom we have met."""
    asks = _asks(town_id).filter(author__greeted_at=None)
    return _matters("noticeboard.new", town_id, asks)


def _asks(town_id: UUID) -> PostQuerySet:
    asks = Post.objects.filter(town=town_id, kind=Post.Kind.ASK, first_answered_at=None)
    return asks.open().not_hidden().select_related("theme", "community").order_by("id")


def _matters(kind: str, town_id: UUID, asks: PostQuerySet) -> Iterator[Matter]:
    """Theme and wijk, and not a word of what somebody wrote (H7)."""
    blocked: defaultdict[UUID, set[UUID | None]] = defaultdict(set)
    for one, other in Block.objects.filter(town=town_id).values_list("blocker_id", "blocked_id"):
        blocked[one].add(other)
        blocked[other].add(one)
    for post in asks.iterator(chunk_size=500):
        yield Matter(
            kind=kind,
            about=post.pk,
            community=post.community_id,
            area=post.community_id,
            theme=post.theme.key,
            words=_words(kind, post),
            url=_address(post),
            hurts_from=post.made_at,
            hidden_from=frozenset({post.author_id} | blocked.get(post.author_id, set())),
        )


def _words(kind: str, post: Post) -> str:
    words = wording.teaser_title(post.kind, post.theme, post.community)
    if kind == "noticeboard.new":
        return _("%(ask)s. We have not met the asker yet.") % {"ask": words}
    return words


def _address(post: Post) -> str:
    """What stands on one site only is opened there."""
    path = post.get_absolute_url()
    return absolute(post.community, path) if post.reach == Post.Reach.HERE else path


MATTERS = [
    MatterSource(
        kind="noticeboard.unanswered",
        title=gettext_lazy("Asks without an answer"),
        all=unanswered,
        module="noticeboard",
    ),
    MatterSource(
        kind="noticeboard.new",
        title=gettext_lazy("Asks of people we have not met yet"),
        all=of_somebody_new,
        module="noticeboard",
    ),
]
