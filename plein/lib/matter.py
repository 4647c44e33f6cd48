"""What a connector should do (a matter, "zaak"): the shape that joins every app to the dayboard.

# features/noticeboard/matters.py
MATTERS = [MatterSource("noticeboard.unanswered", _("Asks without an answer"), all=unanswered)]
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from django.utils.functional import Promise


class NotSettled(Exception):
    """A tap was not enough. Its words say to who tapped what they can do."""


class Layer(IntEnum):
    """How long it may wait. What stands in TODAY is pinned by decision record 0007."""

    TODAY = 0
    WEEK = 1
    MAY_REST = 2


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that waits for a person. `words` says what, `url` is where it is done."""

    kind: str
    about: UUID
    community: UUID
    words: str
    url: str
    hurts_from: datetime
    """Since when somebody has been waiting: the oldest stands first."""
    due: datetime | None = None
    theme: str = ""
    area: UUID | None = None
    hidden_from: frozenset[UUID | None] = frozenset()
    """Members who may not see it, whatever their role: nobody has a say in their own case."""
    only_for: frozenset[UUID] = frozenset()
    """When somebody is named here, only they see it, whatever the roles of others."""
    layer: Layer | None = None
    """When this one is more or less pressing than its kind."""


@dataclass(frozen=True, slots=True)
class MatterSource:
    """All matters of one kind, in a file `matters.py`, listed in `MATTERS`."""

    kind: str
    title: str | Promise
    all: Callable[[UUID], Iterator[Matter]]
    """Gets the key of a town and gives its matters, computed from the present state."""
    module: str = ""
    """Key of the module it belongs to: off means gone (SIMPLE-2). Empty: it is always there."""
    right: str = "day.see"
    """The right somebody needs in the matter's community to see it."""
    pictogram: str = "hand-waving"
    act_label: str | Promise = ""
    """Words on the button; empty: the matter's words are the link."""
    layer: Layer = Layer.WEEK
    urgency: int = 50
    """The order within a layer: the lowest stands first; 10 is for who may be in danger."""
    minutes: int = 5
    """So long it takes somebody who knows how; a day start shows what fits in their time."""
    promised: bool = False
    """Somebody was told the moment `due`: it is shown, and after it the matter stands first."""
    changes: tuple[str, ...] = ()
    """After these changes (see jobs) the rows of this kind are computed again."""
    done: Callable[[UUID, Any], None] | None = None
    """Settles one with a tap: gets what it is about, and the member who tapped. May raise
    `NotSettled`."""
    done_label: str | Promise = ""
    may_wait: bool = True
    """Whether what is of today may be put off; a matter of safety goes to a colleague only."""
    batch: bool = False
    """Whether twenty at once may be settled so, without a look at each."""
    batch_label: str | Promise = ""
    """Words on the button for all with a tick, where a tap opens something; then no box stands
    ticked beforehand."""
