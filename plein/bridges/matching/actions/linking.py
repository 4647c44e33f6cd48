"""New links between things, from what worked out here (DESIGN 8): proposed, and a person decides.

A pair is proposed when it worked out often and for enough different people, on both sides, that
nobody can be recognised in it. What goes in are keys of the field; age, origin, name and street
are nowhere near.
"""

from collections import Counter, defaultdict
from itertools import product
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plein.bridges.matching import thinking
from plein.bridges.matching.models import ConceptLink
from plein.bridges.matching.queries import together
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member

PEOPLE = 5
"""Different askers, and different helpers, behind every proposal: the least."""
AT_ONCE = 10
Pair = tuple[str, str]


@transaction.atomic
def propose(town_id: UUID) -> int:
    """Once a week: how many new ones wait for somebody. What was decided is not asked again."""
    known = {(row.one, row.other): row for row in ConceptLink.objects.filter(town=town_id)}
    open_ones = sum(row.state == ConceptLink.State.OPEN for row in known.values())
    made = 0
    for pair, times in _worked_out(town_id).most_common():
        if row := known.get(pair):
            ConceptLink.objects.filter(town=town_id, pk=row.pk).update(times=times)
        elif open_ones + made < AT_ONCE:
            one, other = pair
            ConceptLink.objects.create(town_id=town_id, one=one, other=other, times=times)
            made += 1
    return made


@transaction.atomic
def decide(link: ConceptLink, *, together: bool, by: Member) -> None:
    """From now on they belong together here, or not (any more)."""
    state = ConceptLink.State.APPROVED if together else ConceptLink.State.DECLINED
    if link.state == state:
        return
    counts = ConceptLink.State.APPROVED in (link.state, state)
    link.state, link.decided_by, link.decided_at = state, by, timezone.now()
    link.save(update_fields=["state", "decided_by", "decided_at"])
    key = "matching.link.approved" if together else "matching.link.declined"
    record(key, on=link, by=by, one=link.one, other=link.other)
    if counts:
        jobs.later("matching.suggest_town", link.town_id)


def _worked_out(town_id: UUID) -> Counter[Pair]:
    """{pair: how often} of pairs that the engine does not know and that enough people made."""
    from plein.bridges.matching.engine.learn import linked

    told: list[tuple[str, str, bool]] = []
    askers: dict[Pair, set[UUID]] = defaultdict(set)
    helpers: dict[Pair, set[UUID]] = defaultdict(set)
    times: Counter[Pair] = Counter()
    relatives = thinking.relatives(town_id)
    for each in together.outcomes(town_id):
        pairs = [(min(pair), max(pair)) for pair in product(each.ask, each.help)]
        if any(other in relatives.get(one, {other}) for one, other in pairs):
            continue  # known already: it tells nothing new
        for pair in dict.fromkeys(pairs):
            told.append((*pair, each.good))
            if each.good:
                times[pair] += 1
                askers[pair].add(each.asker)
                helpers[pair].add(each.helper)
    enough = [
        pair
        for pair in linked(told, least=PEOPLE)
        if min(len(askers[pair]), len(helpers[pair])) >= PEOPLE
    ]
    return Counter({pair: times[pair] for pair in enough})
