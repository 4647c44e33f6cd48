"""'Ik sta hierop en wil dat niet': hidden at once, until somebody of the place looked at it."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.media.actions import erase_picture, hide_picture, show_picture
from plein.foundation.media.models import Picture
from plein.shared.moderation.models import Refusal
from plein.shared.notifications.actions import Words, notify

MOST_OF_ONE, MOST_OF_STRANGERS = 5, 40
"""In a day: of one person, and of all visitors of a town who hide without an account."""


class TooOften(Exception):
    """Enough for today; a call helps as well."""


@transaction.atomic
def refuse(
    picture: Picture, *, community: Community, words: str = "", by: Member | None, visitor: str
) -> Refusal:
    """Hide it now, unless somebody let it stand before: after this person, or any visitor.

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
    hides = hides_at_once(picture, by=by) and (by is not None or not _many(today))
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
        _tell_maker(
            picture,
            subject=_("A photo of yours is hidden for a while"),
            text=_("Somebody is on it and does not want that. We look at it and decide."),
            once=f"picture:{picture.pk}:hidden:{made.pk}",
        )
    record("moderation.picture.refused", on=made, by=by, hid=hides)
    jobs.changed("moderation.picture", picture.pk)
    return made


@transaction.atomic
def judge(picture: Picture, *, stands: bool, by: Member) -> None:
    """For every refusal of this photo at once. Gone is gone for good."""
    outcome = Refusal.Outcome.STANDS if stands else Refusal.Outcome.GONE
    open_ones = Refusal.objects.filter(town=by.town_id, picture=picture, decided_at=None)
    said = list(open_ones.select_related("by", "community").order_by("id"))
    if not open_ones.update(decided_at=timezone.now(), decided_by=by, outcome=outcome):
        return
    record("moderation.picture.judged", on=picture, by=by, outcome=outcome.value)
    jobs.changed("moderation.picture", picture.pk)
    _tell_outcome(picture, said, stands=stands)
    if stands:
        show_picture(picture, by=by)
    else:
        erase_picture(picture, by=by)


def forget_visitors() -> int:
    """Where visitors came from is needed for a day only."""
    old = Refusal.objects.filter(made_at__lt=timezone.now() - timedelta(days=1))
    return old.exclude(visitor="").update(visitor="")


def hides_at_once(picture: Picture, *, by: Member | None) -> bool:
    """Somebody else on the same photo was not asked before; of visitors nobody knows who they are.

    So for a visitor one look is enough: else who wants a photo gone only has to go on.
    """
    stood = Refusal.objects.filter(picture=picture, outcome=Refusal.Outcome.STANDS)
    return not (stood.filter(by=by) if by else stood).exists()


def _many(today: "QuerySet[Refusal]") -> bool:
    return today.filter(Q(by=None), hid=True).count() >= MOST_OF_STRANGERS


def _tell_outcome(picture: Picture, said: Sequence[Refusal], *, stands: bool) -> None:
    """Who said so and who added it hear what was decided, and whom to call about it."""
    subject: Words = _("The photo stands on the site") if stands else _("The photo is gone")
    looked = _("We looked at it, and think that you are not on it.")
    text: Words = looked if stands else _("It is gone for good. Thank you for telling us.")
    told = {one.by: one for one in said if one.by}
    for member, one in told.items():
        notify(
            member,
            key="moderation.picture",
            url="/",
            subject=subject,
            text=format_lazy("{} {}", text, _call(one.community)),
            once=f"refusal:{one.pk}:decided",
        )
    if picture.made_by in {member.pk for member in told}:
        return
    _tell_maker(
        picture,
        subject=_("Your photo stands again") if stands else _("A photo of yours is gone"),
        text=format_lazy(
            "{} {}",
            _("Somebody looked at it.") if stands else _("Who is on a photo decides about it."),
            _call(said[-1].community),
        ),
        once=f"picture:{picture.pk}:judged:{said[-1].pk}",
    )


def _call(place: Community) -> Words:
    if not place.phone:
        return ""
    return format_lazy(_("Do you want to talk about it? Call us: {phone}."), phone=place.phone)


def _tell_maker(picture: Picture, *, subject: Words, text: Words, once: str) -> None:
    """Who added it hears what happens to it; never who said so."""
    if picture.made_by is None:
        return
    maker = Member.objects.filter(town=picture.town_id, pk=picture.made_by).first()
    if maker:
        notify(maker, key="moderation.picture", url="/", subject=subject, text=text, once=once)
