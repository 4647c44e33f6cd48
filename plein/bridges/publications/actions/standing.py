"""A filter with a name, made anew on the first of every month (BLOCK-10)."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from plein.bridges.publications.actions.making import make_for
from plein.bridges.publications.actions.reading import tell_readers, tell_stopped
from plein.bridges.publications.content import chosen_by
from plein.bridges.publications.models import Order, Standing
from plein.foundation import jobs
from plein.foundation.audit.actions import record
from plein.foundation.communities.models import Member
from plein.shared.notifications.actions import notify

MOST = 10
"""For one member."""


class TooMany(Exception):
    """Stop one before you keep another."""


@transaction.atomic
def keep_standing(order: Order, name: str, *, mails: bool, by: Member) -> Standing:
    """Have what somebody ordered made anew every month, at an address that stays."""
    if Standing.objects.filter(town=by.town_id, by=by).count() >= MOST:
        raise TooMany
    kept = Standing.objects.create(
        town_id=order.town_id,
        community_id=order.community_id,
        house=order.house,
        query=chosen_by(order).filters.to_keep,
        thing=order.thing,
        shape=order.shape,
        edition_id=order.edition_id,
        renewed_at=order.ready_at if order.edition_id else None,
        name=name,
        by=by,
        mails=mails,
        next_on=first_of_next_month(timezone.localdate()),
    )
    record("publications.standing.kept", on=kept, by=by, shape=kept.shape)
    if order.edition_id is None:
        jobs.later("publications.renew", kept.pk)
    return kept


@transaction.atomic
def stop(standing: Standing, *, by: Member) -> None:
    record("publications.standing.stopped", on=standing, by=by, shape=standing.shape)
    tell_stopped(standing)
    standing.delete()


def renew(pk: object) -> None:
    """Make it anew. Its maker is told when they asked so; of who left nothing stays."""
    standing = Standing.objects.select_related("by", "community").filter(pk=UUID(str(pk))).first()
    if standing is None:
        return
    if not standing.by.is_here:
        with transaction.atomic():
            tell_stopped(standing)
            standing.delete()
        return
    today = timezone.localdate()
    if _is_off(standing):
        Standing.objects.filter(pk=standing.pk).update(next_on=first_of_next_month(today))
        return
    due = standing.next_on <= today
    if chosen_by(standing).lost:
        _keep_the_old_one(standing, today)
        return
    standing.edition = make_for(standing)
    standing.renewed_at, standing.next_on = timezone.now(), first_of_next_month(today)
    with transaction.atomic():
        standing.save(update_fields=["edition", "renewed_at", "next_on"])
        if not (due and standing.edition):
            return
        tell_readers(standing, today)
        if standing.mails:
            _tell(standing, today)


def _is_off(standing: Standing) -> bool:
    """Nothing is made or told of a house that is off: its page is not there (SIMPLE-2)."""
    place = standing.community.tree.all[standing.community_id]
    return bool(standing.house) and standing.house not in place.modules


@transaction.atomic
def _keep_the_old_one(standing: Standing, today: date) -> None:
    """A theme or wijk that was chosen is gone: a library gets no booklet of everything instead."""
    Standing.objects.filter(pk=standing.pk).update(next_on=first_of_next_month(today))
    with override(standing.by.tongue):
        notify(
            standing.by,
            key="publications.lost",
            url=standing.get_absolute_url(),
            subject=_("“%(name)s” is not made anew any more") % {"name": standing.name},
            text=_("Something that you chose for it is not here any more. Choose again."),
            once=f"publications.lost {standing.pk} {today:%Y-%m}",
        )


def _tell(standing: Standing, today: date) -> None:
    with override(standing.by.tongue):
        notify(
            standing.by,
            key="publications.renewed",
            url=standing.get_absolute_url(),
            subject=_("“%(name)s” of this month is ready") % {"name": standing.name},
            text=_("You can print it now. The link stays the same every month."),
            once=f"publications.renewed {standing.pk} {today:%Y-%m}",
        )


def renew_due() -> None:
    due = Standing.objects.filter(next_on__lte=timezone.localdate())
    for pk in due.order_by("pk").values_list("pk", flat=True):
        jobs.later("publications.renew", pk)


def first_of_next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
