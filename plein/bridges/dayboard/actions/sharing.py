"""Sharing the work: one person at a time, hand over, later, done."""

from collections.abc import Collection
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from plein.bridges.dayboard import queries
from plein.bridges.dayboard.actions.keeping import refresh
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.dayboard.sources import by_kind
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.lib.matter import NotSettled
from plein.shared.notifications.actions import notify

Until = MatterRow.Until
DAYS = {Until.TOMORROW: 1, Until.DAYS: 3, Until.WEEK: 7}
NOT_HANDED: dict[str, Any] = {"handed_to": None, "handed_by": None, "handed_at": None}
NOT_LATER: dict[str, Any] = {"snoozed_until": None, "snoozed_because": ""}


class TakenBySomebody(Exception):
    """Somebody else is at it already."""


class MayNotWait(Exception):
    """A matter of safety of today: a colleague takes it over, and nobody puts it off."""


def claim(row: MatterRow, *, by: Member) -> None:
    """Only one of two who tap at the same moment gets it. Raises `TakenBySomebody`.

    Also when a colleague got it a moment ago, or somebody put it off since the page was opened:
    they called a minute ago.
    """
    now = timezone.now()
    gone = queries.away(by.town_id)
    free = (
        Q(claimed_by=None)
        | Q(claimed_by=by)
        | Q(claimed_at__lte=now - queries.CLAIM_LASTS)
        | Q(claimed_by__in=gone)
    ) & (Q(handed_to=by) | _not_handed(by, gone))
    now_on = Q(snoozed_until=None) | Q(snoozed_until__lte=now)  # else an old page shows it still
    mine = MatterRow.objects.filter(free, now_on, town=by.town_id, pk=row.pk)
    taken = mine.update(claimed_by=by, claimed_at=now, **NOT_HANDED, **NOT_LATER)
    if not taken:
        raise TakenBySomebody
    record("dayboard.matter.claimed", on=row, by=by, kind=row.kind)


def let_go(row: MatterRow, *, by: Member) -> None:
    """For all again; also by who handed it over."""
    mine = MatterRow.objects.filter(town=by.town_id, pk=row.pk).filter(
        Q(claimed_by=by) | Q(handed_to=by) | Q(handed_by=by)
    )
    mine.update(claimed_by=None, claimed_at=None, **NOT_HANDED)


@transaction.atomic
def hand_over(row: MatterRow, to: Member, *, by: Member) -> None:
    """To somebody of the team, who hears it and sees it on top. The promise of its clock stays.

    After some hours, or when they are not there, it is for all again (`queries.handed`).
    """
    rows, now = MatterRow.objects.filter(town=by.town_id, pk=row.pk), timezone.now()
    given = {"handed_to": to, "handed_by": by, "handed_at": now}
    rows.update(claimed_by=None, claimed_at=None, **given, **NOT_LATER)
    _tell(row, to, now, by)
    record("dayboard.matter.handed_over", on=row, by=by, to=str(to.pk), kind=row.kind)


def _not_handed(by: Member, gone: Collection[UUID]) -> Q:
    theirs = MatterRow.objects.filter(queries.handed(by.town_id, gone), town=by.town_id)
    return ~Q(pk__in=theirs.values("pk"))


def _tell(row: MatterRow, to: Member, moment: datetime, by: Member) -> None:
    """Not a word of what it is: that stands on the page (H7)."""
    notify(
        to,
        key="dayboard.handed_over",
        url=reverse("dayboard:today"),
        subject=_("Something on the day start is for you"),
        text=format_lazy(
            _("{name} hands something over to you. It stands on top of your day start."),
            name=by.name,
        ),
        once=f"dayboard:{row.pk}:handed:{moment.isoformat()}",
        now=True,
        by=by,
    )


def may_wait(row: MatterRow) -> bool:
    return not row.is_today or by_kind()[row.kind].may_wait


@transaction.atomic
def snooze(row: MatterRow, until: str, because: str, *, by: Member) -> None:
    """Back on the morning of that day. What is of today comes back tomorrow, whatever was said.

    Raises `MayNotWait`.
    """
    if not may_wait(row):
        raise MayNotWait
    days = 1 if row.is_today else DAYS[Until(until)]
    rows = MatterRow.objects.filter(town=by.town_id, pk=row.pk)
    reason = MatterRow.Because(because)
    rows.update(
        snoozed_until=_morning_in(days), snoozed_because=reason, claimed_by=None, claimed_at=None
    )
    record("dayboard.matter.snoozed", on=row, by=by, days=days, because=reason.value)


def done(rows: list[MatterRow], *, by: Member) -> int:
    """One tap, for kinds of which the app offers it. What somebody else is at stays.

    Raises `NotSettled` after the others were done, when an app says why a tap is not enough.
    """
    settled, refused = 0, None
    for row in rows:
        source = by_kind().get(row.kind)
        if source is None or source.done is None:
            continue
        try:
            with transaction.atomic():
                claim(row, by=by)
                source.done(row.about, by)
        except TakenBySomebody:
            continue
        except NotSettled as why:
            refused = why
            continue
        settled += 1
    if settled:
        refresh(by.town_id, {row.kind for row in rows})
    if refused:
        raise refused
    return settled


def _morning_in(days: int) -> datetime:
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time(6)))
