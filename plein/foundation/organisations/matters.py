"""An organisation met somebody: one of the place looks along, within two weeks."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.models import Member
from plein.foundation.organisations.actions import look_along
from plein.foundation.organisations.models import Introduction
from plein.lib.matter import Layer, Matter, MatterSource

A_WHILE = timedelta(days=14)


def met(town_id: UUID) -> Iterator[Matter]:
    since = timezone.now() - A_WHILE
    rows = Introduction.objects.filter(town=town_id, met_at__gt=since, seen_at=None)
    greeted = rows.filter(member__greeted_at__isnull=False)
    found = greeted.select_related("member", "organisation").order_by("met_at", "pk")
    for told in found.iterator(chunk_size=500):
        assert told.met_at  # noqa: S101 - chosen by that moment
        assert told.organisation  # noqa: S101 - a constraint of the table
        yield Matter(
            kind="organisations.met",
            about=told.pk,
            community=told.member.home_id,
            area=told.member.home_id,
            words=_("%(organisation)s met %(name)s")
            % {"organisation": told.organisation.name, "name": told.member.name},
            url=reverse("communities:greet", args=[told.member_id]),
            hurts_from=told.met_at,
            hidden_from=frozenset({told.member_id, told.by_id}),
        )


def looked_along(about: UUID, by: Member) -> None:
    if told := Introduction.objects.filter(town=by.town_id, pk=about, seen_at=None).first():
        look_along(told, by=by)


MATTERS = [
    MatterSource(
        kind="organisations.met",
        title=gettext_lazy("Met by an organisation"),
        all=met,
        right="member.greet",
        pictogram="handshake",
        layer=Layer.WEEK,
        urgency=65,
        minutes=1,
        changes=("organisations.introduction", "communities.member"),
        done=looked_along,
        done_label=gettext_lazy("Seen"),
    ),
]
