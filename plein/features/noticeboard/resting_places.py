"""Dagstart: a place that takes no asks, until it takes them again (HELP-9)."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.noticeboard.models import AnswerRules
from plein.lib.matter import Layer, Matter, MatterSource


def resting(town_id: UUID) -> Iterator[Matter]:
    closed = AnswerRules.objects.filter(town=town_id, closed_at__isnull=False)
    for rules in closed.select_related("community").order_by("pk"):
        said = {"place": rules.community.name, "why": rules.get_closed_because_display()}
        yield Matter(
            kind="noticeboard.place_rests",
            about=rules.pk,
            community=rules.community_id,
            words=_("%(place)s takes no asks now: %(why)s") % said,
            url=reverse("noticeboard:promise"),
            hurts_from=rules.closed_at or timezone.now(),
        )


RESTING = MatterSource(
    kind="noticeboard.place_rests",
    title=gettext_lazy("We take no new asks for a while"),
    all=resting,
    module="noticeboard",
    pictogram="clock",
    layer=Layer.TODAY,
    urgency=20,
    changes=("noticeboard.on_clock",),
)
