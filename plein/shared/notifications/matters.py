"""Who has news and wants to hear it from a person: on the phone or on paper."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.models import Member
from plein.lib.matter import Layer, Matter, MatterSource
from plein.shared.notifications import actions
from plein.shared.notifications.models import Notification


def to_tell(town_id: UUID) -> Iterator[Matter]:
    """One per member, since the oldest of their news. What it says stays closed (H12)."""
    waiting = Notification.objects.filter(town=town_id).to_tell_in_person()
    told = set()
    for one in waiting.select_related("to").order_by("id"):
        if one.to_id in told:
            continue
        told.add(one.to_id)
        yield Matter(
            kind="notifications.tell",
            about=one.to_id,
            community=one.to.home_id,
            area=one.to.home_id,
            words=_("%(name)s has news and wants to hear it from a person") % {"name": one.to.name},
            url=reverse("notifications:tell", args=[one.to_id]),
            hurts_from=one.made_at,
        )


def told(about: UUID, by: Member) -> None:
    """It was told: on the phone, at the door or on paper."""
    if to := Member.objects.filter(town=by.town_id, pk=about).first():
        actions.tell_in_person(to, by=by)


MATTERS = [
    MatterSource(
        kind="notifications.tell",
        title=gettext_lazy("To call or write"),
        all=to_tell,
        pictogram="phone-call",
        layer=Layer.TODAY,
        urgency=40,
        done=told,
        done_label=gettext_lazy("I have told it"),
        minutes=5,
        changes=("notifications.person", "communities.member"),
    )
]
