"""Words that mean the same here, and lists that are kept under a name."""

from django.db import transaction

from plein.bridges.overviews.models import SavedList, Synonym
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.lib.codes import short_code


@transaction.atomic
def add_synonym(words: str, *, community: Community, by: Member) -> Synonym:
    made, new = Synonym.objects.get_or_create(town=community.tree.town, words=words)
    if new:
        record("overviews.synonym.added", on=made, by=by)
    return made


@transaction.atomic
def drop_synonym(synonym: Synonym, *, by: Member) -> None:
    record("overviews.synonym.dropped", on=synonym, by=by)
    synonym.delete()


@transaction.atomic
def save(name: str, house: str, query: str, *, community: Community, by: Member) -> SavedList:
    """The same choices of the same place are one list; a new name takes the place of the old."""
    made, _new = SavedList.objects.update_or_create(
        town=community.tree.town,
        community=community,
        house=house,
        query=query,
        defaults={"name": name, "made_by": by},
        create_defaults={"name": name, "made_by": by, "code": short_code(8)},
    )
    record("overviews.list.saved", on=made, by=by, community=community)
    return made


@transaction.atomic
def drop_saved(saved: SavedList, *, by: Member) -> None:
    record("overviews.list.dropped", on=saved, by=by)
    saved.delete()
