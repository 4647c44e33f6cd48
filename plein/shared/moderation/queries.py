"""The list of reports, a page at a time."""

from plein.shared.moderation.models import Report, ReportQuerySet

A_PAGE = 40


def page_of_open(found: ReportQuerySet, after: Report | None) -> tuple[list[Report], Report | None]:
    """Open reports, and the last one of this page when more follow."""
    waits = found.open().unsafe_first()
    return _page(waits.following(after) if after else waits)


def page_of_done(found: ReportQuerySet, after: Report | None) -> tuple[list[Report], Report | None]:
    """What somebody looked at, the newest first."""
    done = found.exclude(handled_at=None).order_by("-id")
    return _page(done.filter(id__lt=after.pk) if after else done)


def _page(found: ReportQuerySet) -> tuple[list[Report], Report | None]:
    rows = list(found.select_related("by", "community", "handled_by")[: A_PAGE + 1])
    return rows[:A_PAGE], rows[A_PAGE - 1] if len(rows) > A_PAGE else None
