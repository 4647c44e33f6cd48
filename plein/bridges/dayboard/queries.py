"""What waits for somebody in this place: the matters of every app, and the people to greet."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import islice

from django.apps import apps

from plein.foundation.communities.models import Community, Member, MemberQuerySet
from plein.foundation.communities.rights import may
from plein.lib.matter import Matter, MatterSource

MOST_SHOWN = 50
MOST_READ = 2000


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
    made = []
    on = community.modules | {""}
    for source in (source for source in sources() if source.module in on):
        matters = islice(_seen_by(member, community, source), MOST_READ)
        if found := sorted(matters, key=lambda matter: matter.hurts_from)[:MOST_SHOWN]:
            made.append(Group(source, found))
    return made


def _seen_by(member: Member, community: Community, source: MatterSource) -> Iterator[Matter]:
    """Of this community and below, where the member has the right, and not their own case."""
    tree = community.tree
    below = tree.below(community)
    allowed = {key: may(member, source.right, tree.all[key]) for key in below}
    for matter in source.all(community.town_id):
        named = not matter.only_for or member.pk in matter.only_for
        if named and allowed.get(matter.community) and member.pk not in matter.hidden_from:
            yield matter


def to_greet(member: Member, community: Community) -> MemberQuerySet:
    """People whom nobody has met yet, who came first stands first."""
    tree = community.tree
    mine = [k for k in tree.below(community) if may(member, "member.greet", tree.all[k])]
    waiting = Member.objects.filter(town=community.town_id, home__in=mine).to_greet()
    return waiting.exclude(pk=member.pk).select_related("home").order_by("id")
