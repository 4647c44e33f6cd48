"""The clock of a professional: a helper hears within two working days, of somebody (DOOR-3).

Two working days for the professional, two for the team, then the organisation's contact is told.
A word in the talk, or an appointment, stops it. The next word of the helper starts it again.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from plein.features.noticeboard import client_words, promise, telling_behalf
from plein.features.noticeboard.models import Match, Post, ReplyClock, Response
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.care.access import team_of
from plein.shared.conversations.models import Message

HOURS = 48
"""Two working days, as `waking.py` counts them."""
Step = ReplyClock.Step
WAITING = (Response.State.OPEN, Response.State.CHOSEN)


def begin(response: Response) -> None:
    """In the transaction in which the talk begins. The helper hears when to expect word."""
    post = response.post
    if not post.mandate or post.stands_for != Post.StandsFor.PROFESSIONAL:
        return
    now = timezone.now()
    clock, _new = ReplyClock.objects.update_or_create(
        town_id=post.town_id,
        response=response,
        defaults={"began_at": now, "step": Step.PROFESSIONAL, "due_at": _due(post, now)},
    )
    telling_behalf.helper_hears_when(response, clock)


def again(message: Message) -> None:
    """The helper says something: a clock that had its answer begins anew. One that still runs
    goes on, or who asks twice would wait twice as long."""
    talks = Response.objects.filter(
        town=message.town_id,
        conversation=message.conversation_id,
        author=message.author_id,
        post__mandate__isnull=False,
        post__stands_for=Post.StandsFor.PROFESSIONAL,
    )
    for response in talks.select_related("post__community"):
        _restart(response, message)


@transaction.atomic
def _restart(response: Response, message: Message) -> None:
    clocks = ReplyClock.objects.select_for_update().filter(town=response.town_id)
    clock = clocks.filter(response=response, began_at__lt=message.made_at).first()
    if clock is None:
        return
    clock.response = response
    if clock.due_at and not has_word(clock):
        return
    clock.began_at, clock.step = message.made_at, Step.PROFESSIONAL
    clock.due_at = None if has_word(clock) else _due(response.post, message.made_at)
    clock.save(update_fields=["began_at", "step", "due_at"])


def climb_due(limit: int = 200) -> int:
    """Every helper who waits too long gets somebody further. Gives how many steps were taken."""
    due = ReplyClock.objects.filter(due_at__lte=timezone.now()).order_by("due_at")
    return jobs.each(_climb, list(due.values_list("pk", flat=True)[:limit]))


def has_word(clock: ReplyClock) -> bool:
    """Somebody who asks for the client said something since the helper began to wait."""
    response = clock.response
    if response.state not in WAITING or response.post.closed_at:
        return True
    since = Q(made_at__gte=clock.began_at) | Q(agreed_at__gte=clock.began_at)
    if Match.objects.filter(since, town=clock.town_id, response=response).exists():
        return True
    said = Message.objects.filter(
        town=clock.town_id, conversation=response.conversation_id, made_at__gt=clock.began_at
    )
    return said.exclude(author=response.author_id).exists()


@transaction.atomic
def _climb(key: UUID) -> bool:
    clock = ReplyClock.objects.select_for_update().get(pk=key)
    now = timezone.now()
    if clock.due_at is None or clock.due_at > now:
        return False
    clock.response = (
        Response.objects.select_related("author", "post__author", "post__community", "post__theme")
        .filter(town=clock.town_id)
        .get(pk=clock.response_id)
    )
    mandate = client_words.mandate_of(clock.response.post)
    if mandate is None or has_word(clock):
        clock.due_at = None
        clock.save(update_fields=["due_at"])
        return False
    caseload = mandate.client.caseload
    if clock.step == Step.PROFESSIONAL:
        clock.step = Step.TEAM
        telling_behalf.team_is_asked(clock, mandate, team_of(caseload))
    else:
        clock.step = Step.CONTACT
        telling_behalf.contact_is_told(clock, caseload.agreement)
    clock.due_at = _due(clock.response.post, now)
    clock.save(update_fields=["step", "due_at"])
    record("noticeboard.reply.climbed", on=clock.response, step=clock.step)
    return True


def _due(post: Post, start: datetime) -> datetime:
    return promise.waking(promise.rules_of(post.community)).after(start, HOURS)
