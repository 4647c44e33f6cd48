"""Our own list: one row per organisation, readable by people and by our own import.

Not in it: photos, days on which a place is closed, and earlier versions; the page says so.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plein.features.directory import hours
from plein.features.directory.lists.columns import BY_KEY, OURS
from plein.features.directory.lists.several import REFERRALS, write_places, write_services
from plein.features.directory.phones import write_phones
from plein.features.directory.sheet import Sheet, Spot
from plein.foundation.organisations.models import Sector

FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True)
class Names:
    """{key: Dutch name} of the town's own lists, and {word in addresses: name} of its parts."""

    themes: dict[str, str]
    groups: dict[str, str]
    wijken: dict[str, str]


def heading() -> list[str]:
    return [BY_KEY[key].heading for key in OURS]


def row_of(sheet: Sheet, names: Names, *, desk: bool) -> list[str]:
    """`desk`: also what is for professionals only."""
    spot = sheet.locations[0] if sheet.locations else Spot()
    cells = {
        "name": sheet.name,
        "line": sheet.line,
        "about": sheet.about,
        "sector": str(Sector(sheet.sector).label) if sheet.sector else "",
        "informal": "ja" if sheet.informal else "",
        "insures": "ja" if sheet.insures else "",
        "kvk": sheet.kvk,
        "phone": sheet.phone,
        "phones": write_phones(sheet.phones),
        "mail": sheet.mail,
        "website": sheet.website,
        "place_name": spot.name,
        "street": spot.street,
        "postcode": spot.postcode,
        "place": spot.place,
        "opening": hours.write_week(hours.Opening(*row) for row in spot.opening),
        "opening_words": spot.opening_words,
        "holidays": "ja" if spot.open_on_holidays else "",
        "wijk": names.wijken.get(spot.wijk, spot.wijk),
        "themes": "; ".join(names.themes.get(key, key) for key in sheet.themes),
        "groups": "; ".join(names.groups.get(key, key) for key in sheet.groups),
        "area_words": sheet.area_words,
        "cost": {"free": "ja", "paid": "nee"}.get(sheet.cost, ""),
        "cost_words": sheet.cost_words,
        "referral": REFERRALS.get(sheet.referral, ""),
        "referral_words": sheet.referral_words,
        "waiting_words": sheet.waiting_words,
        "languages": "; ".join(sheet.languages),
        "access": "; ".join(sheet.access),
        "services": "; ".join(service.name for service in sheet.services),
        "services_told": write_services(sheet.services, names.themes),
        "more_places": write_places(sheet.locations[1:], names.wijken),
        "desk_phone": sheet.desk_phone if desk else "",
        "desk_note": sheet.desk_note if desk else "",
    }
    return [cells[key] for key in OURS]


def harmless(cell: str) -> str:
    """A cell that begins like a formula would be run by the reader's spreadsheet program."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def csv_lines(rows: Iterable[list[str]]) -> Iterator[str]:
    """With semicolons and a mark of UTF-8, so that a Dutch Excel opens it at once."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";")
    yield "\ufeff"
    for cells in (heading(), *rows):
        writer.writerow([harmless(cell) for cell in cells])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def xlsx_bytes(rows: Iterable[list[str]], title: str) -> bytes:
    """A workbook. Only for the worker: the writer is heavy."""
    from xlsxwriter import Workbook

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(made, options) as book:
        page = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True, "text_wrap": True})
        page.write_row(0, 0, heading(), bold)
        for number, cells in enumerate(rows, 1):
            for column, cell in enumerate(cells):
                page.write_string(number, column, cell)
        page.freeze_panes(1, 1)
        page.set_column(0, len(OURS) - 1, 24)
    return made.getvalue()
