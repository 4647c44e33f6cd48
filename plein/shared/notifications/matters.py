"""Who has news and wants to hear it from a person: on the phone or on paper."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.models import Member
from plein.lib.matter import Layer, Matter, MatterSource
from plein.shared.notifications import actions
from plein.shared.notifications.models import GoBetween, Notification


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


def to_ask(town_id: UUID) -> Iterator[Matter]:
    """Somebody may hear the news of a member, and was not asked yet."""
    waiting = GoBetween.objects.filter(town=town_id, agreed_at=None, member__in=_here(town_id))
    for one in waiting.select_related("member").order_by("id"):
        yield Matter(
            kind="notifications.go_between",
            about=one.pk,
            community=one.member.home_id,
            area=one.member.home_id,
            words=_("Ask somebody whether they hear the news of %(name)s")
            % {"name": one.member.name},
            url=reverse("notifications:ask-somebody", args=[one.pk]),
            hurts_from=one.made_at,
            hidden_from=frozenset({one.member_id}),
        )


def _here(town_id: UUID) -> QuerySet[Member]:
    return Member.objects.here().filter(town=town_id).values("pk")  # type: ignore[return-value]


MATTERS = [
    MatterSource(
        kind="notifications.go_between",
        title=gettext_lazy("Ask whether somebody hears news for another"),
        all=to_ask,
        pictogram="users",
        layer=Layer.WEEK,
        urgency=30,
        minutes=4,
        changes=("notifications.go_between", "communities.member"),
    ),
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
    ),
]
