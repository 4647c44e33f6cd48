"""A slip to take home, and coming back with it."""

from django.db import transaction
from django.utils import timezone

from plein.bridges.matchpoint import codes
from plein.bridges.matchpoint.models import Matchpoint, Slip
from plein.foundation.accounts import limits
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.lib.codes import read_code


class WrongSlip(Exception):
    """No slip of this town has this code with this picture. Which of the two is wrong, is not
    said."""


class SaidToBeLost(WrongSlip):
    """This slip was right, until somebody said that it was lost and got another one."""


@transaction.atomic
def new_slip(
    member: Member, picture: str, *, at: Matchpoint, by: Member, lost: bool = False
) -> str:
    """The code, to be shown this once. An older slip of the same person opens nothing any more.

    `lost`: who still has the older one hears what happened, when they come with it.
    """
    older = Slip.objects.filter(town=member.town_id, member=member).first()
    code = codes.new_code()
    while Slip.objects.filter(town=member.town_id, digest=_digest(member, code)).exists():
        code = codes.new_code()
    slip, _ = Slip.objects.update_or_create(
        town_id=member.town_id,
        member=member,
        defaults={
            "matchpoint": at,
            "digest": _digest(member, code),
            "picture": picture,
            "made_at": timezone.now(),
            "lost_digest": older.digest if lost and older else "",
            "tried_at": None,
        },
    )
    record("matchpoint.slip.made", on=slip, by=by)
    return code


def read_slip(typed: str, picture: str, *, community: Community, who: str, by: Member) -> Member:
    """Whose slip it is. `who` is counted: a screen, or a host on the phone.

    Raises `WrongSlip`, `SaidToBeLost`, and `limits.TooOften` after too many tries.
    """
    limits.count("slip.place", who)
    code = read_code(typed)
    digest = codes.digest(community.town_id, code)
    limits.count("slip.code", digest)
    found = Slip.objects.filter(town=community.town_id, digest=digest, picture=picture)
    slip = found.select_related("member__home").first() if code else None
    if slip is None or not slip.member.is_here:
        lost = Slip.objects.filter(town=community.town_id, lost_digest=digest, picture=picture)
        raise SaidToBeLost if code and lost.exists() else WrongSlip
    record("matchpoint.slip.read", on=slip, by=by)
    return slip.member


def _digest(member: Member, code: str) -> str:
    return codes.digest(member.town_id, code)
