"""'I want to do this' and 'Yes, please': how a neighbour answers, and takes it back."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard import rungs, telling
from plein.features.noticeboard.actions import climbing, opening, replying
from plein.features.noticeboard.actions.posting import PostIsClosed
from plein.features.noticeboard.models import KeptAnswer, Post, Response
from plein.features.noticeboard.signals import post_answered
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocked_between
from plein.shared.conversations import actions as conversations


class YourOwnPost(Exception):
    """Nobody answers themselves."""


@transaction.atomic
def respond(
    post: Post, message: str = "", *, by: Member, kept: KeptAnswer | None = None
) -> Response:
    """Answer a post. One answer per neighbour: doing it again finds the first.

    Somebody whom nobody has met yet is heard too; the talk begins when they have been greeted.
    What they had `kept` before they joined is said now, and goes.
    """
    # Lock the post, or it could be closed while somebody answers.
    post = Post.objects.select_for_update(of=("self",)).complete().get(town=by.town_id, pk=post.pk)
    if post.author_id == by.pk:
        raise YourOwnPost
    if blocked_between(post.author, by):
        raise conversations.Blocked
    response = Response.objects.filter(town=by.town_id, post=post, author=by).first()
    if response and not response.answers_anew:
        return response
    if not post.is_open:
        raise PostIsClosed
    if response is None:
        response = Response(town_id=by.town_id, post=post, author=by)
    response.state, response.message = Response.State.OPEN, message
    response.changed_at = timezone.now()
    response.save()
    response.post = post
    record("noticeboard.response.made", on=response, by=by)
    if kept:
        kept.delete()
    if not by.is_greeted:
        telling.somebody_waits(response)
    elif rungs.missing(response):
        telling.proof_is_missing(response)
        jobs.changed("noticeboard.response", response.pk)
    else:
        _begin_talk(response)
    return response


@transaction.atomic
def withdraw(response: Response, *, by: Member) -> None:
    """Take your own answer back. What was agreed is cancelled first, elsewhere."""
    gone = Response.objects.filter(
        town=by.town_id, pk=response.pk, author=by, state=Response.State.OPEN
    )
    now = timezone.now()
    if gone.update(state=Response.State.WITHDRAWN, changed_at=now, message=""):
        response.state, response.changed_at = Response.State.WITHDRAWN, now
        record("noticeboard.response.withdrawn", on=response, by=by)
        telling.withdrew(response)
        climbing.look(response.post)
        opening.take_back(response, by=by)


def begin_waiting(member_id: UUID | str) -> None:
    """Somebody has been greeted, or was seen: the talks they waited for begin now."""
    member = Member.objects.filter(pk=member_id).first()
    if member is None or not member.is_greeted:
        return
    theirs = Q(author=member) | Q(post__author=member)
    _begin_what_may(Response.objects.filter(theirs, town=member.town_id))


def begin_all_waiting(town_id: UUID) -> None:
    """A place asks less than before: who waited for that need not wait any more."""
    _begin_what_may(Response.objects.filter(town=town_id))


def _begin_what_may(responses: "QuerySet[Response]") -> None:
    waiting = responses.filter(conversation=None, state=Response.State.OPEN)
    related = ("author", "post__author", "post__theme", "post__community")
    for response in waiting.select_related(*related).order_by("pk"):
        author, post = response.author, response.post
        if not author.is_greeted or not post.is_open or blocked_between(author, post.author):
            continue
        if rungs.missing(response) is None:
            with transaction.atomic():
                _begin_talk(response)


def _begin_talk(response: Response) -> None:
    post, by = response.post, response.author
    words = response.message.strip() or _short_yes(post, by)
    if response.conversation and not response.conversation.closed_at:
        conversations.say(response.conversation, words, by=by)
    else:
        response.conversation = conversations.begin(
            title=post.title,
            about_url=post.get_absolute_url(),
            members=[by, post.author],
            first_words=words,
            by=by,
            subject=_subject(post, by),
            veiled=post.author if post.is_shy else None,
        )
        response.save(update_fields=["conversation"])
    if post.first_answered_at is None:
        post.first_answered_at = timezone.now()
        post.save(update_fields=["first_answered_at"])
    jobs.changed("noticeboard.response", response.pk)
    jobs.changed("noticeboard.post", post.pk)
    climbing.look(post)
    replying.begin(response)
    transaction.on_commit(lambda: post_answered.send_robust(sender=Response, response=response))


def _subject(post: Post, by: Member) -> Promise:
    if post.is_ask:
        return format_lazy(_("{name} wants to help you"), name=by.name)
    return format_lazy(_("{name} says: yes, please"), name=by.name)


def _short_yes(post: Post, by: Member) -> str:
    with translation.override(by.tongue):
        return gettext("I want to do this.") if post.is_ask else gettext("Yes, please.")
