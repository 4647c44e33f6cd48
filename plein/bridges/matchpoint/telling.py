"""Who gave a number hears there that a new slip was made: perhaps it was somebody else."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.models import Member
from plein.shared.notifications.actions import notify


def slip_replaced(member: Member) -> None:
    if not member.phone:
        return
    words = _("A new slip was made for you at a matchpoint. Was that not you? Call us.")
    notify(
        member,
        key="matchpoint.slip_replaced",
        url=reverse("matchpoint:start"),
        subject=_("A new slip was made for you"),
        text=words,
        aloud=words,
        once=f"slip:{member.pk}:{timezone.now():%Y%m%d%H%M%S}",
        now=True,
    )
