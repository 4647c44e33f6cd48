"""'Ik sta hierop en wil dat niet': hidden at once, until somebody of the place looked at it."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.media.actions import erase_picture, hide_picture, show_picture
from plein.foundation.media.models import Picture
from plein.shared.moderation.models import Refusal
from plein.shared.notifications.actions import notify

MOST_OF_ONE, MOST_OF_STRANGERS = 5, 40
"""In a day: of one person, and of all visitors of a town who hide without an account."""


class TooOften(Exception):
    """Enough for today; a call helps as well."""


@transaction.atomic
def refuse(
    picture: Picture, *, community: Community, words: str = "", by: Member | None, visitor: str
) -> Refusal:
    """Hide it now, unless somebody looked at this photo before and let it stand.

    `visitor` is a digest of where somebody without account comes from. Raises `TooOften`.
    """
    today = Refusal.objects.filter(
        town=community.town_id, made_at__gt=timezone.now() - timedelta(days=1)
    )
    mine = today.filter(by=by) if by else today.filter(by=None, visitor=visitor)
    if said := mine.filter(picture=picture, decided_at=None).first():
        return said
    if mine.count() >= MOST_OF_ONE:
        raise TooOften
    hides = not _looked_at(picture) and (by is not None or not _many(today))
    made = Refusal.objects.create(
        town_id=community.town_id,
        community=community,
        picture=picture,
        by=by,
        visitor="" if by else visitor,
        words=words,
        hid=hides,
    )
    if hides and picture.hidden_at is None:
        hide_picture(picture, by=by)
        _tell_maker(picture)
    record("moderation.picture.refused", on=made, by=by, hid=hides)
    jobs.changed("moderation.picture", picture.pk)
    return made


@transaction.atomic
def judge(picture: Picture, *, stands: bool, by: Member) -> None:
    """For every refusal of this photo at once. Gone is gone for good."""
    outcome = Refusal.Outcome.STANDS if stands else Refusal.Outcome.GONE
    open_ones = Refusal.objects.filter(town=by.town_id, picture=picture, decided_at=None)
    if not open_ones.update(decided_at=timezone.now(), decided_by=by, outcome=outcome):
        return
    record("moderation.picture.judged", on=picture, by=by, outcome=outcome.value)
    jobs.changed("moderation.picture", picture.pk)
    if stands:
        show_picture(picture, by=by)
    else:
        erase_picture(picture, by=by)


def forget_visitors() -> int:
    """Where visitors came from is needed for a day only."""
    old = Refusal.objects.filter(made_at__lt=timezone.now() - timedelta(days=1))
    return old.exclude(visitor="").update(visitor="")


def _looked_at(picture: Picture) -> bool:
    return Refusal.objects.filter(picture=picture, outcome=Refusal.Outcome.STANDS).exists()


def _many(today: "QuerySet[Refusal]") -> bool:
    return today.filter(Q(by=None), hid=True).count() >= MOST_OF_STRANGERS


def _tell_maker(picture: Picture) -> None:
    """Who added it hears that it is hidden; never who said so."""
    if picture.made_by is None:
        return
    maker = Member.objects.filter(town=picture.town_id, pk=picture.made_by).first()
    if maker:
        notify(
            maker,
            key="moderation.picture",
            url="/",
            subject=_("A photo of yours is hidden for a while"),
            text=_("Somebody is on it and does not want that. We look at it and decide."),
            once=f"picture:{picture.pk}:hidden",
        )
