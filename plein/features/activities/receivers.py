"""Who leaves organises nothing any more, comes nowhere, and is on no list."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver

from plein.features.activities.actions import leaving, merging, publishing
from plein.foundation import jobs
from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_leaves
from plein.foundation.organisations.models import Organisation
from plein.foundation.organisations.signals import organisation_merged


@receiver(member_leaves)
def forget(member: Member, **_kwargs: Any) -> None:
    """In the same transaction as leaving."""
    leaving.forget(member)


@receiver(organisation_merged)
def take_along(kept: Organisation, gone: Organisation, **_kwargs: Any) -> None:
    """What a double organises, and its calendar, is of the one that stays."""
    merging.take_along(kept, gone)


@jobs.listens("organisations.organisation")
def follow_the_name(organisation_id: str) -> None:
    """An organisation has another name: its activities show it."""
    leaving.let_know(UUID(organisation_id))


@jobs.listens("communities.map")
def look_where_they_are(town_id: str) -> None:
    """New postcodes: an address may have a pin now."""
    publishing.find_points(UUID(town_id))
