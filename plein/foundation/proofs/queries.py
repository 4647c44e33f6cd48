"""What somebody has, what a task asks, and what is still missing."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from plein.foundation.communities.models import Community, Member
from plein.foundation.proofs.models import Proof, ProofRules, Rung

FOREVER = 0


def rules_of(community: Community) -> ProofRules:
    """Of the nearest place upwards that has its own; else the usual ones, not saved."""
    keys = _upwards(community)
    found = ProofRules.objects.filter(town=community.town_id, community__in=keys)
    return nearest({rules.community_id: rules for rules in found}, community)


def rules_in(town_id: UUID) -> dict[UUID, ProofRules]:
    """All rules of a town by place, in one query; `nearest` picks out of them."""
    return {rules.community_id: rules for rules in ProofRules.objects.filter(town=town_id)}


def nearest(by_place: dict[UUID, ProofRules], community: Community) -> ProofRules:
    """The rules that hold in a place, out of those that were read."""
    usual = ProofRules(town_id=community.town_id, community_id=community.town_id)
    return next((by_place[key] for key in _upwards(community) if key in by_place), usual)


def _upwards(community: Community) -> list[UUID]:
    keys, parent = [community.pk], community.parent_id
    while parent:
        keys.append(parent)
        parent = community.tree.all[parent].parent_id
    return keys


def proofs_of(member: Member) -> "QuerySet[Proof]":
    """That stand today, the highest rung last."""
    found = Proof.objects.filter(town=member.town_id, member=member).standing()
    return found.select_related("organisation", "by").order_by("made_at", "pk")


def highest(member: Member) -> Rung:
    kinds = Proof.objects.filter(town=member.town_id, member=member).standing()
    return max((Rung(k) for k in kinds.values_list("kind", flat=True)), key=_height, default=NONE)


def highest_of(town_id: UUID, members: Iterable[UUID]) -> dict[UUID, Rung]:
    """Of each of these people what stands highest, in one query; who has nothing is not in it."""
    found: dict[UUID, Rung] = {}
    rows = Proof.objects.filter(town=town_id, member__in=set(members)).standing()
    for member, kind in rows.values_list("member", "kind"):
        found[member] = max(found.get(member, NONE), Rung(kind), key=_height)
    return found


def lacking(member: Member, community: Community, task: str) -> Rung | None:
    """The rung that this task asks here and that this member does not have; None: nothing."""
    asked = rules_of(community).asked_for(task)
    if asked == Rung.NONE or highest(member).height >= asked.height:
        return None
    return asked


def end_of(kind: str, seen_on: date, rules: ProofRules) -> date | None:
    """The last day on which it counts: so many years later, less a day."""
    years = rules.years_of(kind)
    if years == FOREVER:
        return None
    try:
        return seen_on.replace(year=seen_on.year + years)
    except ValueError:  # seen on 29 February
        return date(seen_on.year + years, 2, 28)


def _height(rung: Rung) -> int:
    return rung.height


NONE = Rung.NONE
