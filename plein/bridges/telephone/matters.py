"""Who waits for a call: who asked for one, who told that somebody is gone, or a worry."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.bridges.telephone.models import CallBack, Tidings, Worry
from plein.features.noticeboard import safety
from plein.foundation.communities import tree
from plein.lib.matter import Layer, Matter, MatterSource


def to_call_back(town_id: UUID) -> Iterator[Matter]:
    """The end of the number only; who opens it is in the audit (H12)."""
    for one in CallBack.objects.open().filter(town=town_id).order_by("id"):
        yield Matter(
            kind="telephone.call_back",
            about=one.pk,
            community=one.community_id,
            area=one.community_id,
            words=_("Call back the number that ends in %(end)s") % {"end": one.phone[-3:]},
            url=reverse("telephone:list"),
            hurts_from=one.made_at,
            due=one.due_at,
        )


def to_check(town_id: UUID) -> Iterator[Matter]:
    """Who is gone stands on the page of the call, not here."""
    for one in Tidings.objects.open().filter(town=town_id).order_by("id"):
        yield Matter(
            kind="telephone.tidings",
            about=one.pk,
            community=one.community_id,
            area=one.community_id,
            words=_("Somebody says that a neighbour died or moved: call …%(end)s")
            % {"end": one.phone[-3:]},
            url=reverse("telephone:list"),
            hurts_from=one.made_at,
            due=one.due_at,
        )


def to_hear(town_id: UUID) -> Iterator[Matter]:
    """For the people by name only; the words tell nothing (HELP-16)."""
    places = tree.of(town_id).all
    for one in Worry.objects.open().filter(town=town_id).order_by("id"):
        told = safety.members_told(places[one.community_id], step=one.step)
        yield Matter(
            kind="telephone.worry",
            about=one.pk,
            community=one.community_id,
            area=one.community_id,
            words=str(one.get_kind_display()),
            url=reverse("telephone:heard", args=[one.pk]),
            hurts_from=one.made_at,
            only_for=frozenset(member.pk for member in told),
        )


MATTERS = [
    MatterSource(
        kind="telephone.worry",
        title=gettext_lazy("A caller told us something: call today"),
        all=to_hear,
        pictogram="lifebuoy",
        layer=Layer.TODAY,
        urgency=11,
        minutes=15,
        may_wait=False,
        changes=("telephone.worry", "noticeboard.on_clock", "communities.member"),
    ),
    MatterSource(
        kind="telephone.tidings",
        title=gettext_lazy("Somebody died or moved: check it by phone"),
        all=to_check,
        pictogram="flower-tulip",
        layer=Layer.TODAY,
        urgency=18,
        minutes=8,
        promised=True,
        changes=("telephone.tidings",),
        act_label=gettext_lazy("To the call list"),
    ),
    MatterSource(
        kind="telephone.call_back",
        title=gettext_lazy("Who asked for a call"),
        all=to_call_back,
        pictogram="phone-call",
        layer=Layer.TODAY,
        urgency=28,
        minutes=6,
        promised=True,
        changes=("telephone.call_back",),
        act_label=gettext_lazy("To the call list"),
    ),
]
