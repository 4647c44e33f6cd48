"""Who may fetch what. A file is looked at again at the moment it is fetched (H15, H24)."""

from uuid import UUID

from django.core.files.storage import default_storage
from django.http import Http404
from django.shortcuts import get_object_or_404

from plein.bridges.overviews.houses import HOUSES
from plein.bridges.overviews.models import Row
from plein.bridges.publications.addresses import EVERYTHING
from plein.bridges.publications.as_it_stood import PRINTED, digest_of
from plein.bridges.publications.content import in_parts
from plein.bridges.publications.keys import read_key
from plein.bridges.publications.models import Edition, Order, Reader, Standing
from plein.foundation.communities.models import Community, Content, Member


def house_in(community: Community, said: str) -> str:
    """A house that is on here; what is off is gone."""
    if said in ("", EVERYTHING):
        return ""
    known = {house.key for house in HOUSES}
    if said not in known or said not in community.modules:
        raise Http404
    return said


def public_thing(community: Community, key: UUID) -> Row:
    """One thing that a stranger may read in full."""
    rows = Row.objects.in_community(community).filter(
        audience=Content.Audience.PUBLIC, house__in=community.modules
    )
    found: Row = get_object_or_404(rows, pk=key)
    return found


def order_of(community: Community, key: str) -> Order:
    """The key is a secret of who asked; on the site where it was asked, and nowhere else."""
    orders = Order.objects.filter(town=community.town_id, community=community)
    found = get_object_or_404(orders.select_related("edition"), key=key)
    house_in(community, found.house)
    return found


def standing_of(community: Community, code: str) -> Standing:
    """Anybody may fetch it: nothing in it is private."""
    kept = Standing.objects.filter(town=community.town_id, community=community)
    found = get_object_or_404(kept.select_related("edition"), code=code)
    house_in(community, found.house)
    return found


def my_standing(member: Member, community: Community, code: str) -> Standing:
    kept = Standing.objects.filter(town=community.town_id, by=member)
    return get_object_or_404(kept, code=code)


def reader_of(standing: Standing, key: UUID) -> Reader:
    return get_object_or_404(standing.readers.all(), pk=key)


def reader_by_key(community: Community, key: str) -> Reader | None:
    """By the key of a mail. None when it was stopped; a key that is not ours does not exist."""
    read = read_key(key)
    if read is None:
        raise Http404
    found = Reader.objects.filter(town=community.town_id, pk=read[0], mail=read[1])
    return found.select_related("standing").first()


def is_still_right(edition: Edition, community: Community) -> bool:
    """All in it is still public and as it was, and no picture in it was hidden since."""
    then = {UUID(key): stood for key, stood in edition.rows}
    now: dict[UUID, str] = {}
    keys = list(then)
    for start in range(0, len(keys), 5_000):
        found = (
            Row.objects.in_community(community)
            .filter(pk__in=keys[start : start + 5_000], audience=Content.Audience.PUBLIC)
            .filter(house__in=community.modules)
        )
        now |= {row.pk: digest_of(row) for row in found.only(*PRINTED)}
    pictures = [UUID(key) for key in edition.pictures]
    return (
        then == now
        and len(in_parts(pictures, community)) == len(pictures)
        and default_storage.exists(edition.path)
    )
