"""Asks in somebody else's name that wait for that person's yes: a connector calls (TRUST-8)."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.noticeboard import promise
from plein.features.noticeboard.models import AnswerRules, Post
from plein.foundation.care.models import Voice
from plein.foundation.communities import tree
from plein.lib.matter import Layer, Matter, MatterSource


def waits(post: Post) -> bool:
    """Whether the person it is about has not said yes or no yet."""
    if post.voice is None:
        return False
    open_one = Voice.objects.filter(town=post.town_id, pk=post.voice)
    return open_one.filter(agreed_at=None, refused_at=None).exists()


def waiting(town_id: UUID) -> Iterator[Matter]:
    """The wijk, and not a word of what was asked or of whom it is about.

    Of today once a connector would act on any other ask (HELP-9).
    """
    open_ones = Voice.objects.filter(town=town_id, agreed_at=None, refused_at=None)
    posts = Post.objects.filter(town=town_id, closed_at=None, voice__in=open_ones.values("pk"))
    places, now = tree.of(town_id).all, timezone.now()
    rules: dict[UUID, AnswerRules] = {}
    for post in posts.select_related("community").order_by("pk").iterator(chunk_size=500):
        place = places[post.community_id]
        if place.pk not in rules:
            rules[place.pk] = promise.rules_of(place)
        late = promise.yes_is_late(post, rules[place.pk], now)
        yield Matter(
            kind="noticeboard.voice",
            about=post.pk,
            community=post.community_id,
            area=post.community_id,
            words=_("Somebody in %(place)s asks for another person: is that all right?")
            % {"place": post.community.name},
            url=reverse("noticeboard:voice", args=[post.voice]),
            hurts_from=post.made_at,
            hidden_from=frozenset({post.author_id}),
            layer=Layer.TODAY if late else None,
        )


VOICES = MatterSource(
    kind="noticeboard.voice",
    title=gettext_lazy("Asks that wait for a yes"),
    all=waiting,
    module="noticeboard",
    right="post.arrange",
    pictogram="phone-call",
    layer=Layer.WEEK,
    minutes=5,
    changes=("noticeboard.voice", "noticeboard.post"),
)
