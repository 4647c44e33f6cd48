"""Who speaks in a text, and what that writer is warned of.

What gives a resident away is what an organisation wants to tell: its address, its telephone, that
it is closed for two weeks, that it is there for people with an illness. So which hints apply is
said here, once, for pages and tests alike.
"""

from enum import Enum

from plein.lib.writing.hints import HINTS

EVERYTHING = frozenset(HINTS)


class Voice(Enum):
    """The kinds of findings that this writer hears of."""

    RESIDENT = EVERYTHING
    """Somebody of themselves, or of somebody at home: a post, a profile, a note, an answer."""

    STORY = EVERYTHING - {"absence"}
    """A story or interview about a resident, which an editor publishes. It tells what once was:
    nobody is away now because of it. Alone, where somebody lives and an illness stay what they are.
    """

    ORGANISATION = frozenset({"account"})
    """An organisation or a place about itself: an activity for all, an entry on the map, a page,
    news. Nobody lives there, and its address and number are meant to be found. A bank account
    belongs on no page of ours (H5)."""
