"""A host opens the day on a screen with a PIN: nothing is installed, nobody signs in."""

from datetime import datetime, time, timedelta

from django.contrib.auth.hashers import check_password
from django.db import transaction
from django.utils import timezone

from plein.bridges.matchpoint import cookie
from plein.bridges.matchpoint.models import Device, Matchpoint
from plein.foundation.accounts import limits
from plein.foundation.audit import record
from plein.foundation.communities.models import Member


class WrongPin(Exception):
    """Not the PIN of this matchpoint."""


def open_screen(matchpoint: Matchpoint, pin: str) -> tuple[Device, str]:
    """The screen, and the secret for its cookie. Raises `WrongPin` and `limits.TooOften`."""
    limits.count("pin.matchpoint", str(matchpoint.pk))
    if not check_password(pin, matchpoint.pin):
        raise WrongPin
    return _open(matchpoint)


@transaction.atomic
def _open(matchpoint: Matchpoint) -> tuple[Device, str]:
    secret = cookie.new_secret()
    device = Device.objects.create(
        town_id=matchpoint.town_id,
        matchpoint=matchpoint,
        digest=cookie.digest_of(secret),
        until=end_of_day(),
    )
    record("matchpoint.screen.opened", on=device)
    return device, secret


@transaction.atomic
def sit_beside(device: Device, host: Member) -> None:
    """Who sits beside people today; this name stands on every page."""
    device.host = host
    device.save(update_fields=["host"])
    record("matchpoint.screen.hosted", on=device, by=host)


def end_of_day() -> datetime:
    """The next midnight of the place."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, time.min))
