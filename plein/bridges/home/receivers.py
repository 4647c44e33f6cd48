"""A part of the town was added or renamed."""

from plein.bridges.home.tasks import count_districts
from plein.foundation import jobs


@jobs.listens("communities.community")
def count_again(_key: str) -> None:
    count_districts()
