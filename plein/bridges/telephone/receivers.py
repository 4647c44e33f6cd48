"""What goes by phone when an ask climbs, and whom to call where a place takes no asks."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver

from plein.bridges.telephone import actions
from plein.bridges.telephone.numbers import open_numbers
from plein.features.noticeboard.elsewhere import Elsewhere
from plein.features.noticeboard.signals import open_elsewhere
from plein.foundation import jobs
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.signals import member_gone
from plein.foundation.taxonomy.models import Theme


@receiver(open_elsewhere)
def from_the_social_map(
    *, community: Community, theme: Theme | None, **_more: Any
) -> list[Elsewhere]:
    return open_numbers(community, theme)


@receiver(member_gone)
def call_no_more(member: Member, **_more: Any) -> None:
    """In the same transaction: family does not hear a call for who died."""
    actions.call_no_more(member)


@jobs.listens("noticeboard.clock")
def tell_who_stands_for_theme(post_id: str) -> None:
    actions.tell_who_stands_for_theme(UUID(post_id))


@jobs.listens("noticeboard.on_clock")
def note_who_answers(town_id: str) -> None:
    actions.note_who_answers(UUID(town_id))
