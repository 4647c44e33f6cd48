"""The tree of one town, kept per process and checked by the town's version stamp."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import F, Q

from plein.foundation.communities.models import Community


@dataclass(frozen=True)
class Tree:
    """All communities of a town. The objects are shared by requests: read them only."""

    town: Community
    version: int
    all: dict[UUID, Community]
    children: dict[UUID, list[Community]] = field(default_factory=dict)

    def above(self, community: Community) -> set[UUID]:
        """Keys of the parents, up to the town."""
        keys = set()
        parent = community.parent_id
        while parent:
            keys.add(parent)
            parent = self.all[parent].parent_id
        return keys

    def below(self, community: Community) -> set[UUID]:
        """Keys of the community itself and everything inside it."""
        keys, waiting = set(), [community.pk]
        while waiting:
            key = waiting.pop()
            keys.add(key)
            waiting.extend(child.pk for child in self.children.get(key, ()))
        return keys

    def site_of(self, community: Community) -> Community:
        """The nearest community with a host: the site on which this one is shown."""
        while not community.host and community.parent_id:
            community = self.all[community.parent_id]
        return community

    def speaks_formally(self, home: UUID) -> bool:
        """Whether the site of a home says u; of a place we do not know yet, as the town does."""
        return self.site_of(self.all.get(home, self.town)).formal

    def districts(self, community: Community) -> list[Community]:
        """Direct children, by name."""
        return self.children.get(community.pk, [])

    def homes_to_choose(self, now: UUID | None = None) -> list[Community]:
        """Where a resident says to live: the wijken, each buurt or street with a site of its own,
        and where they live `now`; or the town when there is nothing to choose."""
        homes = [c for c in self.homes() if c.parent_id == self.town.pk or c.host or c.pk == now]
        if now == self.town.pk and self.town not in homes:
            homes.insert(0, self.town)
        return homes or [self.town]

    def homes(self) -> list[Community]:
        """Where somebody can say to live: all parts of the town, or the town when it has none."""
        return [c for c in self.all.values() if c.pk != self.town.pk] or [self.town]


_trees: dict[UUID, Tree] = {}
_seen: ContextVar[dict[UUID, Tree] | None] = ContextVar("trees_seen", default=None)
"""Trees of which the version was asked in this visit: a post of the town asks it no second time."""


@contextmanager
def one_visit() -> Iterator[None]:
    """Within it the version of each town is asked once, unless this process changes the tree."""
    token = _seen.set({})
    try:
        yield
    finally:
        _seen.reset(token)


def of(town_id: UUID, version: int | None = None) -> Tree:
    """The tree of a town. Give the version when a query just told it; else it is asked."""
    seen = _seen.get()
    if version is None and seen and town_id in seen and is_newest(seen[town_id]):
        return seen[town_id]
    if version is None:
        version = Community.objects.values_list("version", flat=True).get(pk=town_id)
    tree = _trees.get(town_id)
    if tree is None or tree.version != version:
        tree = _trees[town_id] = _load(town_id)
    if seen is not None:
        seen[town_id] = tree
    return tree


def is_newest(tree: Tree) -> bool:
    """Whether this process knows of no later tree of that town."""
    return _trees.get(tree.town.pk) is tree


def known(town_id: UUID) -> Tree:
    """The tree as this process last saw it, without a query: for what may be a moment old."""
    return _trees.get(town_id) or of(town_id)


def at_host(host: str) -> Community | None:
    """The community that answers on a host, with its tree fresh. One query when nothing changed."""
    here = Community.objects.filter(Q(host=host) | Q(next_host=host))
    row = here.values_list("pk", "town_id", "town__version", "next_host").first()
    if row is None:
        return None
    key, town_id, version, next_host = row
    if next_host == host:
        return _answers(key, town_id, host)
    return of(town_id, version).all.get(key)


def _answers(key: UUID, town_id: UUID, host: str) -> Community | None:
    """The first visit on a new host: it leads here, so from now on it is the one."""
    Community.objects.filter(pk=key, next_host=host).update(host=host, next_host=None)
    changed(town_id)
    return of(town_id).all.get(key)


def changed(town_id: UUID) -> None:
    """Say that something in the tree changed: every process loads it anew."""
    _trees.pop(town_id, None)
    Community.objects.filter(pk=town_id).update(version=F("version") + 1)


def _load(town_id: UUID) -> Tree:
    every = list(
        Community.objects.filter(town=town_id).select_related("area", "logo").order_by("name")
    )
    by_key = {c.pk: c for c in every}
    children: dict[UUID, list[Community]] = defaultdict(list)
    for community in every:
        community.town = by_key[town_id]
        if community.parent_id:
            children[community.parent_id].append(community)
    town = by_key[town_id]
    tree = Tree(town, town.version, by_key, dict(children))
    for community in every:
        community.loaded_tree, community.in_tree = tree, True
    return tree
