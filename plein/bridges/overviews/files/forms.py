"""The five forms of a file, and what a browser should know of each."""

from collections.abc import Callable
from dataclasses import dataclass

from plein.bridges.overviews.files.calendar_file import as_calendar
from plein.bridges.overviews.files.news_files import as_atom, as_json
from plein.bridges.overviews.files.sheets import as_csv, as_xlsx
from plein.bridges.overviews.files.taken import Taken, sheet


@dataclass(frozen=True)
class Form:
    kind: str
    make: Callable[[Taken, str], bytes]
    """From what is taken along and the address of the file itself."""
    saved: bool = False
    """A browser keeps it as a file; else it may show it."""


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS: dict[str, Form] = {
    "csv": Form("text/csv; charset=utf-8", lambda f, _own: as_csv(sheet(f)), True),
    "xlsx": Form(XLSX, lambda f, _own: as_xlsx(sheet(f)), True),
    "ics": Form("text/calendar; charset=utf-8", lambda f, _own: as_calendar(f)),
    "atom": Form("application/atom+xml; charset=utf-8", as_atom),
    "json": Form("application/feed+json; charset=utf-8", as_json),
}
