"""A host makes a matchpoint, changes it, and closes a screen from afar."""

from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.core.exceptions import PermissionDenied
from django.db import transaction

from plein.bridges.matchpoint.models import Device, Matchpoint
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may


@transaction.atomic
def make(community: Community, *, pin: str, by: Member, **values: Any) -> Matchpoint:
    """Values are those of `MatchpointForm`. The PIN is six digits or more."""
    if not may(by, "matchpoint.keep", community):
        raise PermissionDenied
    matchpoint = Matchpoint.objects.create(
        town_id=community.town_id, community=community, pin=make_password(pin), **values
    )
    record("matchpoint.made", on=matchpoint, by=by)
    return matchpoint


@transaction.atomic
def change(matchpoint: Matchpoint, *, by: Member, pin: str = "", **values: Any) -> None:
    """A new PIN closes every screen: whoever knew the old one opens none."""
    for name, value in values.items():
        setattr(matchpoint, name, value)
    fields = list(values)
    if pin:
        matchpoint.pin = make_password(pin)
        fields.append("pin")
        Device.objects.filter(town=matchpoint.town_id, matchpoint=matchpoint).delete()
    matchpoint.save(update_fields=fields)
    record("matchpoint.changed", on=matchpoint, by=by, pin=bool(pin))


@transaction.atomic
def close_screen(matchpoint: Matchpoint, key: UUID, *, by: Member) -> None:
    mine = Device.objects.filter(town=matchpoint.town_id, matchpoint=matchpoint, pk=key)
    if device := mine.first():
        record("matchpoint.screen.closed", on=device, by=by)
        device.delete()
