"""What people of the place hear at once: that something waits, not a word of it (H7)."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plein.bridges.telephone.models import CallBack, Tidings, Worry
from plein.features.noticeboard import access
from plein.features.noticeboard.models import AskClock, Post
from plein.foundation.communities.models import Member
from plein.shared.notifications.actions import notify


def theme_needs_you(post: Post, to: Member, clock: AskClock) -> None:
    calls = access.may_call(post, to)
    page = reverse("noticeboard:call", args=[post.address])
    notify(
        to,
        key="telephone.theme",
        url=page if calls else post.get_absolute_url(),
        subject=_("Somebody waits for help with your subject"),
        text=_(
            "Nobody in the neighbourhood could help yet. You know this subject. Can you help, or "
            "do you know who can? Open the page to see it, or call the team of this place."
        ),
        once=f"post:{post.pk}:theme:{clock.began_at:%Y%m%d%H%M}",
        now=True,
    )


def promise_is_late(one: CallBack | Tidings, to: Member) -> None:
    notify(
        to,
        key="telephone.late",
        url=reverse("telephone:list"),
        subject=_("Somebody still waits for the call that we promised"),
        text=_("We said before when we would call, and that has passed. Call them first."),
        once=f"call:{one.pk}:late",
        now=True,
    )


def somebody_told(worry: Worry, to: Member) -> None:
    notify(
        to,
        key="telephone.worry",
        url=reverse("telephone:heard", args=[worry.pk]),
        subject=_("Somebody has told us something. Call today"),
        text=_("Open the page to see whom to call. Do not discuss it by mail."),
        once=f"worry:{worry.pk}",
        now=True,
    )
