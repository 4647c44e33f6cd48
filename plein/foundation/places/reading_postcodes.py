"""Reading a list of postcodes: where each lies, in degrees or RD, or in which wijk."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from plein.foundation.places.rd import from_rd, in_netherlands, on_grid
from plein.foundation.places.reading_outlines import Unreadable
from plein.lib.listing import fold

HEADINGS = {
    "code": "postcode|pc|pc6|pc4|postcode6|postcode4|postcode 6|postcode 4|zip",
    "lat": "lat|latitude|breedtegraad|breedte",
    "lon": "lon|lng|long|longitude|lengtegraad|lengte",
    "x": "x|rd x|x rd|rdx|x coordinaat|xcoordinaat|x coord",
    "y": "y|rd y|y rd|rdy|y coordinaat|ycoordinaat|y coord",
    "wijk": "wijk|wijknaam|wijk naam|wijkcode",
    "buurt": "buurt|buurtnaam|buurt naam|buurtcode",
}
MEANT = {word: key for key, words in HEADINGS.items() for word in words.split("|")}
YEAR = re.compile(r"(?<=[a-z])20\d\d$")
CODE = re.compile(r"[1-9]\d{3}([A-Z]{2})?")
SEPARATORS = ";\t,|"


@dataclass(frozen=True)
class Lies:
    """A postcode (1234AB or 1234), and what the list says of where it is."""

    code: str
    lat: float | None = None
    lon: float | None = None
    wijk: str = ""


@dataclass
class PostcodeFile:
    rows: list[Lies] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read(data: bytes) -> PostcodeFile:
    """One row per postcode; of a list of addresses the middle. Raises `Unreadable`."""
    lines = [(n, row) for n, row in enumerate(_lines(data), 1) if any(row)]
    if not lines:
        raise Unreadable(_("There is nothing in this file."))
    columns = _columns(lines[0][1])
    if columns is None:
        columns = _guessed(lines[0][1])
    else:
        lines = lines[1:]
    file, found = PostcodeFile(), dict[str, list[Lies]]()
    for number, row in lines:
        try:
            lies = _lies(row, columns)
        except ValueError as wrong:
            file.problems.append(_("Row %(number)d: %(why)s") % {"number": number, "why": wrong})
        else:
            found.setdefault(lies.code, []).append(lies)
    file.rows = [_one(rows) for rows in found.values()]
    return file


def _lines(data: bytes) -> Iterator[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    first = text.strip().split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    try:
        for row in csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator):
            yield [cell.strip() for cell in row]
    except csv.Error:
        raise Unreadable(_("The columns of this file cannot be read. Save it as csv.")) from None


def _columns(header: Sequence[str]) -> dict[str, int] | None:
    """{what: number of the column}; None when the first row is a postcode already."""
    if any(CODE.fullmatch(_squeezed(cell)) for cell in header):
        return None
    found: dict[str, int] = {}
    for number, words in enumerate(header):
        plain = " ".join(re.sub(r"[^a-z0-9]", " ", fold(words)).split())
        key = MEANT.get(YEAR.sub("", plain))
        if key:
            found.setdefault(key, number)
    pairs = {"lat", "lon"}, {"x", "y"}, {"wijk"}, {"buurt"}
    if "code" not in found or not any(pair <= found.keys() for pair in pairs):
        raise Unreadable(
            _("We look for the headings postcode with lat and lon, with x and y, or with wijk.")
        )
    return found


def _guessed(row: Sequence[str]) -> dict[str, int]:
    """Without headings: postcode, then two numbers or the name of a wijk."""
    if not CODE.fullmatch(_squeezed(row[0])) or len(row) < 2:
        raise Unreadable(_("Give the columns a heading: postcode, lat, lon."))
    if len(row) < 3 or any(sign.isalpha() for sign in row[1]):
        return {"code": 0, "wijk": 1}
    try:
        in_rd = on_grid(_number(row[1]), _number(row[2]))
    except ValueError:
        in_rd = False
    return {"code": 0, "x": 1, "y": 2} if in_rd else {"code": 0, "lat": 1, "lon": 2}


def _lies(row: Sequence[str], columns: dict[str, int]) -> Lies:
    """Raises `ValueError` with the sentence for people."""
    said = {key: row[n] if n < len(row) else "" for key, n in columns.items()}
    code = _squeezed(said["code"])
    if not CODE.fullmatch(code):
        raise ValueError(_("“%(words)s” is no postcode.") % {"words": said["code"][:20]})
    wijk, point = (said.get("wijk") or said.get("buurt", ""))[:80], _point(said)
    if point is None and not wijk:
        raise ValueError(_("it does not say where %(code)s lies.") % {"code": code})
    lat, lon = point or (None, None)
    return Lies(code, lat, lon, wijk)


def _point(said: dict[str, str]) -> tuple[float, float] | None:
    try:
        if said.get("lat") and said.get("lon"):
            lat, lon = _number(said["lat"]), _number(said["lon"])
        elif said.get("x") and said.get("y"):
            lat, lon = from_rd(_number(said["x"]), _number(said["y"]))
        else:
            return None
    except ValueError:
        raise ValueError(_("its coordinates are no numbers.")) from None
    if not in_netherlands(lat, lon):
        raise ValueError(_("this does not lie in the Netherlands. Are the columns swapped?"))
    return lat, lon


def _number(words: str) -> float:
    return float(words.replace(",", "."))


def _squeezed(words: str) -> str:
    return "".join(words.upper().split())


def _one(rows: Sequence[Lies]) -> Lies:
    """The middle of several addresses; the wijk of most of them."""
    if len(rows) == 1:
        return rows[0]
    points = [(row.lat, row.lon) for row in rows if row.lat is not None and row.lon is not None]
    wijken = [row.wijk for row in rows if row.wijk]
    wijk = max(wijken, key=wijken.count) if wijken else ""
    if not points:
        return Lies(rows[0].code, wijk=wijk)
    lat, lon = (round(sum(axis) / len(points), 6) for axis in zip(*points, strict=True))
    return Lies(rows[0].code, lat, lon, wijk)
