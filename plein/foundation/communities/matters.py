"""What waits for a colleague: training, codes that nobody was told of, who was said to be gone."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.actions.speaking import CHANGED, asked, unheard
from plein.foundation.communities.models import BOUND, Member, Role
from plein.lib.matter import Layer, Matter, MatterSource


def untrained(town_id: UUID) -> Iterator[Matter]:
    """Once a person, at the role that was given first."""
    here = Member.objects.here().filter(town=town_id, trained_on=None)
    given = Role.objects.filter(town=town_id, role__in=BOUND, member__in=here.values("pk"))
    going_on = given.exclude(until__lt=timezone.localdate()).select_related("member")
    seen: set[UUID] = set()
    for role in going_on.order_by("given_at", "pk").iterator(chunk_size=500):
        if role.member_id in seen:
            continue
        seen.add(role.member_id)
        yield Matter(
            kind="communities.training",
            about=role.pk,
            community=role.community_id,
            words=_("%(name)s cannot begin yet: plan the safety training")
            % {"name": role.member.name},
            url=reverse("communities:training", args=[role.pk]),
            hurts_from=role.given_at,
            hidden_from=frozenset({role.member_id}),
        )


def read_aloud(town_id: UUID) -> Iterator[Matter]:
    """A code was read to who has a phone on the wall only: no message could tell them, so a
    colleague of who read it asks (decision 0002)."""
    for member, codes in unheard(town_id).items():
        yield Matter(
            kind="communities.code",
            about=member.pk,
            community=member.home_id,
            area=member.home_id,
            words=_("A code was read aloud for %(name)s. Call and ask: was that for you?")
            % {"name": member.name},
            url=reverse("communities:neighbour", args=[member.pk]),
            hurts_from=codes[0].made_at,
            hidden_from=frozenset({member.pk, *(line.by_id for line in codes)}),
        )


def came_back(town_id: UUID) -> Iterator[Matter]:
    """We said that they died or moved, and somebody signed in with their address."""
    gone = Member.objects.filter(town=town_id, state=Member.State.LEFT)
    for one in gone.filter(gone_at__isnull=False, came_back_at__isnull=False).order_by("id"):
        yield Matter(
            kind="communities.came_back",
            about=one.pk,
            community=one.home_id,
            area=one.home_id,
            words=_("%(name)s was said to be gone, and wants to sign in: look at it together")
            % {"name": one.name},
            url=reverse("communities:gone", args=[one.pk]),
            hurts_from=one.came_back_at or one.made_at,
            hidden_from=frozenset({one.pk}),
        )


MATTERS = [
    MatterSource(
        kind="communities.code",
        title=gettext_lazy("Codes that a colleague read aloud"),
        all=read_aloud,
        right="code.speak",
        pictogram="key",
        layer=Layer.WEEK,
        urgency=40,
        minutes=3,
        changes=(CHANGED, "communities.member"),
        done=asked,
        done_label=gettext_lazy("It was for them"),
    ),
    MatterSource(
        kind="communities.came_back",
        title=gettext_lazy("Said to be gone, and back"),
        all=came_back,
        right="member.greet",
        pictogram="hand-waving",
        layer=Layer.WEEK,
        urgency=12,
        minutes=5,
        changes=("communities.member",),
    ),
    MatterSource(
        kind="communities.training",
        title=gettext_lazy("Waits for the safety training"),
        all=untrained,
        right="role.give",
        pictogram="graduation-cap",
        layer=Layer.WEEK,
        urgency=60,
        minutes=5,
        changes=("communities.member",),
    ),
]
