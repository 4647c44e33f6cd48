"""What people tell of themselves. Each part is saved at once."""

from typing import Any, BinaryIO

from django.db import transaction

from plein.foundation.audit import record
from plein.foundation.communities.actions.joining import NotOfThisTown, cell_of_home
from plein.foundation.communities.models import Community, Member
from plein.foundation.jobs import changed
from plein.foundation.media.actions import erase_picture, keep_picture
from plein.foundation.places.cells import Cell

OWN = frozenset(
    {
        "about",
        "available",
        "contrast",
        "formal",
        "how_far",
        "language",
        "languages",
        "letters",
        "name",
    }
)


class NotOfTheProfile(Exception):
    """Roles, greeting and state are not for somebody to write about themselves."""


@transaction.atomic
def change_profile(member: Member, *, by: Member, **values: Any) -> None:
    """Write some of the fields which people fill in themselves."""
    if not values.keys() <= OWN:
        raise NotOfTheProfile
    for name, value in values.items():
        setattr(member, name, value)
    member.save(update_fields=list(values))
    record("communities.profile.changed", on=member, by=by, parts=sorted(values))
    changed("communities.member", member.pk)


@transaction.atomic
def move_home(member: Member, home: Community, *, by: Member, cell: Cell | None = None) -> None:
    """Live in another wijk. Without a postcode we think of its middle (TRUST-3)."""
    if home.town_id != member.town_id:
        raise NotOfThisTown
    cell = cell or cell_of_home(home)
    member.home = home
    member.cell_row, member.cell_column = (cell.row, cell.column) if cell else (None, None)
    member.save(update_fields=["home", "cell_row", "cell_column"])
    record("communities.member.moved", on=member, by=by)
    changed("communities.member", member.pk)


@transaction.atomic
def change_photo(member: Member, file: BinaryIO | None, *, by: Member) -> None:
    """A new photo, or with None no photo. The old one is gone."""
    old = member.photo
    alt = member.name
    member.photo = keep_picture(file, town=member.town_id, by=by, alt=alt) if file else None
    member.save(update_fields=["photo"])
    if old:
        erase_picture(old, by=by)
    record("communities.profile.changed", on=member, by=by, parts=["photo"])
    changed("communities.member", member.pk)
