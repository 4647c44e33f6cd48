"""Writing what an organisation says: live at once, and what it said before is kept."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plein.features.directory import access, placing
from plein.features.directory.models import (
    Entry,
    EntryGroup,
    EntryPhoto,
    EntryTheme,
    Location,
    Service,
    Version,
    VersionPhoto,
)
from plein.features.directory.models.photos import MOST
from plein.features.directory.queries import rules_of
from plein.features.directory.sheet import (
    MANY,
    ON_ENTRY,
    ON_ORGANISATION,
    Sheet,
    sheet_of,
)
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.foundation.jobs import changed
from plein.foundation.media.models import Picture
from plein.foundation.organisations.models import Organisation
from plein.foundation.taxonomy.models import TargetGroup, Theme

BATCH = 200


@transaction.atomic
def entry_of(organisation: Organisation) -> Entry:
    """The entry of an organisation; an empty one, checked as often as the town says, when it has
    none yet."""
    entry, _made = Entry.objects.get_or_create(
        town_id=organisation.town_id,
        organisation=organisation,
        defaults={"rhythm": rules_of(organisation.town).rhythm},
    )
    entry.organisation = organisation
    return entry


@transaction.atomic
def write(
    entry: Entry,
    sheet: Sheet | None,
    *,
    by: Member | None,
    cause: str = Version.Cause.EDIT,
    pictures: Sequence[Picture] | None = None,
) -> Version | None:
    """From now on the entry says this and shows these, or what it did (None). Gives None when
    nothing is new."""
    now = locked(entry)
    before, shown = sheet_of(now), now.pictures
    sheet = sheet or before
    pictures = shown if pictures is None else list(pictures)
    if before == sheet and shown == pictures:
        return None
    if not _is_kept(now, before):
        # The first version is what stood there before; another was written past us, by a manager.
        first = _version(now, before, made_at=now.changed_at)
        first.save(force_insert=True)
        _keep_photos([first])
    if shown != pictures:
        _show(now, pictures)
    version = write_many([(now, sheet)], by=by, cause=cause)[0]
    record("directory.entry.changed", on=now.organisation, by=by, cause=cause)
    changed("organisations.organisation", now.organisation_id)
    return version


def locked(entry: Entry) -> Entry:
    """As it is now, and nobody else changes it until this transaction is over."""
    rows = Entry.objects.select_for_update(of=("self",)).filter(town=entry.town_id)
    return rows.select_related("organisation", "picture").get(pk=entry.pk)


def _is_kept(entry: Entry, sheet: Sheet) -> bool:
    """The newest version says and shows what the entry does."""
    versions = Version.objects.filter(town=entry.town_id, entry=entry)
    newest = versions.select_related("picture").first()
    if newest is None or Sheet.of_json(newest.sheet) != sheet:
        return False
    return newest.pictures == entry.pictures


def _show(entry: Entry, pictures: Sequence[Picture]) -> None:
    """These and no others, in this order."""
    entry.picture = pictures[0] if pictures else None
    Entry.objects.in_town(entry.town_id).filter(pk=entry.pk).update(picture=entry.picture)
    EntryPhoto.objects.filter(town=entry.town_id, entry=entry).delete()
    EntryPhoto.objects.bulk_create(
        EntryPhoto(town_id=entry.town_id, entry=entry, picture=picture, order=order)
        for order, picture in enumerate(pictures[1:MOST], 1)
    )


def _version(entry: Entry, sheet: Sheet, **said: Any) -> Version:
    return Version(
        town_id=entry.town_id,
        entry=entry,
        sheet=sheet.as_json(),
        picture_id=entry.picture_id,
        **said,
    )


def _keep_photos(versions: Sequence[Version]) -> None:
    """What their entries show now, behind the first photo."""
    for start in range(0, len(versions), BATCH):
        part = {version.entry_id: version for version in versions[start : start + BATCH]}
        rows = EntryPhoto.objects.filter(town=versions[0].town_id, entry__in=part)
        VersionPhoto.objects.bulk_create(
            VersionPhoto(
                town_id=row.town_id,
                version=part[row.entry_id],
                picture_id=row.picture_id,
                order=row.order,
            )
            for row in rows
        )


def write_many(
    pairs: Sequence[tuple[Entry, Sheet]], *, by: Member | None, cause: str
) -> list[Version]:
    """The same for many at once, in few queries. The caller has the transaction and the audit."""
    if not pairs:
        return []
    _copy(pairs)
    place_in_wijken(pairs)
    organisations = [entry.organisation for entry, _sheet in pairs]
    Organisation.objects.bulk_update(organisations, ON_ORGANISATION, batch_size=BATCH)
    Entry.objects.bulk_update(
        [entry for entry, _sheet in pairs], [*ON_ENTRY, "area", "changed_at"], batch_size=BATCH
    )
    return _write_lists(pairs, _known(pairs), by=by, cause=cause)


def add_many(
    pairs: Sequence[tuple[Entry, Sheet]], *, by: Member | None, cause: str
) -> list[Version]:
    """New organisations with their entries, none of them saved yet."""
    if not pairs:
        return []
    _copy(pairs)
    place_in_wijken(pairs)
    Organisation.objects.bulk_create([e.organisation for e, _s in pairs], batch_size=BATCH)
    Entry.objects.bulk_create([entry for entry, _sheet in pairs], batch_size=BATCH)
    return _write_lists(pairs, ({}, {}), by=by, cause=cause)


def _copy(pairs: Sequence[tuple[Entry, Sheet]]) -> None:
    moment = timezone.now()
    for entry, sheet in pairs:
        for name in ON_ORGANISATION:
            setattr(entry.organisation, name, getattr(sheet, name))
        for name in ON_ENTRY:
            value = getattr(sheet, name)
            setattr(entry, name, list(value) if name in MANY else value)
        entry.changed_at = moment


def place_in_wijken(pairs: Sequence[tuple[Entry, Sheet]]) -> list[Entry]:
    """The wijk where each stands, by what its sheet says; gives those for which it changed."""
    moved = []
    wijken = placing.wijken_of(pairs[0][0].town_id, [sheet for _entry, sheet in pairs])
    for (entry, _sheet), wijk in zip(pairs, wijken, strict=True):
        if entry.area_id != (wijk.pk if wijk else None):
            entry.area = wijk
            moved.append(entry)
    return moved


Keys = dict[tuple[UUID, str], UUID]


def _write_lists(
    pairs: Sequence[tuple[Entry, Sheet]],
    known: tuple[Keys, Keys],
    *,
    by: Member | None,
    cause: str,
) -> list[Version]:
    """Places, services, themes, groups, and the version that holds all of it."""
    town_id, (places, helps) = pairs[0][0].town_id, known
    themes = {theme.key: theme for theme in Theme.objects.in_town(town_id)}
    groups = {group.key: group for group in TargetGroup.objects.in_town(town_id)}
    locations, services, about, meant = [], [], [], []
    for entry, sheet in pairs:
        for number, spot in enumerate(sheet.locations):
            location = Location(town_id=town_id, entry=entry, order=number, **asdict(spot))
            location.pk = places.pop((entry.pk, spot.street or spot.name), location.pk)
            locations.append(location)
        for number, each in enumerate(sheet.services):
            said = asdict(each) | {"theme": themes.get(each.theme)}
            service = Service(town_id=town_id, entry=entry, order=number, **said)
            service.pk = helps.pop((entry.pk, each.name), service.pk)
            services.append(service)
        about += [
            EntryTheme(town_id=town_id, entry=entry, theme=themes[key])
            for key in dict.fromkeys(sheet.themes)
            if key in themes
        ]
        meant += [
            EntryGroup(town_id=town_id, entry=entry, group=groups[key])
            for key in dict.fromkeys(sheet.groups)
            if key in groups
        ]
    Location.objects.bulk_create(locations, batch_size=BATCH)
    Service.objects.bulk_create(services, batch_size=BATCH)
    EntryTheme.objects.bulk_create(about, batch_size=BATCH)
    EntryGroup.objects.bulk_create(meant, batch_size=BATCH)
    versions = [_version(entry, sheet, cause=cause, by=by) for entry, sheet in pairs]
    Version.objects.bulk_create(versions, batch_size=BATCH)
    _keep_photos(versions)
    return versions


def _known(pairs: Sequence[tuple[Entry, Sheet]]) -> tuple[Keys, Keys]:
    """What stood there goes; what comes back under the same street or name keeps its key."""
    places, helps, town_id = Keys(), Keys(), pairs[0][0].town_id
    keys = [entry.pk for entry, _sheet in pairs]
    for start in range(0, len(keys), BATCH):
        part = keys[start : start + BATCH]
        old = Location.objects.filter(town=town_id, entry__in=part)
        places |= {(r.entry_id, r.street or r.name): r.pk for r in old}
        old_help = Service.objects.filter(town=town_id, entry__in=part)
        helps |= {(r.entry_id, r.name): r.pk for r in old_help}
        for model in (Location, Service, EntryTheme, EntryGroup):
            model.objects.filter(town=town_id, entry__in=part).delete()
    return places, helps


def restore(entry: Entry, version: Version, *, by: Member) -> Version | None:
    """Put back what it said and showed then, as a new version: nothing is lost by looking back."""
    sheet = Sheet.of_json(version.sheet)
    spots = placing.located_many(sheet.locations)
    # What nobody can do without is for a steward to say, also by looking back.
    vital = sheet.vital if access.keeps(by, entry) else entry.vital
    return write(
        entry,
        sheet.changed(locations=tuple(spots), vital=vital),
        by=by,
        cause=Version.Cause.RESTORE,
        pictures=version.pictures,
    )
