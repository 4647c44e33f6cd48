"""Slips that Petra and Fatima gave along, so that a visitor sees what they hear of them (DOOR-8)."""

from datetime import timedelta

from plein.bridges.overviews.models import Row
from plein.bridges.referrals.models import DAYS, PURPOSE, Referral, digest_of
from plein.demo.maker import Maker
from plein.demo.places import Places
from plein.foundation.communities.models import Member
from plein.lib.codes import code_of

GIVEN = (
    ("petra", "activity", 12, "dinsdag", Referral.Echo.CAME),
    ("petra", "organisation", 6, "na de koffie", Referral.Echo.NOT_YET),
    ("petra", "activity", 1, "", Referral.Echo.NONE),
    ("fatima", "organisation", 20, "", Referral.Echo.CAME),
)
"""Who gave it, for what kind of thing, how many days ago, their own word, and the echo."""


def make_slips(maker: Maker, places: Places, cast: dict[str, Member]) -> None:
    """After the index: a slip is for something that can be found."""
    chance = maker.start("slips")
    town = places.town
    public = Row.objects.in_community(town).filter(audience="public")
    for who, kind, days, word, echo in GIVEN:
        row = chance.choice(list(public.filter(kind=kind).order_by("pk")[:50]))
        made = maker.now - timedelta(days=days)
        key = maker.key(made)
        Referral.objects.create(
            pk=key,
            town=town,
            community=town,
            digest=digest_of(town.pk, code_of(PURPOSE, key)),
            about=row.pk,
            title=row.title,
            by=cast[who],
            word=word,
            echo=echo,
            made_on=made.date(),
            ends_on=made.date() + timedelta(days=DAYS),
        )
