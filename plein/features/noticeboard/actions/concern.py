"""'Er is iets gebeurd' and 'Ik maak me zorgen': a person hears both sides, and settles it."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from plein.features.noticeboard import safety, telling_life
from plein.features.noticeboard.models import Concern, Match, Response
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.actions import block
from plein.foundation.communities.models import Member

KEPT = timedelta(days=2 * 365)


class NotHeard(Exception):
    """Both sides are heard before it is settled."""


@transaction.atomic
def tell(
    response: Response, kind: str, about: str, *, by: Member, noted_by: Member | None = None
) -> Concern:
    """Two people by name are told at once. After an incident other first visits wait.

    `noted_by` wrote it down for `by`, on the phone or at a matchpoint; the audit names both.
    """
    concern = Concern.objects.create(
        town_id=response.town_id,
        community=response.post.community,
        response=response,
        by=by,
        noted_by=noted_by,
        kind=Concern.Kind(kind),
        about=Concern.About(about),
        due_at=safety.due_after(safety.Step.TOLD, response.post.community, timezone.now()),
    )
    said = {"kind": concern.kind, "of": by.pk} if noted_by else {"kind": concern.kind}
    record("noticeboard.concern.told", on=concern, by=noted_by or by, **said)
    jobs.changed("noticeboard.concern", concern.pk)
    if concern.kind == Concern.Kind.INCIDENT:
        _hold(concern)
    telling_life.somebody_told(concern)
    return concern


@transaction.atomic
def hear(concern: Concern, *, other: bool, by: Member) -> None:
    """Note that one of the two was heard."""
    field = "other_heard_at" if other else "heard_at"
    if getattr(concern, field) is None:
        now = timezone.now()
        setattr(concern, field, now)
        if concern.heard_at and concern.settled_at is None:
            concern.due_at = safety.settled_by(concern.community, now)
        concern.save(update_fields=[field, "due_at"])
        record("noticeboard.concern.heard", on=concern, by=by, other=other)


@transaction.atomic
def settle(concern: Concern, outcome: str, *, by: Member) -> None:
    """With one of the fixed outcomes. Raises `NotHeard`."""
    concern = Concern.objects.select_for_update(of=("self",)).get(town=by.town_id, pk=concern.pk)
    if concern.settled_at:
        return
    incident = concern.kind == Concern.Kind.INCIDENT
    if concern.heard_at is None or (incident and concern.other_heard_at is None):
        raise NotHeard
    concern.outcome, concern.settled_by = Concern.Outcome(outcome), by
    concern.settled_at, concern.due_at = timezone.now(), None
    concern.save(update_fields=["outcome", "settled_at", "settled_by", "due_at"])
    record("noticeboard.concern.settled", on=concern, by=by, outcome=concern.outcome)
    jobs.changed("noticeboard.concern", concern.pk)
    if concern.outcome == Concern.Outcome.APART:
        block(concern.about_member, by=concern.by)
    _release(concern.about_member)


def hold_when_not_heard(match: Match) -> None:
    """A first visit agreed while one of the two was not heard yet about what happened waits too."""
    if match.word and _must_wait(match):
        _wait(match)


def _hold(concern: Concern) -> None:
    """Agreed first visits of the other one wait until they were heard. Both hear that, kindly."""
    for match in _first_visits(concern.about_member).filter(held_at=None):
        _wait(match)


def _wait(match: Match) -> None:
    match.held_at = timezone.now()
    match.save(update_fields=["held_at"])
    telling_life.waits(match)


def _release(member: Member) -> None:
    for match in _first_visits(member).filter(held_at__isnull=False):
        if _must_wait(match):
            continue
        match.held_at = None
        match.save(update_fields=["held_at"])
        telling_life.goes_on(match)


def _first_visits(member: Member) -> "QuerySet[Match]":
    theirs = Q(response__author=member) | Q(response__post__author=member)
    agreed = Match.objects.filter(theirs, town=member.town_id, agreed_at__isnull=False)
    return (
        agreed.filter(done_at=None)
        .exclude(word="")
        .select_related(
            "response__post__author__account", "response__author__account", "response__conversation"
        )
    )


def _must_wait(match: Match) -> bool:
    """Whether somebody told that something happened with one of these two, and it is open."""
    about = Q()
    for member in (match.response.author_id, match.response.post.author_id):
        either = Q(response__author=member) | Q(response__post__author=member)
        about |= either & ~Q(by=member)
    incidents = Concern.objects.filter(about, town=match.town_id, settled_at=None)
    return incidents.filter(kind=Concern.Kind.INCIDENT).exists()


def forget_old() -> None:
    """What was settled two years ago."""
    Concern.objects.filter(settled_at__lt=timezone.now() - KEPT).delete()
