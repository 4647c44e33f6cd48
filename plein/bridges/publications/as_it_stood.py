"""What of a row stands on paper, in a few signs: words that went must not be given out again.

A date alone says too little. An answer that was taken away changes the tip under a question, and
says nothing of when the question itself was changed (H24).
"""

import json
from hashlib import sha256

from plein.bridges.overviews.models import Row

PRINTED = (
    *("title", "summary", "byline", "picture", "picture_alt", "facts", "url", "status"),
    *("place", "phone", "mail", "website", "opening", "closed", "desk_facts"),
    *("theme", "groups", "cost", "access", "languages", "changed_at"),
)
"""All that a booklet, a poster or a list may say of a thing; the date speaks for its moments."""


def digest_of(row: Row) -> str:
    """The same as long as not one word on paper would be different."""
    said = [getattr(row, name) for name in PRINTED]
    return sha256(json.dumps(said, default=str).encode()).hexdigest()[:16]
