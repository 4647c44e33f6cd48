"""Keeping rows right, and the Monday mail."""

from uuid import UUID

from plein.bridges.dayboard import actions, monday
from plein.bridges.dayboard.sources import sources, task_of
from plein.foundation import jobs
from plein.foundation.communities.models import Community

MONDAY = 0


def towns() -> list[UUID]:
    kind = Community.Kind.TOWN
    return list(Community.objects.filter(kind=kind).order_by("id").values_list("pk", flat=True))


def keep(kind: str) -> None:
    def refresh() -> None:
        for town in towns():
            actions.refresh(town, {kind})

    jobs.task(task_of(kind))(refresh)


for each in sources():
    keep(each.kind)


@jobs.every(minutes=5)
def compare() -> None:
    """Time alone makes things wait as well, and whatever nobody told us."""
    for town in towns():
        jobs.later("dayboard.compare_town", town)


@jobs.task("dayboard.compare_town")
def compare_town(town: str) -> None:
    actions.refresh(UUID(town))


@jobs.weekly(on=MONDAY, at="07:30", outside=True)
def monday_mail() -> None:
    """Later in the week when nothing ran on Monday; nobody gets it twice in a week."""
    jobs.each(monday.tell, towns())
