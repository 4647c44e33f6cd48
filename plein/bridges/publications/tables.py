"""The network list: who, phone, open, where, costs and for whom; the same in every form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from plein.bridges.overviews import queries
from plein.bridges.overviews.models import Row
from plein.bridges.overviews.wording import opening_of
from plein.bridges.publications import wording
from plein.bridges.publications.content import Chosen
from plein.foundation.communities.links import absolute, origin


@dataclass(frozen=True)
class Table:
    title: str
    lead: str
    told: Sequence[str]
    columns: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[str]]
    addresses: Sequence[str]
    """Of each row its page."""
    site: str
    texts: Sequence[str] = ()
    """Of each row what was written about it; too much for a table."""


def table(chosen: Chosen) -> Table:
    people = {group.key: group.name for group in queries.target_groups(chosen.community.town_id)}
    who = chosen.house.key == "directory"
    columns = [_("Organisation"), _("Phone"), _("Open")] if who else [_("What"), _("When")]
    columns += [_("Where"), _("Costs"), _("For whom")]
    say = _organisation if who else _thing
    return Table(
        title=wording.title_of(chosen),
        lead=f"{wording.lead_of(chosen)}. {wording.made()}.",
        told=wording.told(chosen),
        columns=columns,
        widths=[2.4, 1.3, 2.2, 2.2, 1.2, 1.8] if who else [2.6, 2.6, 2.4, 1.2, 1.8],
        rows=[[*say(row, chosen), wording.cost_of(row), wording.groups_of(row, people)]
              for row in chosen.rows],
        addresses=[absolute(chosen.community, row.url) for row in chosen.rows],
        texts=[row.summary for row in chosen.rows],
        site=origin(chosen.community).partition("://")[2],
    )  # fmt: skip


def on_paper(made: Table) -> dict[str, Any]:
    """As `kit` wants it."""
    return {
        "title": made.title,
        "summary": made.lead,
        "lead": made.lead,
        "chosen": made.told,
        "columns": made.columns,
        "widths": made.widths,
        "rows": made.rows,
        "colophon": _("What is true now stands on %(site)s") % {"site": made.site},
    }


def _organisation(row: Row, _chosen: Chosen) -> list[str]:
    return [_named(row), row.phone, opening_of(row), wording.unbroken(row.place)]


def _thing(row: Row, chosen: Chosen) -> list[str]:
    facts = wording.facts_of(row, chosen.moments.get(row.pk, ()), with_day=True)
    when = [words for name, words in facts if name.startswith(wording.CLOCKS)]
    where = row.place or next((words for name, words in facts if name == "map-pin"), "")
    return [_named(row), "; ".join(when[:2]), where]


def _named(row: Row) -> str:
    status = wording.STATUS.get(row.status)
    return f"{row.title} ({str(status).rstrip('.')})" if status else row.title
