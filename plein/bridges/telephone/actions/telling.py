"""Three places of the social map, told by a human; and who stands for a theme hears of an ask."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from plein.bridges.telephone import places, telling
from plein.bridges.telephone.models import ToldPlace
from plein.features.noticeboard import promise
from plein.features.noticeboard.models import AskClock, Post
from plein.foundation.audit import record
from plein.foundation.communities.models import Member


@transaction.atomic
def told_places(post: Post, keys: Collection[UUID], *, by: Member) -> int:
    """Notes which of the fitting places were named to the asker; says how many."""
    known = {row.entry_id for row in places.told(post)}
    chosen = [entry for entry in places.fitting(post, without=known) if entry.pk in keys]
    ToldPlace.objects.bulk_create(
        [ToldPlace(town_id=post.town_id, post=post, entry=entry, by=by) for entry in chosen],
        ignore_conflicts=True,
    )
    if chosen:
        record("telephone.places.told", on=post, by=by, count=len(chosen))
    return len(chosen)


def tell_who_stands_for_theme(post_id: UUID) -> int:
    """The whole team looks along, and so does the professional or organisation of the theme.

    Does nothing before that step or when somebody answered; telling twice tells once.
    """
    clock = AskClock.objects.filter(
        post=post_id, step__gte=AskClock.Step.TEAM, due_at__isnull=False
    ).first()
    if clock is None:
        return 0
    post = Post.objects.complete().filter(closed_at=None, hidden_at=None, pk=clock.post_id).first()
    if post is None:
        return 0
    know_already = {row.member_id for row in promise.watch(post.community).present}
    people = [one for one in places.who_stands_for(post) if one.pk not in know_already]
    for one in people:
        telling.theme_needs_you(post, one, clock)
    return len(people)
