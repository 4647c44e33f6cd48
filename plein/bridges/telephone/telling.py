"""What people of the place hear at once: that something waits, not a word of it (H7)."""

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plein.bridges.telephone.models import CallBack, Tidings, Worry
from plein.features.noticeboard import access, safety
from plein.features.noticeboard.models import AskClock, Post
from plein.features.noticeboard.telling_safety import Case, before
from plein.features.noticeboard.telling_steps import call_us
from plein.foundation import outbox
from plein.foundation.accounts.addresses import is_landline
from plein.foundation.communities.models import Member
from plein.lib.formality import tongue
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


def case_of(worry: Worry) -> Case:
    last = worry.step == safety.Step.LAST
    return Case(
        key="telephone.worry",
        url=reverse("telephone:heard", args=[worry.pk]),
        once=f"worry:{worry.pk}",
        community=worry.community,
        step=worry.step,
        day=f"{timezone.localdate():%Y%m%d}" if last else "",
    )


def to_caller(worry: Worry) -> None:
    """A text, when they left a number that reads one: that we are late, and whom else to call."""
    if not worry.phone or is_landline(worry.phone):
        return
    place = worry.community.tree.site_of(worry.community)
    with translation.override(tongue("nl", formal=True)):
        if worry.step == safety.Step.OPENED and worry.due_at:
            words = gettext("%(place)s: sorry, nobody called you yet. We call you %(moment)s.")
        else:
            words = gettext("%(place)s: sorry, we did not manage to call you. You need not wait.")
        moment = before(worry.due_at, tongue("nl", formal=True)) if worry.due_at else ""
        lines = [words % {"place": place.name, "moment": moment}]
        lines += [str(line) for line in call_us(worry.community)[:1]]
        outbox.post_text(
            to=worry.phone,
            text=" ".join(lines),
            key=f"telephone.worry:{worry.pk}:late:{worry.step}",
            town=worry.town_id,
        )
