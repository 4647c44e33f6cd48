"""The role of a professional lasts as long as somebody's agreement lets them in (TRUST-8)."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from plein.foundation.audit import record
from plein.foundation.care.models import Admission
from plein.foundation.communities.models import Community, Member, Role, RoleName
from plein.foundation.jobs import changed


@transaction.atomic
def keep_role(member: Member, place: Community, *, by: Member | None) -> None:
    """Give it until the last day of the agreements that let them in here, or take it back."""
    last_days = _last_days(member, place)
    if not last_days:
        _take_back(member, place, by)
        return
    until = None if None in last_days else max(day for day in last_days if day)
    role, made = Role.objects.get_or_create(
        town_id=place.town_id,
        member=member,
        community=place,
        role=RoleName.PROFESSIONAL,
        subject="",
        defaults={"given_by": by, "until": until},
    )
    if not made and role.until != until:
        role.until = until
        role.save(update_fields=["until"])
    member.held = None
    changed("communities.member", member.pk)


def end_old_roles() -> int:
    """Whose organisation has no agreement any more, or who was let go before roles went along."""
    over = Q(ended_at__isnull=False) | Q(agreement__ends_on__lt=timezone.localdate())
    held = Role.objects.filter(role=RoleName.PROFESSIONAL).values("member")
    found = Admission.objects.filter(over, member__in=held)
    ended = 0
    for one in found.select_related("member", "agreement__place").order_by("pk"):
        place = one.agreement.place
        if not _last_days(one.member, place):
            ended += _take_back(one.member, place, None)
    return ended


def _last_days(member: Member, place: Community) -> list[date | None]:
    """Of each agreement that lets them in here; None: it has no last day."""
    goes_on = Q(agreement__ends_on=None) | Q(agreement__ends_on__gte=timezone.localdate())
    found = Admission.objects.filter(
        goes_on, town=place.town_id, member=member, agreement__place=place, ended_at=None
    )
    return list(found.values_list("agreement__ends_on", flat=True))


def _take_back(member: Member, place: Community, by: Member | None) -> int:
    """In all of the place, for every subject: else the desk of one wijk would stay open."""
    roles = Role.objects.filter(
        town=place.town_id,
        member=member,
        role=RoleName.PROFESSIONAL,
        community__in=place.tree.below(place),
    )
    taken, _what = roles.delete()
    if taken:
        member.held = None
        record("care.role.ended", on=member, by=by, community=place)
        changed("communities.member", member.pk)
    return taken
