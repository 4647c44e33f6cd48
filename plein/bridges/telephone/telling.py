"""Who stands for a theme hears that an ask of it waits: theme and wijk, not a word of it (H7)."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

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
