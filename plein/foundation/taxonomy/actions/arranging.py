"""A town's own lists: rename, add, hide, put in order."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from plein.foundation.audit import record
from plein.foundation.communities import tree
from plein.foundation.communities.models import Community, Member
from plein.foundation.jobs import changed
from plein.foundation.taxonomy.actions.starting import starting_list
from plein.foundation.taxonomy.models import TargetGroup, Theme

Entry = Theme | TargetGroup
Lists = type[Theme] | type[TargetGroup]


@transaction.atomic
def add_entry(
    model: Lists, town: Community, *, name: str, same_as: str, pictogram: str = "", by: Member
) -> Entry:
    """An entry of the town's own; `same_as` says what it means in the starting list."""
    last = model.objects.filter(town=town.pk).order_by("-order").first()
    entry: Entry = model.objects.create(
        town_id=town.pk,
        key=_free_key(model, town, name),
        names={"nl": name},
        pictogram=pictogram or _pictogram_of(model, town, same_as),
        order=last.order + 1 if last else 0,
        same_as=same_as,
    )
    if isinstance(entry, Theme):
        entry.words = _words_of(same_as, town)
        entry.save(update_fields=["words"])
    _changed(entry, by, "taxonomy.entry.added")
    return entry


@transaction.atomic
def change_entry(entry: Entry, *, name: str, by: Member) -> None:
    """Another name. The words in other languages wait for a translation."""
    entry.names = entry.names | {"nl": name}
    entry.save(update_fields=["names"])
    _changed(entry, by, "taxonomy.entry.changed")


@transaction.atomic
def hide_entry(entry: Entry, *, by: Member) -> None:
    """Nobody can choose it any more; what has it, keeps it."""
    entry.stopped_at = timezone.now()
    entry.save(update_fields=["stopped_at"])
    _changed(entry, by, "taxonomy.entry.hidden")


@transaction.atomic
def show_entry(entry: Entry, *, by: Member) -> None:
    entry.stopped_at = None
    entry.save(update_fields=["stopped_at"])
    _changed(entry, by, "taxonomy.entry.shown")


@transaction.atomic
def move_entry(entry: Entry, step: int, *, by: Member) -> None:
    """One place up (-1) or down (1)."""
    every = list(type(entry).objects.filter(town=entry.town_id))
    now = every.index(entry)
    to = min(max(now + step, 0), len(every) - 1)
    every.insert(to, every.pop(now))
    _number(every)
    _changed(entry, by, "taxonomy.entry.moved")


def _number(every: Sequence[Entry]) -> None:
    for order, each in enumerate(every):
        if each.order != order:
            each.order = order
            each.save(update_fields=["order"])


def _changed(entry: Entry, by: Member, key: str) -> None:
    record(key, on=entry, by=by, entry=entry.key)
    tree.changed(entry.town_id)
    changed(f"taxonomy.{entry._meta.model_name}", entry.pk)


def _free_key(model: Lists, town: Community, name: str) -> str:
    key = slugify(name)[:30] or "lijst"
    taken = set(model.objects.filter(town=town.pk).values_list("key", flat=True))
    number, found = 1, key
    while found in taken:
        number += 1
        found = f"{key}-{number}"
    return found


def _pictogram_of(model: Lists, town: Community, same_as: str) -> str:
    like = model.objects.filter(town=town.pk, same_as=same_as).exclude(pictogram="").first()
    return like.pictogram if like else "tag"


def _words_of(same_as: str, town: Community) -> dict[str, object]:
    """Strips and examples of the theme it resembles, or of the first one."""
    like = Theme.objects.filter(town=town.pk, same_as=same_as).exclude(words={}).first()
    return like.words if like else {}


def starting_keys(model: Lists) -> list[tuple[str, str]]:
    """(key, Dutch name) of the starting list."""
    part = "themes" if model is Theme else "target_groups"
    return [(entry["key"], entry["names"]["nl"]) for entry in starting_list()[part]]
