"""Mails to organisations: one layout, in the name and colours of the place."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string

from plein.foundation import outbox
from plein.foundation.communities.models import Community
from plein.foundation.outbox.models import Message

STREET = ("#FFD24A", "#B5372B", "#14735A", "#0B3B8C", "#F6E3D3", "#7A3E8F")
CATEGORY = "directory"


@dataclass(frozen=True)
class Letter:
    """One mail with one button, and perhaps a quieter link under it."""

    subject: str
    paragraphs: Sequence[str]
    button: str
    url: str
    place: Community
    lines: Sequence[str] = ()
    """What stands on the page now, line by line."""
    stop_words: str = ""
    stop_url: str = ""

    @property
    def colours(self) -> Sequence[str]:
        return self.place.colours or STREET

    def post(self, to: str, *, key: str) -> Message:
        """Into the outbox, in the same transaction; the same key is sent once."""
        context = {"letter": self}
        return outbox.post_mail(
            to=to,
            subject=" ".join(self.subject.split()),
            text=render_to_string("directory/letter.txt", context).strip() + "\n",
            html=render_to_string("directory/letter.html", context),
            key=key[:200],
            town=self.place.town_id,
            category=CATEGORY,
        )
