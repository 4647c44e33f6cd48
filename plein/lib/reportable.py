"""What can be reported: the shape that joins every app to moderation.

# features/noticeboard/reportables.py
REPORTABLES = {"noticeboard.post": Reportable(find=find_post, label=post_label, name=_("a post"))}
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

Find = Callable[[Any, Any, Any], Any]


@dataclass(frozen=True, slots=True)
class Reportable:
    """How one kind of thing is found and named."""

    find: Find
    """find(member, community, key): the thing, or None when this member may not see it."""
    label: Callable[[Any], str]
    """What the person who reports reads: "the post of Noor"."""
    name: str | Promise = ""
    """What staff reads: the kind of thing, "a post". Never what is in it."""
    url: Callable[[Any], str] | None = None
    """Back to the thing for who reports it; staff gets this link only when `staff_may_open`."""
    people: Callable[[Any], Iterable[UUID]] | None = None
    """Keys of the members whose case it is: they have no say in it, whatever their role (H12)."""
    staff_may_open: bool = False
    """False for what is private: a report alone opens nothing (H12)."""
