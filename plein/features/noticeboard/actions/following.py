"""'Hoe ging het?': asked of both after a week and after three months, answered with one tap."""

from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from plein.features.noticeboard import life, promise, shy, telling_life
from plein.features.noticeboard.actions import ending
from plein.features.noticeboard.models import FollowUp, Match
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member

Answer = FollowUp.Answer


def plan(match: Match) -> None:
    """In the transaction of the agreement. Cancelling it takes these away with the match."""
    begins = life.begins_at(match)
    if begins is None:
        return
    both = (match.response.post.author, match.response.author)
    FollowUp.objects.bulk_create(
        [
            FollowUp(
                town_id=match.town_id,
                match=match,
                member=member,
                after=after,
                due_at=life.due(after, begins),
            )
            for member in both
            for after in FollowUp.After.values
        ],
        ignore_conflicts=True,
    )


def move(match: Match) -> None:
    """It happened on another day than we counted from; what was asked already stays asked."""
    begins = life.begins_at(match)
    if begins is None:
        return
    open_ones = FollowUp.objects.filter(town=match.town_id, match=match, asked_at=None)
    for after in FollowUp.After.values:
        open_ones.filter(after=after).update(due_at=life.due(after, begins))


def ask_due(limit: int = 500) -> int:
    """Ask everybody whose time has come, by their own channel. Gives how many."""
    due = FollowUp.objects.filter(asked_at=None, due_at__lte=timezone.now()).order_by("due_at")
    return jobs.each(_ask, list(due.values_list("pk", flat=True)[:limit]))


@transaction.atomic
def _ask(key: UUID) -> bool:
    fresh = FollowUp.objects.filter(pk=key, asked_at=None)
    if not fresh.update(asked_at=timezone.now()):
        return False
    follow_up = (
        FollowUp.objects.select_related("member__account", "match__response__post__author")
        .select_related("match__response__author")
        .get(pk=key)
    )
    if follow_up.answer or follow_up.member.state == Member.State.LEFT:
        return False
    telling_life.how_did_it_go(follow_up, life.key_for(follow_up))
    return True


@transaction.atomic
def answer(follow_up: FollowUp, said: str, *, by: Member, noted_by: Member | None = None) -> None:
    """One tap, or one line that a connector writes down by phone. The first answer counts."""
    choice = Answer(said)
    open_one = FollowUp.objects.filter(town=follow_up.town_id, pk=follow_up.pk, answer="")
    if not open_one.update(answer=choice, answered_at=timezone.now(), noted_by=noted_by):
        return
    follow_up.refresh_from_db(fields=["answer", "answered_at"])
    record("noticeboard.follow_up.answered", on=follow_up, by=noted_by or by, said=choice.value)
    jobs.changed("noticeboard.match", follow_up.match_id)
    if choice == Answer.STOPPED:
        later = FollowUp.objects.filter(town=follow_up.town_id, match=follow_up.match_id)
        later.filter(asked_at=None).delete()
        if follow_up.match.goes_on:
            ending.end(follow_up.match, by=noted_by or by)
    _tell_the_place(follow_up)


def _tell_the_place(follow_up: FollowUp) -> None:
    """Of a shy asker whom they picked; when none of those is there, whoever is."""
    response = follow_up.match.response
    if follow_up.answer not in FollowUp.ACTS:
        return
    picked = shy.callers(response) if shy.hides(follow_up.member, response.post) else []
    if picked:
        page = reverse("noticeboard:follow-up-seen", args=[follow_up.pk])
        telling_life.call_who_hides(picked, page, f"follow-up:{follow_up.pk}:shy")
    elif follow_up.answer == Answer.MORE_HELP:
        place = response.post.community
        telling_life.more_help_needed(follow_up, promise.watch(place).present)


@transaction.atomic
def seen(follow_up: FollowUp, *, by: Member) -> None:
    """A connector did something about it."""
    open_one = FollowUp.objects.filter(town=by.town_id, pk=follow_up.pk, seen_at=None)
    if open_one.update(seen_at=timezone.now()):
        record("noticeboard.follow_up.seen", on=follow_up, by=by)
        jobs.changed("noticeboard.match", follow_up.match_id)
