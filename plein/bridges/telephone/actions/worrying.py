"""A worry of somebody whom nobody can find here: it reaches the people by name all the same."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from plein.bridges.telephone import telling
from plein.bridges.telephone.models import Worry
from plein.features.noticeboard import promise
from plein.features.noticeboard.models import Concern
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a caller says. `phone` as `addresses.clean` wrote it, or nothing."""

    kind: str
    about: str
    teller: str
    phone: str = ""


@transaction.atomic
def note_worry(told: Told, *, community: Community, by: Member) -> bool:
    """Whether anybody by name was told; when not, `by` calls one of them now."""
    worry = Worry.objects.create(
        town_id=community.town_id,
        community=community,
        kind=Concern.Kind(told.kind),
        about=Concern.About(told.about),
        teller=told.teller,
        phone=told.phone,
        noted_by=by,
    )
    record("telephone.worry.told", on=worry, by=by, kind=worry.kind)
    jobs.changed("telephone.worry", worry.pk)
    people = [row.member for row in promise.safety_people(community) if row.member]
    for one in people:
        telling.somebody_told(worry, one)
    return bool(people)


@transaction.atomic
def worry_heard(worry: Worry, *, by: Member) -> None:
    """Somebody by name spoke with the caller; the number goes two days later."""
    if Worry.objects.open().filter(town=worry.town_id, pk=worry.pk).update(done_at=timezone.now()):
        record("telephone.worry.heard", on=worry, by=by)
        jobs.changed("telephone.worry", worry.pk)
