"""Each night the list of words forgets what nobody uses any more."""

from uuid import UUID

from plein.bridges.overviews import actions
from plein.foundation import jobs
from plein.foundation.communities.models import Community


@jobs.daily(at="03:20")
def forget_words() -> None:
    towns = Community.objects.filter(kind=Community.Kind.TOWN)
    for town_id in towns.values_list("pk", flat=True):
        jobs.later("overviews.relearn", town_id)


@jobs.task("overviews.relearn")
def relearn(town_id: str) -> None:
    actions.relearn(UUID(town_id))
