"""The slip is lost: what its owner remembers opens a new one, and nothing else does.

A stranger may know a name, and a neighbour a number. So the picture has to fit as well, which no
paper shows; the host vouches with the PIN and a reason; few tries count; the old code ends at once;
and who gave a number hears of it there.

Without a number there is less to fit: the day and what it was about both have to, the host says
that they see this person before them, and there is one try a day for a name. Who comes later with
the old slip hears that it was said to be lost; who comes with a good one, that somebody tried.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.hashers import check_password
from django.db import transaction
from django.utils import timezone

from plein.bridges.matchpoint import telling
from plein.bridges.matchpoint.actions.opening import WrongPin
from plein.bridges.matchpoint.actions.returning import WrongSlip, new_slip
from plein.bridges.matchpoint.models import Device, Slip
from plein.features.noticeboard.models import Post
from plein.foundation.accounts import limits
from plein.foundation.audit import record
from plein.foundation.communities.models import Member

ABOUT = timedelta(days=3)
"""So far from the day itself somebody may be."""


@dataclass(frozen=True, kw_only=True)
class Remembered:
    """What somebody tells. `phone` as `addresses.clean` wrote it; when they gave one, that counts;
    else the day, what it was about, and that the host sees them."""

    name: str
    picture: str
    phone: str = ""
    day: date | None = None
    theme: str = ""
    face: bool = False
    """The host sees this person, and knows them or heard from somebody they know who it is."""


def replace_slip(said: Remembered, *, pin: str, because: str, device: Device) -> tuple[Member, str]:
    """Whose slip it was, and the new code, to be shown this once.

    Raises `WrongPin`, `WrongSlip` (not saying what is wrong), and `limits.TooOften`.
    """
    by = device.host
    assert by  # noqa: S101 - nobody works at a screen without a host
    limits.count("lost.place", str(device.matchpoint_id))
    if not check_password(pin, device.matchpoint.pin):
        raise WrongPin
    limits.count("lost.name", f"{device.town_id} {said.name.casefold()}")
    if not said.phone:
        limits.count("lost.ask", f"{device.town_id} {said.name.casefold()}")
    found = _fitting(said, device)
    if len(found) != 1:
        _somebody_tried(said, device)
        record("matchpoint.slip.not_replaced", on=device.matchpoint, by=by, because=because)
        raise WrongSlip
    [member] = found
    # Tries stay counted, whatever happens from here.
    with transaction.atomic():
        record("matchpoint.slip.replaced", on=member, by=by, because=because)
        code = new_slip(member, said.picture, at=device.matchpoint, by=by, lost=True)
        telling.slip_replaced(member)
    return member, code


def _fitting(said: Remembered, device: Device) -> list[Member]:
    """Who asked at a matchpoint of this town and fits in all they told; without an account."""
    slips = Slip.objects.filter(
        town=device.town_id, picture=said.picture, member__account=None
    ).select_related("member__home")
    named = [
        slip.member
        for slip in slips
        if slip.member.name.casefold() == said.name.casefold() and slip.member.is_here
    ]
    asked = _asked(device, named)
    return [one for one in named if _fits(one, said, asked.get(one.pk, []))]


def _somebody_tried(said: Remembered, device: Device) -> None:
    """Who has that name reads it with their slip; whether anybody has it, nobody else learns."""
    slips, name = Slip.objects.filter(town=device.town_id), said.name.casefold()
    without_account = slips.filter(member__account=None).select_related("member")
    keys = [slip.pk for slip in without_account if slip.member.name.casefold() == name]
    slips.filter(pk__in=keys).update(tried_at=timezone.now())


def _asked(device: Device, members: list[Member]) -> dict[object, list[tuple[date, str]]]:
    """On which days each of them asked something at a matchpoint, and about what."""
    asked: dict[object, list[tuple[date, str]]] = {}
    asks = Post.objects.filter(
        town=device.town_id, author__in=members, kind=Post.Kind.ASK, door=Post.Door.MATCHPOINT
    )
    for author, made_at, theme in asks.values_list("author_id", "made_at", "theme__key"):
        asked.setdefault(author, []).append((timezone.localdate(made_at), theme))
    return asked


def _fits(member: Member, said: Remembered, asked: list[tuple[date, str]]) -> bool:
    if not asked:
        return False
    if member.phone:
        return said.phone == member.phone
    if said.day is None or not said.face:
        return False
    return any(abs(day - said.day) <= ABOUT and theme == said.theme for day, theme in asked)
