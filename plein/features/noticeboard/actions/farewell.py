"""Somebody died or moved away: their posts and appointments stop, and a person tells the others."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from plein.features.noticeboard import shy, telling_life
from plein.features.noticeboard.actions import climbing, closing
from plein.features.noticeboard.models import Farewell, FollowUp, Match, Post, Response, VisitDraft
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member

State = Response.State


def stop(member: Member) -> None:
    """In the transaction of `communities.actions.gone`. Nobody gets a message of it by itself."""
    theirs = Q(author=member) | Q(post__author=member)
    responses = _stop_talks(member.town_id, theirs, lambda post: post.author_id == member.pk)
    FollowUp.objects.filter(town=member.town_id, member=member, answer="").delete()
    call_no_more(member)
    _close(Post.objects.of(member))
    for response in responses:
        if response.post.author_id != member.pk:
            climbing.look(response.post)


def call_no_more(member: Member) -> None:
    """Who is gone or left: nobody calls about how it went, or tells them that another is gone."""
    now, town = timezone.now(), member.town_id
    answered = FollowUp.objects.filter(town=town, member=member).to_act_on()
    matches = set(answered.values_list("match", flat=True))
    answered.update(seen_at=now)
    to_tell = Farewell.objects.filter(town=town, to=member, told_at=None)
    farewells = list(to_tell.values_list("pk", flat=True))
    to_tell.update(told_at=now)
    jobs.changed_many("noticeboard.match", sorted(matches))
    jobs.changed_many("noticeboard.farewell", farewells)


def stop_for_client(town: UUID, client: UUID, mandates: list[UUID]) -> None:
    """The client of a professional is gone: the professional stays, what they asked stops."""
    VisitDraft.objects.filter(town=town, client=client).delete()
    posts = Post.objects.filter(town=town, mandate__in=mandates)
    _stop_talks(town, Q(post__in=posts.values("pk")), lambda _post: True)
    FollowUp.objects.filter(
        town=town, match__response__post__in=posts.values("pk"), answer=""
    ).delete()
    _close(posts)


def _stop_talks(town: UUID, theirs: Q, asked: Callable[[Post], bool]) -> list[Response]:
    """Answers that stand are withdrawn and their matches end; a person tells the other one.

    `asked`: whether who is gone stood behind the post, so that the helper is the other one.
    """
    standing = Response.objects.filter(
        theirs, town=town, state__in=[State.OPEN, State.CHOSEN]
    ).select_related("post__author", "author")
    others = []
    for response in standing:
        other = response.author if asked(response.post) else response.post.author
        others.append(Farewell(town_id=town, response=response, to=other))
        response.state, response.changed_at = State.WITHDRAWN, timezone.now()
        response.save(update_fields=["state", "changed_at"])
    Farewell.objects.bulk_create(others, ignore_conflicts=True)
    for one in others:
        jobs.changed("noticeboard.farewell", one.pk)
        if shy.hides(one.to, one.response.post):
            page = reverse("noticeboard:farewell", args=[one.pk])
            telling_life.call_who_hides(shy.callers(one.response), page, f"farewell:{one.pk}")
    responses = [each.response for each in others]
    Match.objects.filter(town=town, response__in=responses, done_at=None).delete()
    return responses


def _close(posts: "QuerySet[Post]") -> None:
    for post in posts.filter(closed_at=None).order_by("pk"):
        post.closed_at, post.closing = timezone.now(), Post.Closing.ARRANGED
        post.save(update_fields=["closed_at", "closing"])
        record("noticeboard.post.closed", on=post, reason=post.closing)
        jobs.changed("noticeboard.post", post.pk)
        climbing.look(post)


@transaction.atomic
def told(farewell: Farewell, *, by: Member, again: bool = False) -> None:
    """A person of the place told it. `again`: the asker wants that we look for somebody else."""
    if again and farewell.may_look_again:
        closing.renew(farewell.response.post, by=by)
    open_one = Farewell.objects.filter(town=by.town_id, pk=farewell.pk, told_at=None)
    if open_one.update(told_at=timezone.now(), told_by=by):
        record("noticeboard.farewell.told", on=farewell, by=by)
        jobs.changed("noticeboard.farewell", farewell.pk)
