"""Work that comes round for many rows at once."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import structlog
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Model, QuerySet

Row = TypeVar("Row")
AnyModel = TypeVar("AnyModel", bound=Model)

PART = 500
"""So many rows are in memory at once."""

log = structlog.get_logger(__name__)


def each(work: Callable[[Row], object], rows: Iterable[Row]) -> int:
    """Do the work for each row, each in a transaction of its own. Gives for how many it was true.

    For tasks with `outside=True`: so no round keeps others from writing for longer than one row
    takes. A row that stumbles keeps no other from its turn; afterwards the last error is raised,
    so that the task is seen to fail. A database that is away ends the round.
    """
    done, stumbled = 0, None
    for row in rows:
        try:
            with transaction.atomic():
                done += bool(work(row))
        except (InterfaceError, OperationalError):
            raise
        except Exception as error:
            # The kind of error only: its text may hold what somebody wrote.
            log.error(  # noqa: TRY400
                "round.stumbled", work=work.__name__, reason=type(error).__qualname__
            )
            stumbled = error
    if stumbled:
        raise stumbled
    return done


def whole(rows: "QuerySet[AnyModel]") -> Iterator[AnyModel]:
    """All of them, in parts by key: what is done with a row may take it out of the set."""
    rows = rows.order_by("pk")
    part = list(rows[:PART])
    while part:
        yield from part
        part = list(rows.filter(pk__gt=part[-1].pk)[:PART])
