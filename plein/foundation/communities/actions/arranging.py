"""Arranging a place: what it shows, how it is called, what it looks like."""

from collections.abc import Mapping
from typing import Any, BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from plein.foundation.audit import record
from plein.foundation.communities import tree
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may
from plein.foundation.communities.sizes import ENOUGH, MODULES
from plein.foundation.communities.whereabouts import MAP
from plein.foundation.jobs import changed
from plein.foundation.media.actions import erase_picture, keep_picture

ARRANGED = frozenset(
    {
        "call_hours",
        "colours",
        "formal",
        "host",
        "intro",
        "least_age",
        "name",
        "next_host",
        "phone",
        "phone_hours",
        "posting",
        "public_tasks_open",
        "size",
        "takes_down",
        "takes_up",
        "tokens",
        "walk_in",
    }
)


class MayNotArrange(Exception):
    """This place is arranged by others."""


class WouldHangInItself(Exception):
    """A part cannot lie inside itself or in another town."""


@transaction.atomic
def arrange(community: Community, *, by: Member, **values: Any) -> Community:
    """Change settings of a place."""
    if not values.keys() <= ARRANGED:
        raise ValueError(f"Not a setting: {sorted(values.keys() - ARRANGED)}")
    fresh = _mine(community, by)
    for name, value in values.items():
        setattr(fresh, name, value)
    fresh.save(update_fields=list(values))
    _changed(fresh, by, "communities.community.arranged", parts=sorted(values))
    return fresh


def choose_host(community: Community, host: str | None, *, by: Member) -> Community:
    """Another address on the web. The old one keeps answering until a visit came in on the new one:
    with a slip of a finger a place would be off the air, and nobody could sign in to mend it."""
    if host is None or host == community.host:
        return arrange(community, by=by, host=host, next_host=None)
    return arrange(community, by=by, next_host=host)


@transaction.atomic
def switch_modules(community: Community, wanted: Mapping[str, bool], *, by: Member) -> None:
    """Switch blocks on or off; what the size does already is not written down."""
    fresh = _mine(community, by)
    fresh.module_changes = {
        module.key: bool(wanted[module.key])
        for module in MODULES
        if module.key in wanted and wanted[module.key] != (fresh.size in module.sizes)
    }
    fresh.save(update_fields=["module_changes"])
    _changed(fresh, by, "communities.community.arranged", parts=["modules"])


@transaction.atomic
def change_logo(community: Community, file: BinaryIO | None, *, by: Member) -> None:
    """A logo, or with None no logo."""
    fresh = _mine(community, by)
    old = fresh.logo
    fresh.logo = keep_picture(file, town=fresh.town_id, by=by, alt=fresh.name) if file else None
    fresh.save(update_fields=["logo"])
    if old:
        erase_picture(old, by=by)
    _changed(fresh, by, "communities.community.arranged", parts=["logo"])


@transaction.atomic
def add_part(parent: Community, *, name: str, kind: str, by: Member) -> Community:
    """A wijk, buurt or street inside a place."""
    fresh = _mine(parent, by)
    part = Community.objects.create(
        town_id=fresh.town_id,
        parent=fresh,
        kind=kind,
        name=name,
        slug=free_slug(fresh.town_id, name),
        size=fresh.size,
        module_changes=fresh.module_changes,
        posting=fresh.posting,
        public_tasks_open=fresh.public_tasks_open,
        phone=fresh.phone,
        phone_hours=fresh.phone_hours,
        call_hours=fresh.call_hours,
        walk_in=fresh.walk_in,
        formal=fresh.formal,
    )
    _changed(part, by, "communities.part.added", kind=kind)
    changed(MAP, fresh.town_id)
    return part


@transaction.atomic
def change_part(part: Community, *, parent: Community, by: Member, **values: Any) -> None:
    """Other settings as for `arrange`, or another place in the tree."""
    values = {key: value for key, value in values.items() if value != getattr(part, key)}
    if values:
        arrange(part, by=by, **values)
    if parent.pk != part.parent_id:
        _move(part, parent, by)


def _move(part: Community, parent: Community, by: Member) -> None:
    fresh = _mine(part, by)
    if parent.town_id != fresh.town_id or fresh.parent_id is None:
        raise WouldHangInItself
    if parent.pk in tree.of(fresh.town_id).below(fresh):
        raise WouldHangInItself
    _mine(parent, by)
    fresh.parent = parent
    fresh.save(update_fields=["parent"])
    _changed(fresh, by, "communities.part.changed")
    changed(MAP, fresh.town_id)


@transaction.atomic
def note_filled(community: Community, house: str, count: int) -> None:
    """Remember whether a house has enough behind it; only a change wakes the caches."""
    count = min(count, ENOUGH)
    fresh = Community.objects.select_for_update(of=("self",)).get(
        town=community.town_id, pk=community.pk
    )
    if fresh.filled.get(house, 0) == count:
        return
    fresh.filled = fresh.filled | {house: count}
    fresh.save(update_fields=["filled"])
    tree.changed(community.town_id)


def free_slug(town_id: UUID, name: str) -> str:
    """A word for the address that no other part of the town has."""
    slug = slugify(name)[:50] or "wijk"
    taken = set(Community.objects.filter(town=town_id).values_list("slug", flat=True))
    number = 1
    found = slug
    while found in taken:
        number += 1
        found = f"{slug}-{number}"
    return found


def _mine(community: Community, by: Member) -> Community:
    """The row as it is now, when `by` may arrange it."""
    known = tree.of(by.town_id).all.get(community.pk)
    if known is None or not may(by, "community.arrange", known):
        raise MayNotArrange
    return Community.objects.select_for_update(of=("self",)).get(town=by.town_id, pk=known.pk)


def _changed(community: Community, by: Member, key: str, **values: Any) -> None:
    record(key, on=community, by=by, community=community, **values)
    tree.changed(community.town_id)
    changed("communities.community", community.pk)
