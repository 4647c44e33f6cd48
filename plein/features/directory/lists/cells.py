"""From the cells of one row to a sheet; each cell that we cannot read is a sentence in the report.

What cannot be read is left out and the rest goes in, but a row without a good name stays outside.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from plein.features.directory import cleaning, hours
from plein.features.directory.domains import is_mobile
from plein.features.directory.lists.several import read_places, read_services
from plein.features.directory.phones import read_phones
from plein.features.directory.sheet import Help, Sheet, Spot
from plein.features.directory.wording import ACCESS, LANGUAGES
from plein.foundation.organisations.models import Sector
from plein.lib import times
from plein.lib.listing import fold
from plein.lib.plain import plain

YES = {"ja", "j", "yes", "y", "x", "1", "waar", "true"}
NO = {"nee", "n", "no", "0", "onwaar", "false"}
SPREADSHEET_ERROR = re.compile(r"#(REF|N/A|NAAM|NAME|WAARDE|VALUE|DIV/0|DEEL/0|VERW|NUM|NULL)[!?]?")
LONGEST = {"line": 200, "about": 3000, "area_words": 120, "cost_words": 120, "waiting_words": 80}
LONGEST |= {"referral_words": 120}
LONGEST |= {"desk_note": 400, "opening_words": 160, "street": 120, "place": 60, "place_name": 80}

SAID = ("area_words", "cost_words", "referral_words", "waiting_words")


@dataclass(frozen=True)
class Known:
    """What words may stand for: {folded word: key}."""

    themes: Mapping[str, str]
    groups: Mapping[str, str]
    wijken: Mapping[str, str] = field(default_factory=dict)
    town: str = ""


@dataclass
class Row:
    """What a row says, as far as we can read it."""

    sheet: Sheet
    problems: list[str] = field(default_factory=list)
    is_wrong: bool = False
    """True when nothing of it can be used."""


def read_row(cells: Mapping[str, str], known: Known) -> Row:
    """`cells` is {field: text}."""
    problems: list[str] = []
    cells = {key: _sound(text, problems) for key, text in cells.items()}
    try:
        name = cleaning.clean_name(cells.get("name", ""))
    except ValidationError as wrong:
        return Row(Sheet(""), [*problems, wrong.messages[0]], is_wrong=True)
    reader = _Reader(cells, problems)
    values: dict[str, Any] = {
        "phone": reader.clean("phone", cleaning.clean_phone),
        "desk_phone": reader.clean("desk_phone", cleaning.clean_phone),
        "phones": reader.clean("phones", read_phones) or (),
        "mail": reader.clean("mail", cleaning.clean_mail),
        "website": reader.clean("website", cleaning.clean_website),
        "kvk": reader.clean("kvk", cleaning.clean_kvk),
        "sector": reader.clean("sector", _sector),
        "informal": reader.clean("informal", _yes) is True,
        "insures": reader.clean("insures", _yes) is True,
        "cost": _cost(reader),
        "referral": reader.clean("referral", _referral),
        "themes": reader.many("themes", known.themes),
        "groups": reader.many("groups", known.groups),
        "languages": reader.many("languages", _languages()),
        "access": reader.many("access", _access()),
        "services": _services(reader, known),
        "locations": _locations(reader, known),
    }
    for key in ("line", "about", *SAID, "desk_note"):
        values[key] = reader.words(key)
    _without_mobiles(values, problems)
    return Row(Sheet(name, **values), problems)


def _without_mobiles(values: dict[str, Any], problems: list[str]) -> None:
    numbers = [values["phone"], *(number for _what, number in values["phones"])]
    told = _("%(phone)s is a mobile number. We leave it out until the person says yes.")
    problems += [told % {"phone": number} for number in numbers if is_mobile(number)]
    values["phone"] = "" if is_mobile(values["phone"]) else values["phone"]
    values["phones"] = tuple(row for row in values["phones"] if not is_mobile(row[1]))


def _sound(text: str, problems: list[str]) -> str:
    if SPREADSHEET_ERROR.match(text):
        problems.append(_("There is an error of the spreadsheet in it: %(text)s.") % {"text": text})
        return ""
    # A formula in a list of ours is a word again.
    return text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text


@dataclass
class _Reader:
    cells: Mapping[str, str]
    problems: list[str]

    def clean(self, key: str, cleaner: Callable[[str], Any]) -> Any:
        text = self.cells.get(key, "")
        if not text:
            return "" if cleaner is not _yes else None
        try:
            return cleaner(text)
        except ValidationError as wrong:
            self.problems.append(f"“{text[:40]}”: {wrong.messages[0]}")
            return ""

    def words(self, key: str) -> str:
        words = plain(self.cells.get(key, ""), lines=key == "about")
        if len(words) > LONGEST[key]:
            self.problems.append(
                _("The text is long; we keep the first %(count)s signs.") % {"count": LONGEST[key]}
            )
        return words[: LONGEST[key]]

    def many(self, key: str, known: Mapping[str, str]) -> tuple[str, ...]:
        found = []
        for words in _parts(self.cells.get(key, "")):
            if meant := known.get(fold(words)):
                found.append(meant)
            else:
                self.problems.append(
                    _("We do not know “%(words)s”; we leave that out.") % {"words": words[:40]}
                )
        return tuple(dict.fromkeys(found))


def _parts(text: str) -> list[str]:
    return [part for part in (plain(p) for p in re.split(r"[;,|/\n]", text)) if part]


def _locations(reader: _Reader, known: Known) -> tuple[Spot, ...]:
    street = f"{reader.words('street')} {plain(reader.cells.get('number', ''))}".strip()
    opening = reader.clean("opening", _week) or ()
    spot = Spot(
        name=reader.words("place_name"),
        street=street[:120],
        postcode=reader.clean("postcode", cleaning.clean_code),
        place=reader.words("place"),
        opening=opening,
        opening_words=reader.words("opening_words"),
        open_on_holidays=reader.clean("holidays", _yes) is True,
        wijk=next(iter(reader.many("wijk", known.wijken)), ""),
    )
    others = read_places(reader.cells.get("more_places", ""), known.wijken, reader.problems)
    first = () if spot == Spot(place=spot.place) else (spot,)
    found = (*first, *others)
    return tuple(
        spot if spot.place else Spot(**vars_of(spot) | {"place": known.town}) for spot in found
    )


def _services(reader: _Reader, known: Known) -> tuple[Help, ...]:
    """Line by line as we wrote them, else names only."""
    if told := reader.cells.get("services_told", ""):
        return read_services(told, known.themes, reader.problems)
    return tuple(Help(words[:80]) for words in _parts(reader.cells.get("services", "")))


def vars_of(spot: Spot) -> dict[str, Any]:
    return dict(vars(spot))


def _week(text: str) -> tuple[tuple[int, int, int], ...]:
    try:
        return tuple(tuple(each) for each in hours.read_week(text))  # type: ignore[misc]
    except times.NotHours:
        raise ValidationError(
            _("We cannot read these times. For example: ma-vr 9:00-17:00; za 10-12.")
        ) from None


def _yes(text: str) -> bool:
    word = fold(text)
    if word in YES or word in NO:
        return word in YES
    raise ValidationError(_("Write ja or nee."))


def _cost(reader: _Reader) -> str:
    text = fold(reader.cells.get("cost", "") or reader.cells.get("cost_words", ""))
    if not text:
        return ""
    if text in YES or text in ("gratis", "geen", "free", "niets", "geen kosten", "0 euro"):
        return "free"
    return "paid"


def _referral(text: str) -> str:
    word = fold(text)
    if word in YES or "verwijzing" in word or "huisarts" in word or "indicatie" in word:
        return "" if "geen" in word.split() else "yes"
    if word in NO or "inloop" in word or word in ("zo binnen", "vrij", "geen verwijzing"):
        return "no"
    if "afspraak" in word:
        return "appointment"
    raise ValidationError(_("Write: inloop, afspraak or verwijzing."))


def _sector(text: str) -> str:
    words = fold(text)
    for key, label in Sector.choices:
        if words in (key, fold(str(label))):
            return key
    for key, starts in SECTOR_WORDS.items():
        if any(part.startswith(starts) for part in words.split()):
            return key
    raise ValidationError(_("We do not know this sort; choose it later on the page."))


SECTOR_WORDS: dict[str, tuple[str, ...]] = {
    "care": ("zorg", "huisarts", "tandarts", "apothe", "fysio", "ggz", "thuiszorg", "medisch"),
    "welfare": ("welzijn", "maatschappelijk", "steun", "hulp", "informele"),
    "neighbours": ("buurt", "buren", "wijk", "dorpshuis", "ontmoet", "bewoner"),
    "faith": ("kerk", "moskee", "geloof", "religie", "levensbeschouw", "parochie", "tempel"),
    "sport": ("sport", "voetbal", "bewegen", "tennis", "hockey", "zwem", "gym"),
    "culture": ("cultuur", "muziek", "koor", "toneel", "kunst", "museum", "hobby", "bibliotheek"),
    "school": ("school", "onderwijs", "kinderopvang", "opvang", "peuter", "basisschool"),
    "nature": ("natuur", "groen", "dier", "tuin", "milieu"),
    "counter": ("gemeente", "loket", "overheid", "politie", "juridisch"),
    "housing": ("wonen", "woning", "huur", "woonzorg"),
}


def _languages() -> dict[str, str]:
    names = {"nl": "nederlands", "en": "engels", "tr": "turks", "ar": "arabisch", "pl": "pools"}
    names |= {"uk": "oekraiens", "fr": "frans", "de": "duits", "es": "spaans"}
    return {code: code for code in LANGUAGES} | {word: code for code, word in names.items()}


def _access() -> dict[str, str]:
    found = {key: key for key in ACCESS}
    found |= {fold(str(words)): key for key, (_mark, words) in ACCESS.items()}
    return found | {"ja": "wheelchair", "rolstoel": "wheelchair", "ringleiding": "hearing-loop"}
