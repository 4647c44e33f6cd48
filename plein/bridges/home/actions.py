"""Composing the front page, and counting the number it tells."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from plein.bridges.home.blocks import Arrangement
from plein.bridges.home.models import Front, Number
from plein.features.noticeboard.models import Match
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member

LATELY = timedelta(days=30)


@transaction.atomic
def arrange(community: Community, wanted: Arrangement, *, by: Member) -> None:
    kept = {"order": list(wanted.order), "off": sorted(wanted.off)}
    front, _new = Front.objects.update_or_create(
        town_id=community.town_id, community=community, defaults=kept
    )
    record("home.front.arranged", on=front, by=by, community=community)


@transaction.atomic
def count(community: Community) -> None:
    """Appointments of the last thirty days, of asks and offers of this place and inside it."""
    now = timezone.now()
    agreed = Match.objects.filter(
        Q(response__post__community__in=community.tree.below(community)),
        town=community.town_id,
        agreed_at__gt=now - LATELY,
        agreed_at__lte=now,
    ).count()
    Number.objects.update_or_create(
        town_id=community.town_id,
        community=community,
        defaults={"day": timezone.localdate(), "agreed": agreed},
    )
