"""Who waits for a call back."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.bridges.telephone.models import CallBack
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


MATTERS = [
    MatterSource(
        kind="telephone.call_back",
        title=gettext_lazy("Who asked for a call"),
        all=to_call_back,
        pictogram="phone-call",
        layer=Layer.TODAY,
        urgency=28,
        minutes=6,
        changes=("telephone.call_back",),
        act_label=gettext_lazy("To the call list"),
    ),
]
