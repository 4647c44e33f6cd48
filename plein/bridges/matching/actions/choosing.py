"""What people and places choose: how often to be asked, words, weights."""

from django.db import transaction
from django.utils import timezone

from plein.bridges.matching.engine.shapes import DEFAULT
from plein.bridges.matching.models import Helper, Weighing, Word
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member


@transaction.atomic
def choose_weekly(member: Member, weekly: int, *, by: Member) -> None:
    """How often somebody may be asked in a week: never, once or twice."""
    weekly = min(max(weekly, 0), Helper.MOST)
    Helper.objects.update_or_create(
        town_id=member.town_id, member=member, defaults={"weekly": weekly}
    )
    record("matching.helper.chose", on=member, by=by, weekly=weekly)


@transaction.atomic
def choose_at_once(member: Member, most: int | None, *, by: Member) -> None:
    """How many people somebody wants to help at the same time; None: as many as fit."""
    Helper.objects.update_or_create(
        town_id=member.town_id, member=member, defaults={"at_once": most}
    )
    record("matching.helper.chose", on=member, by=by, at_once=most)
    jobs.later("matching.suggest_helper", member.pk)


@transaction.atomic
def add_word(town: Community, *, concept: str, word: str, by: Member) -> Word:
    """A word of this place; posts are read again with it in the night."""
    found, new = Word.objects.get_or_create(
        town_id=town.town_id, word=word.lower(), defaults={"concept": concept, "by": by}
    )
    if new:
        record("matching.word.added", on=found, by=by, concept=concept)
        jobs.later("matching.read_town", town.town_id)
    return found


@transaction.atomic
def forget_word(word: Word, *, by: Member) -> None:
    record("matching.word.forgotten", on=word, by=by, concept=word.concept)
    word.delete()
    jobs.later("matching.read_town", word.town_id)


@transaction.atomic
def choose_weights(town: Community, values: dict[str, float], *, by: Member) -> Weighing:
    """From now on these weights; the ones before stay in the history."""
    names = DEFAULT.as_dict()
    made = Weighing.objects.create(
        town_id=town.town_id,
        values={name: float(values.get(name, usual)) for name, usual in names.items()},
        origin=Weighing.Origin.HAND,
        by=by,
    )
    record("matching.weights.changed", on=made, by=by)
    jobs.later("matching.suggest_town", town.town_id)
    return made


@transaction.atomic
def put_back(weighing: Weighing | None, *, town: Community, by: Member) -> Weighing:
    """Weights of before, or with None those every place begins with."""
    values = weighing.values if weighing else DEFAULT.as_dict()
    made = Weighing.objects.create(
        town_id=town.town_id, values=values, origin=Weighing.Origin.BACK, by=by
    )
    record("matching.weights.put_back", on=made, by=by)
    jobs.later("matching.suggest_town", town.town_id)
    return made


def heard(member: Member) -> None:
    """We told somebody why nobody asked them."""
    Helper.objects.update_or_create(
        town_id=member.town_id, member=member, defaults={"heard_at": timezone.now()}
    )
