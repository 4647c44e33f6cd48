"""The clock of an ask: it climbs step by step until a person has answered (HELP-9).

`look` sets the clock right from the facts as they are, after anything that happened; doing it once
more changes nothing. `climb` takes the next step when its time has come.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plein.features.noticeboard import promise, telling_steps
from plein.features.noticeboard.actions import resting
from plein.features.noticeboard.models import AnswerRules, AskClock, Post
from plein.foundation import jobs
from plein.foundation.audit import record

Step = AskClock.Step
BREATH = 12
"""Between two steps at least half a waking day, also when the worker has been away."""
LAST_ACTS_WITHIN = 48
LAST_AGAIN_AFTER = 120


@transaction.atomic
def look(post: Post) -> None:
    """Begin, stop or resume the clock of an ask, by what is true of it now."""
    if not post.is_ask:
        return
    now = timezone.now()
    clock, new = AskClock.objects.select_for_update().get_or_create(
        town_id=post.town_id,
        post=post,
        defaults={"began_at": post.made_at, "reached_at": now},
    )
    waits = post.closed_at is None and not promise.has_helper(post)
    if waits and clock.due_at is None and not new:
        # A helper stepped back, or it came back on the board: asked around at once, step kept.
        clock.began_at, clock.reached_at = now, now
        clock.step = max(clock.step, Step.INVITED)
    clock.due_at = _due(post, clock, now) if waits else None
    clock.save()
    jobs.changed("noticeboard.clock", post.pk)


def climb_due(limit: int = 200) -> int:
    """Every clock whose time has come takes one step. Gives how many did."""
    due = AskClock.objects.filter(due_at__lte=timezone.now()).order_by("due_at")
    return jobs.each(climb, list(due.values_list("pk", flat=True)[:limit]))


@transaction.atomic
def climb(key: UUID) -> bool:
    clock = AskClock.objects.select_for_update(of=("self",)).filter(pk=key).first()
    now = timezone.now()
    if clock is None or clock.due_at is None or clock.due_at > now:
        return False
    post = Post.objects.complete().select_related("author__account").get(pk=clock.post_id)
    if post.closed_at or promise.has_helper(post):
        look(post)
        return False
    rules = promise.rules_of(post.community)
    if clock.step == Step.LAST:
        _once_more(clock, post, rules, now)
        return True
    clock.step += 1
    clock.reached_at = now
    clock.due_at = _due(post, clock, now)
    clock.save()
    record("noticeboard.clock.climbed", on=post, step=clock.step)
    jobs.changed("noticeboard.clock", post.pk)
    telling_steps.climbed(post, clock, promise.watch(post.community))
    return True


def look_again() -> int:
    """The net under it: open asks without a running clock and without a helper."""
    stopped = AskClock.objects.filter(due_at=None).values("post")
    asks = Post.objects.filter(kind=Post.Kind.ASK, closed_at=None)
    asks = asks.exclude(voice__isnull=False, hidden_at__isnull=False)  # waits for a yes
    waiting = asks.filter(clocks=None) | asks.filter(pk__in=stopped)
    return jobs.each(_mended, jobs.whole(waiting.complete()))


def _mended(post: Post) -> bool:
    if promise.has_helper(post):
        return False
    look(post)
    return True


def _once_more(clock: AskClock, post: Post, rules: AnswerRules, now: datetime) -> None:
    """At the last step: when nobody acted the place closes for a while, and we remind again."""
    spoke = promise.spoke_at(post)
    if spoke is None or spoke < clock.reached_at:
        resting.close_place(post.community, AnswerRules.Closed.NOBODY_ACTED, by=None)
    clock.due_at = promise.waking(rules).after(now, LAST_AGAIN_AFTER)
    clock.save(update_fields=["due_at"])
    record("noticeboard.clock.still_waits", on=post)
    telling_steps.still_waits(post, clock, promise.watch(post.community), now)


def _due(post: Post, clock: AskClock, now: datetime) -> datetime:
    rules = promise.rules_of(post.community)
    hours = promise.waking(rules)
    spoke = promise.spoke_at(post)
    if spoke and spoke >= clock.reached_at:
        return hours.after(spoke, promise.TALKED_HOLDS)
    due = promise.due_of(clock.step, clock, rules)
    if due is None:
        return hours.after(clock.reached_at, LAST_ACTS_WITHIN)
    return due if clock.step == Step.WAITS else max(due, hours.after(now, BREATH))
