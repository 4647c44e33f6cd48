"""Index rows for everything at once, instead of thousands of changes for the worker."""

from plein.bridges.home.tasks import count_appointments, count_districts
from plein.bridges.overviews.actions import index_town
from plein.demo.places import Places
from plein.foundation.communities import tree


def fill_index(places: Places) -> int:
    """How many things can now be found; also which houses have enough behind them."""
    for town in (places.town, places.elders):
        tree.changed(town.pk)
    found = sum(index_town(town.pk) for town in (places.town, places.elders))
    count_districts()
    count_appointments()
    return found
