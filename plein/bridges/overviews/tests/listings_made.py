"""Listings of any kind for tests, kept in the index as if an app had offered them."""

from datetime import timedelta

from django.utils import timezone

from plein.bridges.overviews.actions import keep
from plein.bridges.overviews.models import Row
from plein.lib.keys import uuid7
from plein.lib.listing import Fact, Listing, ListingSource, Moment, folded

NAMES = {
    "agenda": "Activiteiten",
    "showcase": "Ideeën",
    "directory": "Organisaties",
    "about": "Verhalen",
    "noticeboard": "Aanbod",
}


def source(house, kind="thing"):
    return ListingSource(
        kind=kind,
        house=house,
        change="test.thing",
        one=lambda _pk: None,
        all=lambda _town: iter(()),
        name=NAMES[house],
    )


def made(community, title, house="directory", *, kind="thing", **said):
    """The row of a listing; public unless it says otherwise."""
    words = folded([title, said.get("summary", ""), said.pop("words", "")])
    key = said.pop("id", None) or uuid7()
    listing = Listing(
        id=key,
        kind=kind,
        town=community.town_id,
        community=community.pk,
        reach=said.pop("reach", "up"),
        audience=said.pop("audience", "public"),
        url=said.pop("url", f"/ding/{key}/"),
        title=title,
        changed_at=said.pop("changed_at", timezone.now()),
        area=said.pop("area", community.pk),
        words=words,
        public_words=said.pop("public_words", words),
        **said,
    )
    keep(source(house, kind), listing)
    return Row.objects.get(pk=key)


def moment(days=1, hours=0, length=2, **said):
    """So many days from now, at a whole hour."""
    start = timezone.now().replace(minute=0, second=0, microsecond=0)
    start += timedelta(days=days, hours=hours)
    return Moment(start, start + timedelta(hours=length), **said)


def fact(words, pictogram="info"):
    return Fact(pictogram, {"nl": words})
