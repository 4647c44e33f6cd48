"""Saying that something is not right, and marking that somebody looked at it."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.accounts import limits
from plein.foundation.audit.actions import record
from plein.foundation.communities.models import Member
from plein.shared.moderation.access import Found
from plein.shared.moderation.models import Report


def report(found: Found, *, reason: str, words: str, by: Member) -> Report:
    """At most ten a day each: a list that somebody fills hides what really hurts.

    Not feeling safe is counted apart, so small things never stand in its way.
    """
    # Outside the transaction: a try that is refused counts as well.
    unsafe = reason == Report.Reason.UNSAFE
    limits.count("report.unsafe" if unsafe else "report.member", str(by.pk))
    return _keep(found, reason, words, by)


@transaction.atomic
def _keep(found: Found, reason: str, words: str, by: Member) -> Report:
    """Stored once: saying it again adds nothing, and is thanked for in the same way.

    When somebody looked already and it goes on, the report stands on the list again.
    """
    people = found.reportable.people
    concerns = people(found.thing) if people else ()
    told = {
        "community_id": by.home_id,
        "reason": Report.Reason(reason),
        "words": words.replace("\0", "").strip()[:1000],
        "concerns": " ".join(key.hex for key in concerns),
    }
    made, new = Report.objects.get_or_create(
        town_id=by.town_id, by=by, kind=found.kind, about=found.thing.pk, defaults=told
    )
    if new or _opened_again(made, told):
        record("moderation.report.made", on=made, by=by, reason=made.reason, kind=made.kind)
        jobs.changed("moderation.report", made.pk)
    return made


def _opened_again(report: Report, told: dict[str, Any]) -> bool:
    """Somebody looked at it before, and now it is said once more."""
    handled = Report.objects.filter(town=report.town_id, pk=report.pk).exclude(handled_at=None)
    now = {"handled_at": None, "handled_by": None, "made_at": timezone.now()}
    return bool(handled.update(**told, **now))


@transaction.atomic
def handle(report: Report, *, by: Member) -> None:
    """Somebody looked at it and did what was needed."""
    open_ones = Report.objects.filter(town=report.town_id, pk=report.pk).open()
    if open_ones.update(handled_at=timezone.now(), handled_by=by):
        record("moderation.report.handled", on=report, by=by)
        jobs.changed("moderation.report", report.pk)
