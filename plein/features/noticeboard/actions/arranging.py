"""A manager arranges the promise of a place: steps, hours, and who is on the clock."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from plein.features.noticeboard.actions import resting
from plein.features.noticeboard.models import AnswerRules, OnClock
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member


class AlreadyOnClock(Exception):
    """There is somebody of this name on the list."""


@transaction.atomic
def change_rules(community: Community, values: Mapping[str, Any], *, by: Member) -> AnswerRules:
    """Values are those of `RulesForm`. Clocks that run follow them from their next step."""
    rules = resting.own_rules(community)
    for name, value in values.items():
        setattr(rules, name, value)
    rules.save()
    record("noticeboard.rules.changed", on=rules, by=by)
    return rules


def put_on_clock(
    community: Community,
    *,
    by: Member,
    member: Member | None = None,
    name: str = "",
    phone: str = "",
    last_resort: bool = False,
    for_safety: bool = False,
) -> OnClock:
    """Raises `AlreadyOnClock`."""
    row = OnClock(
        town_id=community.town_id,
        community=community,
        member=member,
        name=member.name if member else name,
        phone="" if member else phone,
        last_resort=last_resort,
        for_safety=for_safety,
    )
    try:
        with transaction.atomic():
            row.save()
            record("noticeboard.on_clock.added", on=row, by=by, last_resort=last_resort)
            jobs.changed("noticeboard.on_clock", row.town_id)
    except IntegrityError as same:
        raise AlreadyOnClock from same
    return row


@transaction.atomic
def take_off_clock(row: OnClock, *, by: Member) -> None:
    record("noticeboard.on_clock.removed", on=row, by=by)
    jobs.changed("noticeboard.on_clock", row.town_id)
    row.delete()


@transaction.atomic
def be_away(row: OnClock, begins: date | None, ends: date | None, *, by: Member) -> None:
    """Empty days: there again. The place looks at once whether somebody is left."""
    row.away_from, row.away_until = begins, ends
    row.save(update_fields=["away_from", "away_until"])
    record("noticeboard.on_clock.away", on=row, by=by)
    jobs.changed("noticeboard.on_clock", row.town_id)
    resting.check_place(row.community)
