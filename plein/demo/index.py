"""Index rows for everything at once, instead of thousands of changes for the worker."""

from plein.demo.places import Places


def fill_index(places: Places) -> None:
    """Comes with the overviews."""
