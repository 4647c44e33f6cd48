"""What the clock does for posts: ask whether they are still needed, and close what is over."""

from datetime import timedelta

from django.utils import timezone

from plein.features.noticeboard import expiry
from plein.features.noticeboard.actions import (
    climbing,
    closing,
    concern,
    following,
    hearing,
    missing,
    on_behalf,
    opening,
    replying,
    resting,
)
from plein.features.noticeboard.models import Draft, KeptAnswer, Post, VisitDraft
from plein.foundation import jobs


@jobs.daily(at="09:00", outside=True)
def ask_still_needed() -> None:
    """A week before the end, once."""
    now = timezone.now()
    soon = Post.objects.filter(
        closed_at=None, asked_at=None, expires_at__gt=now, expires_at__lte=now + expiry.ASK_BEFORE
    )
    asked = list(soon.complete().order_by("expires_at")[:500])
    jobs.each(closing.ask_whether_still_needed, asked)


@jobs.every(minutes=30, outside=True)
def close_expired() -> None:
    closing.close_expired()


@jobs.every(minutes=5, outside=True)
def climb() -> None:
    """Asks that nobody answered, and what nobody heard, take their next step (HELP-9, HELP-16)."""
    climbing.climb_due()
    replying.climb_due()
    hearing.climb_due()


@jobs.every(minutes=30, outside=True)
def look_at_voices() -> None:
    """Asks for somebody else that wait for that person's yes."""
    on_behalf.look_at_voices()


@jobs.every(minutes=15, outside=True)
def see_who_is_there() -> None:
    """A place where everybody is away takes no asks; it takes them again when somebody is back."""
    resting.check_places()


@jobs.every(minutes=60, outside=True)
def look_for_stopped_clocks() -> None:
    climbing.look_again()


@jobs.daily(at="10:00", outside=True)
def ask_how_it_went() -> None:
    """A week and three months after an agreement (HELP-8)."""
    following.ask_due()


@jobs.daily(at="03:40")
def take_back_old_openings() -> None:
    opening.take_back_old()


@jobs.daily(at="03:50")
def forget_who_was_missed() -> None:
    missing.forget_old()


@jobs.daily(at="03:55")
def forget_old_concerns() -> None:
    concern.forget_old()


@jobs.daily(at="04:00")
def forget_old_drafts() -> None:
    """What nobody went on with for thirty days."""
    long_ago = timezone.now() - timedelta(days=30)
    Draft.objects.filter(changed_at__lt=long_ago).delete()
    VisitDraft.objects.filter(changed_at__lt=long_ago).delete()
    KeptAnswer.objects.filter(sent_at__lt=long_ago).delete()
