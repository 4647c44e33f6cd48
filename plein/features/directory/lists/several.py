"""What an organisation has more than one of, in one cell: a line for each, parts with | between.

So a list stays one row for each organisation, and what we wrote ourselves comes back whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from plein.features.directory import cleaning, hours
from plein.features.directory.sheet import Help, Spot
from plein.lib import times
from plein.lib.listing import fold
from plein.lib.plain import plain

BAR, INSIDE = "|", "¦"
COSTS = {"free": "ja", "paid": "nee"}
REFERRALS = {"no": "inloop", "appointment": "afspraak", "yes": "verwijzing"}
HOLIDAYS = "open op feestdagen"
MOST = 30
Problems = list[str]


def write_places(spots: Iterable[Spot], wijken: Mapping[str, str]) -> str:
    """`wijken` is {word in addresses: name}."""
    return _lines(
        (
            spot.name,
            spot.street,
            spot.postcode,
            spot.place,
            hours.write_week(hours.Opening(*row) for row in spot.opening),
            spot.opening_words,
            HOLIDAYS if spot.open_on_holidays else "",
            wijken.get(spot.wijk, spot.wijk),
        )
        for spot in spots
    )


def read_places(text: str, wijken: Mapping[str, str], problems: Problems) -> tuple[Spot, ...]:
    """`wijken` is {folded word: word in addresses}."""
    return tuple(_place(_Parts(parts, problems), wijken) for parts in _read(text, 8))


def write_services(services: Iterable[Help], themes: Mapping[str, str]) -> str:
    return _lines(
        (
            service.name,
            service.text,
            themes.get(service.theme, service.theme),
            COSTS.get(service.cost, ""),
            REFERRALS.get(service.referral, ""),
        )
        for service in services
    )


def read_services(text: str, themes: Mapping[str, str], problems: Problems) -> tuple[Help, ...]:
    """`themes` is {folded word: key}."""
    found = []
    for name, said, theme, cost, referral in _read(text, 5):
        parts = _Parts((name, said, theme, cost, referral), problems)
        if name:
            found.append(
                Help(
                    name[:80],
                    text=said[:600],
                    theme=parts.known(2, themes),
                    cost=parts.known(3, {words: key for key, words in COSTS.items()}),
                    referral=parts.known(4, {words: key for key, words in REFERRALS.items()}),
                )
            )
    return tuple(found)


@dataclass
class _Parts:
    """The parts of one line, and what of them we cannot read."""

    parts: tuple[str, ...]
    problems: Problems

    def known(self, number: int, words: Mapping[str, str]) -> str:
        said = self.parts[number]
        if said and fold(said) not in words:
            told = _("We do not know “%(words)s”; we leave that out.")
            self.problems.append(told % {"words": said[:40]})
        return words.get(fold(said), "")


def _place(line: _Parts, wijken: Mapping[str, str]) -> Spot:
    name, street, postcode, place, week, words = line.parts[:6]
    opening: tuple[tuple[int, int, int], ...] = ()
    try:
        opening = tuple(tuple(each) for each in hours.read_week(week))  # type: ignore[misc]
    except times.NotHours:
        line.problems.append(
            _("We cannot read these times. For example: ma-vr 9:00-17:00; za 10-12.")
        )
    try:
        code = cleaning.clean_code(postcode) if postcode else ""
    except ValidationError as wrong:
        line.problems.append(f"“{postcode[:40]}”: {wrong.messages[0]}")
        code = ""
    return Spot(
        name=name[:80],
        street=street[:120],
        postcode=code,
        place=place[:60],
        opening=opening,
        opening_words=words[:160],
        open_on_holidays=bool(line.known(6, {HOLIDAYS: HOLIDAYS})),
        wijk=line.known(7, wijken),
    )


def _lines(rows: Iterable[tuple[str, ...]]) -> str:
    """Empty parts at the end stay away: a line reads better without."""
    said = (f" {BAR} ".join(_inside(part) for part in row) for row in rows)
    return "\n".join(line.rstrip(f" {BAR}") for line in said)


def _inside(part: str) -> str:
    return " ".join(part.replace(BAR, INSIDE).split())


def _read(text: str, count: int) -> Iterator[tuple[str, ...]]:
    for line in text.splitlines()[:MOST]:
        if line.strip():
            parts = [plain(part).replace(INSIDE, BAR) for part in line.split(BAR)]
            yield tuple([*parts, *[""] * count][:count])
