"""What a connector should do (a matter, "zaak"): the shape that joins every app to the dayboard.

# features/noticeboard/matters.py
MATTERS = [MatterSource("noticeboard.unanswered", _("Asks without an answer"), all=unanswered)]
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise


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


@dataclass(frozen=True, slots=True)
class MatterSource:
    """All matters of one kind, in a file `matters.py`, listed in `MATTERS`."""

    kind: str
    title: str | Promise
    all: Callable[[UUID], Iterator[Matter]]
    """Gets the key of a town and gives its matters, computed from the present state."""
    within: Callable[[UUID, frozenset[UUID]], Iterator[Matter]] | None = None
    """The same of these communities only, the oldest first: for a kind of which there can be
    thousands, so that reading stops at what is shown."""
    module: str = ""
    """Key of the module it belongs to: off means gone (SIMPLE-2). Empty: it is always there."""
    right: str = "day.see"
    """The right somebody needs in the matter's community to see it."""
    pictogram: str = "hand-waving"
    act_label: str | Promise = ""
    """Words on the button; empty: the matter's words are the link."""
