"""What waits for somebody in this place: the matters of every app, and the people to greet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import islice

from django.apps import apps
from django.utils import timezone

from plein.foundation.communities.models import Community, Member, MemberQuerySet
from plein.foundation.communities.rights import may
from plein.lib.matter import Matter, MatterSource

MOST_SHOWN = 50
MOST_READ = 2000
PATIENCE = timedelta(minutes=15)
"""So long a code works; after that somebody may need a hand."""


@dataclass(frozen=True)
class Group:
    """Matters of one kind, the one that hurts longest first."""

    source: MatterSource
    matters: list[Matter]


@cache
def sources() -> list[MatterSource]:
    """From `matters.py` of every app, in the order of the floors."""
    found: list[MatterSource] = []
    for config in apps.get_app_configs():
        name = f"{config.name}.matters"
        if config.name.startswith("plein.") and find_spec(name):
            found.extend(import_module(name).MATTERS)
    return found


def groups(member: Member, community: Community) -> list[Group]:
    """Only kinds with something in it: what is empty or off is not there (SIMPLE-2)."""
    on = community.modules | {""}
    return [
        Group(source, found)
        for source in sources()
        if source.module in on
        and (found := _first(_seen_by(member, community, source), in_order=bool(source.within)))
    ]


def _first(matters: Iterator[Matter], *, in_order: bool) -> list[Matter]:
    """Those that hurt longest; what comes in order is read no further than it is shown."""
    if in_order:
        return list(islice(matters, MOST_SHOWN))
    read = islice(matters, MOST_READ)
    return sorted(read, key=lambda matter: matter.hurts_from)[:MOST_SHOWN]


def _seen_by(member: Member, community: Community, source: MatterSource) -> Iterator[Matter]:
    """Of this community and below, where the member has the right, and not their own case."""
    tree = community.tree
    below = tree.below(community)
    allowed = frozenset(key for key in below if may(member, source.right, tree.all[key]))
    town = community.town_id
    for matter in source.within(town, allowed) if source.within else source.all(town):
        named = not matter.only_for or member.pk in matter.only_for
        if named and matter.community in allowed and member.pk not in matter.hidden_from:
            yield matter


def not_in_yet(member: Member, community: Community) -> MemberQuerySet:
    """People who joined and did not fill in their code: perhaps it never came."""
    since = timezone.now() - PATIENCE
    return _greeted_by(member, community).waiting().filter(made_at__lt=since)


def to_greet(member: Member, community: Community) -> MemberQuerySet:
    """People whom nobody has met yet, who came first stands first."""
    return _greeted_by(member, community).to_greet().exclude(pk=member.pk)


def _greeted_by(member: Member, community: Community) -> MemberQuerySet:
    """People of the parts where this member greets, who came first stands first."""
    tree = community.tree
    mine = [k for k in tree.below(community) if may(member, "member.greet", tree.all[k])]
    here: MemberQuerySet = Member.objects.filter(town=community.town_id, home__in=mine)
    return here.select_related("home").order_by("id")
