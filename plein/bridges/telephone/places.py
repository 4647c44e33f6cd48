"""Places of the social map for one ask, and who stands for its theme."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from plein.bridges.telephone.models import ToldPlace
from plein.features.directory.models import Entry
from plein.features.noticeboard import promise
from plein.features.noticeboard.models import Post
from plein.foundation.communities.models import Member, Role
from plein.foundation.communities.queries import blocked_ids
from plein.foundation.organisations.models import Editor

MOST = 3
LOOKED_AT = 100


def told(post: Post) -> list[ToldPlace]:
    """What somebody of the place told the asker already, the oldest first."""
    rows = ToldPlace.objects.filter(town=post.town_id, post=post)
    return list(rows.select_related("entry__organisation", "by").order_by("made_at", "pk"))


def fitting(post: Post, *, without: Collection[UUID] = ()) -> list[Entry]:
    """Three with this theme and a number to call: sure ones first, then the nearest."""
    theme = Q(themes__theme=post.theme_id) | Q(services__theme=post.theme_id)
    rows = Entry.objects.in_town(post.town_id).shown().filter(theme).exclude(phone="")
    keys = rows.exclude(pk__in=without).values("pk")
    found = Entry.objects.in_town(post.town_id).filter(pk__in=keys).complete().order_by("pk")
    near = {key: number for number, key in enumerate(promise.nearest_first(post.community))}

    def order(entry: Entry) -> tuple[int, int, str]:
        away = near.get(entry.organisation.community_id, len(near))
        return (entry.trust.sinks, away, entry.organisation.name)

    return sorted(found[:LOOKED_AT], key=order)[:MOST]


def who_stands_for(post: Post) -> list[Member]:
    """Who has a role for this theme here; with nobody, who speaks for the places that fit."""
    here = promise.nearest_first(post.community)
    roles = Role.objects.filter(
        town=post.town_id, community__in=here, subject=post.theme.key
    ).counting()
    people = _active(post, roles.values("member"))
    if people:
        return people
    organisations = [entry.organisation_id for entry in fitting(post)]
    speakers = Editor.objects.filter(town=post.town_id, organisation__in=organisations)
    return _active(post, speakers.values("member"))


def _active(post: Post, keys: "QuerySet[Any, Any]") -> list[Member]:
    """Without the asker, and without who blocked or was blocked."""
    people = Member.objects.filter(town=post.town_id, pk__in=keys, state=Member.State.ACTIVE)
    not_to_tell = blocked_ids(post.author) | {post.author_id}
    return list(people.exclude(pk__in=not_to_tell).select_related("account").order_by("pk"))
