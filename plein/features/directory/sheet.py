"""All that an entry says, as one value: what is edited, kept as a version, imported and exported.

A sheet holds keys and words only, so it can be kept as JSON and put back years later.
"""

from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self

from plein.features.directory.models import Entry

Rows = tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class Spot:
    """A location."""

    name: str = ""
    street: str = ""
    postcode: str = ""
    place: str = ""
    wijk: str = ""
    """The part of the town somebody chose, as in its address; the town itself: all of it."""
    lat: float | None = None
    lon: float | None = None
    opening: Rows = ()
    opening_words: str = ""
    pauses: Rows = ()
    open_on_holidays: bool = False

    @property
    def point(self) -> tuple[float, float] | None:
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


@dataclass(frozen=True)
class Help:
    """A service: one thing somebody can go there for."""

    name: str
    text: str = ""
    theme: str = ""
    cost: str = ""
    referral: str = ""


@dataclass(frozen=True)
class Sheet:
    name: str
    line: str = ""
    kvk: str = ""
    sector: str = ""
    informal: bool = False
    insures: bool = False
    about: str = ""
    phone: str = ""
    phones: Rows = ()
    """More numbers: what each is for, and the number."""
    mail: str = ""
    website: str = ""
    area_words: str = ""
    cost: str = ""
    cost_words: str = ""
    referral: str = ""
    referral_words: str = ""
    waiting_words: str = ""
    languages: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    desk_phone: str = ""
    desk_note: str = ""
    vital: str = ""
    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    locations: tuple[Spot, ...] = ()
    services: tuple[Help, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of_json(cls, data: dict[str, Any]) -> Self:
        """Also of an older program: what it did not know yet is empty, what is gone is left out."""
        own = _known(cls, data)
        own["locations"] = tuple(Spot(**_known(Spot, row)) for row in data.get("locations", ()))
        own["services"] = tuple(Help(**_known(Help, row)) for row in data.get("services", ()))
        return cls(**own)

    def changed(self, **values: Any) -> Self:
        return replace(self, **values)


ON_ORGANISATION = ("name", "line", "kvk", "sector", "informal", "insures")
MANY = ("languages", "access", "themes", "groups")
LISTS = ("themes", "groups", "locations", "services")
ON_ENTRY = tuple(
    field.name for field in fields(Sheet) if field.name not in (*ON_ORGANISATION, *LISTS)
)


def _known(shape: Any, data: dict[str, Any]) -> dict[str, Any]:
    names = {field.name for field in fields(shape)}
    return {key: _frozen(value) for key, value in data.items() if key in names}


def _frozen(value: Any) -> Any:
    return tuple(_frozen(part) for part in value) if isinstance(value, list | tuple) else value


def sheet_of(entry: Entry) -> Sheet:
    """What an entry says now. Ask for it with `complete()` when there are many."""
    organisation = entry.organisation
    said: dict[str, Any] = {name: getattr(organisation, name) for name in ON_ORGANISATION}
    said |= {name: _frozen(getattr(entry, name)) for name in ON_ENTRY}
    return Sheet(
        **said,
        themes=tuple(row.theme.key for row in entry.themes.all()),
        groups=tuple(row.group.key for row in entry.groups.all()),
        locations=tuple(
            Spot(**{f.name: _frozen(getattr(row, f.name)) for f in fields(Spot)})
            for row in entry.locations.all()
        ),
        services=tuple(
            Help(row.name, row.text, row.theme.key if row.theme else "", row.cost, row.referral)
            for row in entry.services.all()
        ),
    )


def differences(before: Sheet, after: Sheet) -> list[str]:
    """Names of the fields that are not the same."""
    return [f.name for f in fields(Sheet) if getattr(before, f.name) != getattr(after, f.name)]
