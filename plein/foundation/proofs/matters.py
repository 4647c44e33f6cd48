"""What ends within a month: somebody of us looks once more in time."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.models import Member
from plein.foundation.proofs.models import Proof
from plein.lib.matter import Layer, Matter, MatterSource

IN_TIME = timedelta(days=31)


def ending(town_id: UUID) -> Iterator[Matter]:
    today = timezone.localdate()
    soon = Proof.objects.filter(town=town_id, ends_on__range=(today, today + IN_TIME)).filter(
        member__in=Member.objects.here().filter(town=town_id).values("pk")
    )
    for proof in soon.select_related("member").order_by("ends_on", "pk").iterator(chunk_size=500):
        assert proof.ends_on  # noqa: S101 - chosen by that day
        ends = timezone.make_aware(datetime.combine(proof.ends_on, time.min))
        yield Matter(
            kind="proofs.ending",
            about=proof.pk,
            community=proof.member.home_id,
            area=proof.member.home_id,
            words=_("%(name)s: “%(what)s” ends soon")
            % {"name": proof.member.name, "what": proof.rung.label},
            url=reverse("proofs:member", args=[proof.member_id]),
            hurts_from=ends - IN_TIME,
            hidden_from=frozenset({proof.member_id}),
        )


MATTERS = [
    MatterSource(
        kind="proofs.ending",
        title=gettext_lazy("Look once more in time"),
        all=ending,
        module="noticeboard",
        right="proof.note",
        pictogram="identification-badge",
        layer=Layer.WEEK,
        urgency=70,
        minutes=5,
        changes=("proofs.member", "communities.member"),
    ),
]
