"""Reverse matching (HELP-11): an offer nobody took up, and something that could use it.

Made in the night from the listings of every app; nothing is told before a connector agrees.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from uuid import UUID

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from plein.bridges.matching import telling, thinking
from plein.bridges.matching.engine.shapes import Kind
from plein.bridges.matching.engine.shapes import Post as Subject
from plein.bridges.matching.engine.shapes import Suggestion as Found
from plein.bridges.matching.models import Feature, Proposal
from plein.bridges.matching.queries import proposed
from plein.foundation.audit import record
from plein.foundation.communities import tree
from plein.foundation.communities.models import Content, Member
from plein.foundation.communities.queries import blocked_ids
from plein.lib.listing import Listing, ListingSource

MOST_OFFERS, MOST_LISTINGS = 200, 2000
USES_HANDS = frozenset({"activity", "initiative", "organisation", "service", "vacancy"})
"""Kinds of listings in which somebody can do something; news and stories are to read."""
TAKES_PART = frozenset({"activity", "initiative"})
"""Of these kinds only what looks for hands."""


@cache
def sources() -> list[ListingSource]:
    """Everything that can be found and in which an offer could be of use."""
    found: list[ListingSource] = []
    for config in apps.get_app_configs():
        name = f"{config.name}.listings"
        if config.name.startswith("plein.") and find_spec(name):
            found.extend(import_module(name).LISTINGS)
    return [source for source in found if source.kind in USES_HANDS]


def make(town_id: UUID) -> int:
    """New proposals of this night: at most one for an offer, and never the same twice."""
    offers = list(proposed.unused_offers(town_id).order_by("made_at", "pk")[:MOST_OFFERS])
    listings = {listing.id: (kind, listing) for kind, listing in _listings(town_id)}
    if not offers or not listings:
        return 0
    subjects = [_subject(listing) for _kind, listing in listings.values()]
    others = thinking.index_of(town_id, thinking.read(town_id, subjects))
    rows = Feature.objects.filter(town=town_id, pk__in=[offer.pk for offer in offers], live=True)
    known = set(Proposal.objects.filter(town=town_id).values_list("offer", "about"))
    weights, made = thinking.weights_of(town_id), []
    for mine in thinking.reads_of(town_id, list(rows.order_by("pk"))):
        for found in thinking.rank_read(mine, others, weights).suggestions:
            pair = (UUID(mine.post.id), UUID(found.id))
            if pair not in known:
                made.append(_proposal(town_id, pair[0], *listings[pair[1]], found))
                break
    Proposal.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


@transaction.atomic
def send(proposal: Proposal, *, by: Member) -> bool:
    """Tell who offered it; they do only what they like. False: it does not go any more, so it is
    passed, and nobody is told."""
    if not _still_goes(proposal):
        pass_on(proposal, by=by)
        return False
    if _decide(proposal, Proposal.State.SENT, by):
        record("matching.proposal.sent", on=proposal, by=by)
        telling.proposed(proposal)
    return True


@transaction.atomic
def pass_on(proposal: Proposal, *, by: Member) -> None:
    if _decide(proposal, Proposal.State.PASSED, by):
        record("matching.proposal.passed", on=proposal, by=by)


def _decide(proposal: Proposal, state: str, by: Member) -> bool:
    """Two connectors at once: the first decides."""
    waits = Proposal.objects.filter(
        town=proposal.town_id, pk=proposal.pk, state=Proposal.State.OPEN
    )
    return bool(waits.update(state=state, decided_by=by, decided_at=timezone.now()))


def _still_goes(proposal: Proposal) -> bool:
    """What was found in the night may be over by now, or by somebody they blocked since (H4)."""
    found = _listing_of(proposal)
    if found is None or not _could_use_it(proposal.kind, found):
        return False
    return found.author not in blocked_ids(proposal.offer.author)


def _listing_of(proposal: Proposal) -> Listing | None:
    on = tree.of(proposal.town_id).town.modules
    for source in sources():
        if source.kind == proposal.kind and source.house in on:
            listing = source.one(proposal.about)
            return listing if listing and listing.town == proposal.town_id else None
    return None


def _listings(town_id: UUID) -> Iterator[tuple[str, Listing]]:
    """What could use a hand, of all apps that are on."""
    on = tree.of(town_id).town.modules
    for source in sources():
        if source.house not in on:
            continue
        for listing in islice(source.all(town_id), MOST_LISTINGS):
            if _could_use_it(source.kind, listing):
                yield source.kind, listing


def _could_use_it(kind: str, listing: Listing) -> bool:
    """Everybody may read it and it goes on. An activity only when it looks for hands: to come
    along is no use of an offer. One that is full for guests may still need them."""
    if listing.audience != Content.Audience.PUBLIC or listing.status == "cancelled":
        return False
    return listing.needs_hands if kind in TAKES_PART else listing.status != "full"


def _subject(listing: Listing) -> Subject:
    """A listing as something that could use a hand."""
    area = tree.of(listing.town).all[listing.area or listing.community].area
    return Subject(
        id=str(listing.id),
        kind=Kind.ASK,
        title=listing.title,
        text=f"{listing.hands}. {listing.summary}" if listing.hands else listing.summary,
        theme=listing.theme or None,
        groups=frozenset(listing.groups),
        when=listing.when_bits,
        place=listing.point or ((area.lat, area.lon) if area else None),
        languages=frozenset(listing.languages or ("nl",)),
        owner=str(listing.author or ""),
    )


def _proposal(town_id: UUID, offer: UUID, kind: str, listing: Listing, found: Found) -> Proposal:
    return Proposal(
        town_id=town_id,
        offer_id=offer,
        kind=kind,
        about=listing.id,
        title=(f"{listing.title} ({listing.hands})" if listing.hands else listing.title)[:120],
        url=listing.url[:200],
        score=round(found.score, 4),
        reasons=[[reason.key, dict(reason.values)] for reason in found.reasons],
    )
