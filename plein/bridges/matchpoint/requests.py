"""A request from an open screen."""

from plein.bridges.matchpoint.models import Device, Sitting
from plein.foundation.communities.models import Member
from plein.foundation.communities.requests import PleinRequest


class ScreenRequest(PleinRequest):
    device: Device
    host: Member


class SittingRequest(ScreenRequest):
    sitting: Sitting


class KnownRequest(SittingRequest):
    """Somebody sits there of whom we know who it is."""

    resident: Member
