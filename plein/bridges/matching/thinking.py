"""The engine at work, for the worker only: what was read stays in memory, fresh by one query.

Importing this file loads no numpy; calling it does. Web processes never call it.
"""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings

from plein.bridges.matching import subjects
from plein.bridges.matching.engine import shapes
from plein.bridges.matching.models import ConceptLink, Feature, Weighing, Word
from plein.bridges.matching.queries import busy
from plein.foundation.communities.queries import blocks_in

if TYPE_CHECKING:
    from plein.bridges.matching.engine.concepts import Field
    from plein.bridges.matching.engine.index import Index
    from plein.bridges.matching.engine.vectors import Model

OVERLAP = timedelta(seconds=10)
"""Rows of transactions that ended a little later than others are seen as well."""
TOWNS = 50
BATCH = 500


@dataclass
class Memory:
    """The live posts of one town: asks on one side, offers and profiles on the other."""

    known: "Field"
    asks: "Index"
    helpers: "Index"
    newest: datetime | None = None
    taken: dict[UUID, datetime] = field(default_factory=dict)


_towns: OrderedDict[UUID, Memory] = OrderedDict()
_one_at_a_time = threading.RLock()


def read(town_id: UUID, posts: Sequence[shapes.Post]) -> list[shapes.Read]:
    """What the words of these posts say. The slow part, done once for each."""
    from plein.bridges.matching.engine.reading import read_all

    if not posts:
        return []
    return read_all(posts, known=_field(town_id), model=_model())


def learn_to_read(town_id: UUID) -> None:
    """Load what reading needs: the words of the town, the model, and the dictionary for slips."""
    slip = shapes.Post(id="", kind=shapes.Kind.ASK, text="Wie doet de boodschapppen voor mij?")
    read(town_id, [slip])


def remember(town_id: UUID) -> None:
    """Load the live posts of a town, so that the first ask need not wait for it."""
    with _one_at_a_time:
        _memory(town_id)


def rank(feature: Feature, at_most: int = 20) -> shapes.Ranking:
    """The best of the other side for one that was read, as everything is now."""
    from plein.bridges.matching.engine.ranking import rank

    with _one_at_a_time:
        memory = _memory(feature.town_id)
        mine = next(iter(_reads(feature.town_id, [feature])), None)
        if mine is None:
            return shapes.Ranking()
        others = memory.helpers if feature.kind == Feature.Kind.ASK else memory.asks
        return rank(mine, others, at_most=at_most, weights=weights_of(feature.town_id))


def rank_all(town_id: UUID, features: Sequence[Feature], at_most: int = 20) -> list[shapes.Ranking]:
    """The same for many of one town, in their order; who is busy and what changed is read once."""
    from plein.bridges.matching.engine.ranking import rank

    with _one_at_a_time:
        memory, weights = _memory(town_id), weights_of(town_id)
        reads = {each.post.id: each for each in _reads(town_id, features)}
        found = []
        for feature in features:
            others = memory.helpers if feature.kind == Feature.Kind.ASK else memory.asks
            mine = reads.get(str(feature.pk))
            found.append(
                rank(mine, others, at_most=at_most, weights=weights) if mine else shapes.Ranking()
            )
        return found


def index_of(town_id: UUID, reads: Sequence[shapes.Read]) -> "Index":
    """Things that are not on the board, made ready once to lay many posts beside."""
    from plein.bridges.matching.engine.index import Index

    return Index(reads, known=_field(town_id))


def rank_read(post: shapes.Read, others: "Index", weights: shapes.Weights) -> shapes.Ranking:
    """One post beside some others that are not on the board."""
    from plein.bridges.matching.engine.ranking import rank

    return rank(post, others, at_most=3, weights=weights)


def reads_of(town_id: UUID, rows: Sequence[Feature]) -> list[shapes.Read]:
    """What was read of these rows, with the fields of today; without what is of an old version."""
    return list(_reads(town_id, rows))


def words_of(town_id: UUID) -> tuple[tuple[str, str], ...]:
    """Words a place added itself: (concept, word)."""
    rows = Word.objects.filter(town=town_id).order_by("concept", "word")
    return tuple(rows.values_list("concept", "word"))


def links_of(town_id: UUID) -> tuple[tuple[str, str], ...]:
    """Things that belong together in this place, as somebody decided."""
    approved = ConceptLink.objects.filter(town=town_id, state=ConceptLink.State.APPROVED)
    return tuple(approved.order_by("one", "other").values_list("one", "other"))


def relatives(town_id: UUID) -> dict[str, set[str]]:
    """{key: keys of itself and of what the engine knows to belong to it here}."""
    known = _field(town_id)
    keys = [concept.key for concept in known.concepts]
    return {key: {key, *(keys[n] for n in known.near[known.number[key]])} for key in keys}


def weights_of(town_id: UUID) -> shapes.Weights:
    """Those of today: the newest of the town, or the ones it began with."""
    newest = Weighing.objects.filter(town=town_id).order_by("-id").first()
    return _weights(newest)


def hand_weights_of(town_id: UUID) -> shapes.Weights:
    """The newest that a person chose: what is learnt stays near these, however often it is. Learnt
    ones that were put back are no choice of numbers."""
    rows = list(Weighing.objects.filter(town=town_id).order_by("-id"))
    learnt = [row.values for row in rows if row.origin == Weighing.Origin.LEARNT]
    return _weights(next((row for row in rows if row.values not in learnt), None))


def _weights(row: Weighing | None) -> shapes.Weights:
    if row is None:
        return shapes.DEFAULT
    names = shapes.DEFAULT.as_dict()
    return shapes.Weights(**{k: float(v) for k, v in row.values.items() if k in names})


def _memory(town_id: UUID) -> Memory:
    known = _field(town_id)
    memory = _towns.get(town_id)
    if memory is None or memory.known is not known:
        memory = _towns[town_id] = _load(town_id, known)
        while len(_towns) > TOWNS:
            _towns.popitem(last=False)
    else:
        _freshen(town_id, memory)
    _towns.move_to_end(town_id)
    return memory


def _load(town_id: UUID, known: "Field") -> Memory:
    from plein.bridges.matching.engine.index import Index

    memory = Memory(known, Index(known=known), Index(known=known))
    sides: dict[bool, list[shapes.Read]] = {True: [], False: []}
    rows = Feature.objects.filter(town=town_id, live=True).order_by("pk")
    for batch in _batches(rows.iterator(chunk_size=BATCH)):
        _note(memory, batch)
        for each in _reads(town_id, batch):
            sides[each.post.kind is shapes.Kind.ASK].append(each)
    memory.asks = Index(sides[True], known=known)
    memory.helpers = Index(sides[False], known=known)
    return memory


def _freshen(town_id: UUID, memory: Memory) -> None:
    """Only what changed since the last time: first the moments, then the few rows themselves."""
    rows = Feature.objects.filter(town=town_id)
    seen = rows.filter(changed_at__gt=memory.newest - OVERLAP) if memory.newest else rows
    moments = seen.values_list("pk", "changed_at")
    changed = [pk for pk, moment in moments if memory.taken.get(pk) != moment]
    for batch in _batches(rows.filter(pk__in=changed).order_by("pk")) if changed else ():
        _note(memory, batch)
        reads = {each.post.id: each for each in _reads(town_id, [r for r in batch if r.live])}
        for row in batch:
            side = memory.asks if row.kind == Feature.Kind.ASK else memory.helpers
            if found := reads.get(str(row.pk)):
                side.put(found)
            else:
                side.remove(str(row.pk))


def _note(memory: Memory, rows: Sequence[Feature]) -> None:
    for row in rows:
        memory.taken[row.pk] = row.changed_at
        if memory.newest is None or row.changed_at > memory.newest:
            memory.newest = row.changed_at
    if memory.newest:
        since = memory.newest - 2 * OVERLAP
        memory.taken = {pk: at for pk, at in memory.taken.items() if at > since}


def _reads(town_id: UUID, rows: Sequence[Feature]) -> Iterable[shapes.Read]:
    loads, asked = busy.loads(town_id), busy.last_asked(town_id)
    blocks, rooms = blocks_in(town_id), busy.rooms(town_id)
    for row in rows:
        post = subjects.post_of(
            row.pk,
            row.kind,
            row.owner_id,
            row.fields,
            load=(load := loads.get(row.owner_id, 0)),
            max_load=load + rooms[row.owner_id] if row.owner_id in rooms else None,
            last_asked_days=asked.get(row.owner_id),
            blocked=frozenset(map(str, blocks[row.owner_id])),
        )
        if found := shapes.Read.of(post, row.features, bytes(row.vector)):
            yield found


def _batches(rows: Iterable[Feature]) -> Iterable[list[Feature]]:
    batch: list[Feature] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH * 10:
            yield batch
            batch = []
    if batch:
        yield batch


def _field(town_id: UUID) -> "Field":
    from plein.bridges.matching.engine.concepts import field_of

    return field_of(added=words_of(town_id), links=links_of(town_id))


def _model() -> "Model | None":
    from plein.bridges.matching.engine.vectors import best_model

    name = settings.MATCHING_MODEL
    return None if name == "none" else best_model(name)
