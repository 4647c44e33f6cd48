"""What goes by phone when an ask climbs."""

from uuid import UUID

from plein.bridges.telephone import actions
from plein.foundation import jobs


@jobs.listens("noticeboard.clock")
def tell_who_stands_for_theme(post_id: str) -> None:
    actions.tell_who_stands_for_theme(UUID(post_id))
