"""Somebody died or moved away: their posts and appointments stop, and a person tells the others."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from plein.features.noticeboard.actions import climbing
from plein.features.noticeboard.models import Farewell, FollowUp, Match, Post, Response
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member

State = Response.State


def stop(member: Member) -> None:
    """In the transaction of `communities.actions.gone`. Nobody gets a message of it by itself."""
    theirs = Q(author=member) | Q(post__author=member)
    standing = Response.objects.filter(
        theirs, town=member.town_id, state__in=[State.OPEN, State.CHOSEN]
    ).select_related("post__author", "author")
    others = []
    for response in standing:
        other = response.author if response.post.author_id == member.pk else response.post.author
        others.append(Farewell(town_id=member.town_id, response=response, to=other))
        response.state, response.changed_at = State.WITHDRAWN, timezone.now()
        response.save(update_fields=["state", "changed_at"])
    Farewell.objects.bulk_create(others, ignore_conflicts=True)
    jobs.changed("noticeboard.farewell", member.pk)
    responses = [each.response for each in others]
    matches = Match.objects.filter(town=member.town_id, response__in=responses, done_at=None)
    matches.delete()
    FollowUp.objects.filter(town=member.town_id, member=member, answer="").delete()
    _close(member)
    for response in responses:
        if response.post.author_id != member.pk:
            climbing.look(response.post)


def _close(member: Member) -> None:
    for post in Post.objects.of(member).filter(closed_at=None):
        post.closed_at, post.closing = timezone.now(), Post.Closing.ARRANGED
        post.save(update_fields=["closed_at", "closing"])
        record("noticeboard.post.closed", on=post, reason=post.closing)
        jobs.changed("noticeboard.post", post.pk)
        climbing.look(post)


@transaction.atomic
def told(farewell: Farewell, *, by: Member) -> None:
    """A person of the place told it."""
    open_one = Farewell.objects.filter(town=by.town_id, pk=farewell.pk, told_at=None)
    if open_one.update(told_at=timezone.now(), told_by=by):
        record("noticeboard.farewell.told", on=farewell, by=by)
        jobs.changed("noticeboard.farewell", farewell.pk)
