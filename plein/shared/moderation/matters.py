"""Reports that wait for somebody to look at them."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.lib.matter import Layer, Matter, MatterSource
from plein.shared.moderation.models import Refusal, Report
from plein.shared.moderation.registry import kind_name


def open_reports(town_id: UUID) -> Iterator[Matter]:
    for one in Report.objects.filter(town=town_id).open().order_by("id"):
        yield Matter(
            kind="moderation.report",
            about=one.pk,
            community=one.community_id,
            words=_("A report about %(kind)s: %(reason)s")
            % {"kind": kind_name(one.kind), "reason": one.get_reason_display()},
            url=f"{reverse('moderation:reports')}?melding={one.pk}",
            hurts_from=one.made_at,
            hidden_from=frozenset(UUID(key) for key in one.concerns.split()) | {one.by_id},
        )


def refused_pictures(town_id: UUID) -> Iterator[Matter]:
    """One matter per photo, however many people said it."""
    seen = set()
    for one in Refusal.objects.filter(town=town_id, decided_at=None).order_by("id"):
        if one.picture_id is None or one.picture_id in seen:
            continue
        seen.add(one.picture_id)
        yield Matter(
            kind="moderation.picture",
            about=one.picture_id,
            community=one.community_id,
            words=_("Somebody is on a photo and does not want that"),
            url=reverse("moderation:judge", args=[one.picture_id]),
            hurts_from=one.made_at,
            hidden_from=frozenset({one.by_id}),
        )


MATTERS = [
    MatterSource(
        kind="moderation.picture",
        title=gettext_lazy("Photos to look at"),
        all=refused_pictures,
        right="picture.judge",
        urgency=20,
        minutes=3,
        changes=("moderation.picture",),
        pictogram="eye-slash",
    ),
    MatterSource(
        kind="moderation.report",
        title=gettext_lazy("Reports"),
        all=open_reports,
        right="report.see",
        layer=Layer.TODAY,
        urgency=20,
        minutes=6,
        changes=("moderation.report",),
        pictogram="flag",
    ),
]
