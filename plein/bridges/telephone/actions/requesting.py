"""'Bel mij terug', and 'Iemand is overleden of verhuisd': a number, and somebody who calls."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from plein.bridges.telephone import telling
from plein.bridges.telephone.hours import hours_of
from plein.bridges.telephone.models import CallBack, Tidings
from plein.features.noticeboard import promise
from plein.foundation import jobs
from plein.foundation.accounts import limits
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member

LEFT_ALONE = timedelta(days=30)


@transaction.atomic
def ask_call(phone: str, *, community: Community, visitor: str) -> None:
    """`phone` as `addresses.clean` wrote it. Raises `limits.TooOften`.

    A number that is on the list already, or that said it did not ask, is not put on it again;
    who typed it cannot tell the difference (H13).
    """
    limits.count("call-back.ip", visitor)
    limits.count("call-back.number", phone)
    known = CallBack.objects.filter(town=community.town_id, phone=phone)
    left_alone = known.filter(not_asked=True, done_at__gt=timezone.now() - LEFT_ALONE)
    if left_alone.exists():
        return
    row, new = CallBack.objects.get_or_create(
        town_id=community.town_id,
        phone=phone,
        done_at=None,
        defaults={"community": community, "due_at": hours_of(community).due_at},
    )
    if new:
        record("telephone.call_back.asked", on=row)
        jobs.changed("telephone.call_back", row.pk)


def tell_who_is_late() -> None:
    """The moment that we promised has passed: who is on the clock today hears it, once a call."""
    now = timezone.now()
    for model in (CallBack, Tidings):
        late = model.objects.open().filter(due_at__lte=now, due_at__gt=now - timedelta(days=1))
        jobs.each(_tell_it_is_late, list(late.select_related("community").order_by("pk")))


def _tell_it_is_late(one: CallBack | Tidings) -> None:
    watch = promise.watch(one.community)
    for row in watch.present or watch.last_resorts:
        if row.member:
            telling.promise_is_late(one, row.member)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What family says. `phone` as `addresses.clean` wrote it; `home` when they know it."""

    because: str
    who: str
    teller: str
    phone: str
    home: Community


@transaction.atomic
def tell_who_is_gone(told: Told, *, visitor: str) -> Tidings:
    """Nothing stops yet: first a person calls. Raises `limits.TooOften`.

    Nobody is looked up here, so who tells cannot learn who is a member (H13).
    """
    limits.count("farewell.ip", visitor)
    limits.count("farewell.number", told.phone)
    row, new = Tidings.objects.get_or_create(
        town_id=told.home.town_id,
        phone=told.phone,
        who=told.who,
        done_at=None,
        defaults={
            "community": told.home,
            "because": Member.Gone(told.because),
            "teller": told.teller,
            "due_at": hours_of(told.home).due_at,
        },
    )
    if new:
        record("telephone.tidings.told", on=row)
        jobs.changed("telephone.tidings", row.pk)
    return row
