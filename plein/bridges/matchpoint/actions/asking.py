"""An ask from a matchpoint, of somebody without an account."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plein.bridges.matchpoint.models import Sitting
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard.forms.asking import Choices
from plein.features.noticeboard.models import Post
from plein.features.noticeboard.wanting import wanted
from plein.foundation.communities.actions.greeting import greet
from plein.foundation.communities.actions.joining import join
from plein.foundation.communities.models import Community, Member
from plein.shared.notifications.asking_somebody import choose_somebody


class NothingAsked(Exception):
    """An answer is missing, or the theme was taken away in the meantime."""


@transaction.atomic
def publish(sitting: Sitting, choices: Choices, *, here: Community, host: Member) -> Post | None:
    """Put it on the board. A second press finds it done and makes nothing: None.

    Raises `NothingAsked` and `noticeboard.PlaceRests`.
    """
    # Lock the sitting, or a double press would ask twice.
    sitting = Sitting.objects.select_for_update(of=("self",)).get(
        town=sitting.town_id, pk=sitting.pk
    )
    if sitting.asked_at:
        return None
    ask = wanted(choices, sitting.answers, door=Post.Door.MATCHPOINT)
    if ask is None:
        raise NothingAsked
    member = sitting.member or _resident(sitting.answers, here=here, host=host)
    place = here.tree.all[member.home_id]
    post = noticeboard.publish(ask, community=place, by=member)
    sitting.member, sitting.answers, sitting.asked_at = member, {}, timezone.now()
    sitting.save(update_fields=["member", "answers", "asked_at"])
    return post


def _resident(answers: dict[str, str], *, here: Community, host: Member) -> Member:
    """A member without an account, met by the host who sits beside."""
    if not answers.get("name"):
        raise NothingAsked
    said = answers.get("home")  # a place with one part does not ask it
    home = here.tree.all.get(UUID(said), here) if said else here
    member = join(None, town=here.town_id, name=answers["name"], home=home, by=host)
    if phone := answers.get("phone", ""):
        member.address, member.channel = phone, Member.Channel.PHONE
        member.save(update_fields=["address", "channel"])
    if through := answers.get("through_phone"):
        name = answers["through_name"]
        choose_somebody(member, name=name, phone=through, may_hear=False, by=host)
    return greet(member, by=host)
