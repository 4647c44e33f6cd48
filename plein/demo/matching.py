"""Suggestions for the whole town at once, as the worker would have made them one by one."""

from datetime import timedelta

from plein.bridges.matching.actions import planning, proposing, reading, suggesting
from plein.bridges.matching.models import Helper, Invitation, Suggestion
from plein.demo.maker import Maker
from plein.demo.places import Places
from plein.features.noticeboard.models import Post
from plein.foundation.communities.models import Member

OFTEN = 0.25
"""Share of the helpers who chose themselves how often they may be asked."""


def make_suggestions(maker: Maker, places: Places) -> int:
    """How many asks were looked at. The sentence model is used when it is installed."""
    maker.start("matching")
    _choose(maker, places)
    for town in (places.town, places.elders):
        reading.read_town(town.pk)
    asks = sum(suggesting.for_town(town.pk) for town in (places.town, places.elders))
    planning.plan(places.town.pk)
    proposing.make(places.town.pk)
    _invite(maker, places)
    return asks


def _choose(maker: Maker, places: Places) -> None:
    members = Member.objects.filter(town=places.town, state=Member.State.ACTIVE).order_by("pk")
    Helper.objects.bulk_create(
        Helper(
            pk=maker.key(),
            town=places.town,
            member=member,
            weekly=maker.chance.choice((0, 2, 2)),
            at_once=maker.chance.choice((None, None, 1, 2, 3)),
        )
        for member in members
        if maker.often(OFTEN)
    )


def _invite(maker: Maker, places: Places) -> None:
    """Some careful questions of the last days, so that a helper finds one in the demo."""
    waiting = Post.objects.filter(
        town=places.town, kind=Post.Kind.ASK, first_answered_at=None
    ).open()
    rows = Suggestion.objects.filter(
        town=places.town,
        near=False,
        ask__in=waiting,
        helper__state=Member.State.ACTIVE,
        helper__greeted_at__isnull=False,
    )
    asked: set[object] = set()
    for row in rows.order_by("-score", "pk")[:200]:
        if {row.ask_id, row.helper_id} & asked or len(asked) > 60:
            continue
        asked |= {row.ask_id, row.helper_id}
        moment = maker.now - timedelta(hours=maker.chance.uniform(2, 60))
        Invitation.objects.create(
            pk=maker.key(moment),
            town=places.town,
            ask_id=row.ask_id,
            to_id=row.helper_id,
            offer_id=row.offer_id,
            parts=row.parts,
            reasons=row.reasons,
            doubts=row.doubts,
            made_at=moment,
            sent_at=moment,
        )
