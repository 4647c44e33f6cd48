"""Suggestions made anew for one post or profile: the old ones go, the best of now come."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from plein.bridges.matching import said, thinking
from plein.bridges.matching.actions import reading
from plein.bridges.matching.engine.shapes import Ranking
from plein.bridges.matching.engine.shapes import Suggestion as Found
from plein.bridges.matching.models import Feature, Helper, Suggestion
from plein.bridges.matching.queries import earlier
from plein.foundation import jobs

KEPT = 20
"""Suggestions kept for one post or profile; pages show fewer."""
NEAREST = 5
A_PART = 200


def for_post(pk: UUID) -> None:
    """A post was written, changed or closed: read it, and suggest."""
    _suggest(pk, reading.read_post(pk))


def for_member(pk: UUID) -> None:
    """A profile changed, or somebody takes a break."""
    _suggest(pk, reading.read_member(pk))


def for_helper(owner: UUID) -> None:
    """Everything somebody offers: they got full, or have room again."""
    live = Feature.objects.filter(owner=owner, live=True).exclude(kind=Feature.Kind.ASK)
    live.update(changed_at=timezone.now())
    for feature in list(live.order_by("pk")):
        _keep_for_helper(feature, thinking.rank(feature, at_most=KEPT))


def for_town(town_id: UUID) -> int:
    """Every ask of a town, and so every helper it fits; for the demo and after new weights."""
    asks = Feature.objects.filter(town=town_id, kind=Feature.Kind.ASK, live=True).order_by("pk")
    keys = list(asks.values_list("pk", flat=True))
    for start in range(0, len(keys), A_PART):
        part = list(asks.filter(pk__in=keys[start : start + A_PART]))
        rankings = thinking.rank_all(town_id, part, at_most=KEPT)
        for feature, ranking in zip(part, rankings, strict=True):
            _keep_for_ask(feature, ranking)
    return len(keys)


def part(town_id: UUID, one: UUID, other: UUID) -> None:
    """Something did not go well between two people: what stood ready for them goes at once."""
    both = Q(helper=one, ask__author=other) | Q(helper=other, ask__author=one)
    rows = list(Suggestion.objects.filter(both, town=town_id))
    kept = {row.pk for row in earlier.weighed(town_id, rows)}
    gone = [row.pk for row in rows if row.pk not in kept]
    Suggestion.objects.filter(town=town_id, pk__in=gone).delete()


def touch(owner: UUID) -> None:
    """Somebody got busier, or was asked: the engine looks at them anew. Who chose how many matters
    they want at once may be full now, or have room again."""
    Feature.objects.filter(owner=owner, live=True).update(changed_at=timezone.now())
    if Helper.objects.filter(member=owner, at_once__isnull=False).exists():
        jobs.later("matching.suggest_helper", owner)


def _suggest(pk: UUID, feature: Feature | None) -> None:
    if feature is None:
        _forget(pk)
    elif feature.kind == Feature.Kind.ASK:
        _keep_for_ask(feature, thinking.rank(feature, at_most=KEPT))
    else:
        _keep_for_helper(feature, thinking.rank(feature, at_most=KEPT))


def _forget(pk: UUID) -> None:
    gone = Feature.objects.filter(pk=pk).first()
    if gone is None:
        return
    rows = Suggestion.objects.filter(town=gone.town_id)
    if gone.kind == Feature.Kind.ASK:
        rows.filter(ask=pk).delete()
    elif gone.kind == Feature.Kind.OFFER:
        rows.filter(offer=pk).delete()
    else:
        rows.filter(helper=pk, offer=None).delete()


@transaction.atomic
def _keep_for_ask(feature: Feature, ranking: Ranking) -> None:
    """One row a person, through the best of what they offer."""
    found = [*ranking.suggestions, *ranking.nearest[:NEAREST]]
    who = _whose(feature.town_id, found)
    rows: dict[UUID, Suggestion] = {}
    for each in found:
        helper = who.get(UUID(each.id))
        if helper and helper.owner_id not in rows:
            rows[helper.owner_id] = _row(feature, helper, each)
    kept = earlier.weighed(feature.town_id, rows.values())
    Suggestion.objects.filter(town=feature.town_id, ask=feature.pk).delete()
    Suggestion.objects.bulk_create(kept, ignore_conflicts=True)
    _matched(feature, ranking)


@transaction.atomic
def _keep_for_helper(feature: Feature, ranking: Ranking) -> None:
    """Asks for one offer or profile; a better way to the same ask stays as it is."""
    asks = _whose(feature.town_id, ranking.suggestions)
    mine = Suggestion.objects.filter(town=feature.town_id, helper=feature.owner_id)
    mine.filter(offer=_offer(feature)).delete()
    better = dict(mine.filter(ask__in=asks).values_list("ask", "score"))
    rows = []
    for each in ranking.suggestions:
        ask = asks.get(UUID(each.id))
        if ask and better.get(ask.pk, -1.0) < each.score:
            rows.append(_row(ask, feature, each))
    rows = earlier.weighed(feature.town_id, rows)
    mine.filter(ask__in=[row.ask_id for row in rows]).delete()
    Suggestion.objects.bulk_create(rows, ignore_conflicts=True)
    _matched(feature, ranking)


def _whose(town_id: UUID, found: "list[Found] | tuple[Found, ...]") -> dict[UUID, Feature]:
    """The rows behind what was found, while they are live."""
    keys = [UUID(each.id) for each in found]
    rows = Feature.objects.filter(town=town_id, pk__in=keys, live=True)
    return {row.pk: row for row in rows.only("pk", "kind", "owner_id", "town_id")}


def _row(ask: Feature, helper: Feature, found: Found) -> Suggestion:
    return Suggestion(
        town_id=ask.town_id,
        ask_id=ask.pk,
        helper_id=helper.owner_id,
        offer_id=_offer(helper),
        score=round(found.score, 4),
        parts={name: round(value, 4) for name, value in found.parts.items()},
        reasons=[[reason.key, dict(reason.values)] for reason in found.reasons],
        doubts=[[doubt.key, dict(doubt.values)] for doubt in found.doubts],
        near=not found.ok,
        by_turn=found.by_turn,
    )


def _offer(helper: Feature) -> UUID | None:
    return helper.pk if helper.kind == Feature.Kind.OFFER else None


def _matched(feature: Feature, ranking: Ranking) -> None:
    Feature.objects.filter(pk=feature.pk).update(
        matched_at=timezone.now(),
        fallen={**ranking.fallen, said.NEARLY: ranking.nearly},
        nearly_km=ranking.nearly_km,
    )
