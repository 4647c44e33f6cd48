"""How every mail of ours looks: one layout, as HTML and as plain text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Head:
    """Who writes. `communities.letters.head_of` knows it of a place."""

    name: str
    url: str = ""
    colours: Sequence[str] = ()
    """Of the houses in the street, #rrggbb."""
    phone: str = ""
    walk_in: str = ""


class Link(NamedTuple):
    words: str
    url: str


@dataclass(frozen=True)
class Part:
    """One thing that a letter tells."""

    text: str = ""
    title: str = ""
    framed: str = ""
    """What somebody wrote, or what stands somewhere: apart from our own words."""
    code: str = ""
    """Read aloud or typed over, so in large signs."""
    button: Link | None = None
    after: str = ""


@dataclass(frozen=True)
class Letter:
    """What stands in one mail. `outbox.post_letter` sends it."""

    subject: str
    head: Head
    parts: Sequence[Part]
    links: Sequence[Link] = ()
    """Quiet ones at the foot."""

    def html(self) -> str:
        return render_to_string("outbox/letter.html", {"letter": self})

    def text(self) -> str:
        """The same for who reads mail without a look."""
        blocks = [self.subject]
        for part in self.parts:
            title = f"* {part.title}" if part.title else ""
            on = f"{part.button.words}:\n{part.button.url}" if part.button else ""
            blocks += [title, part.text, part.framed, part.code, on, part.after]
        blocks.append("\n".join(["--", *(line for line in self._foot() if line)]))
        return "\n\n".join(block.strip() for block in blocks if block.strip()) + "\n"

    def _foot(self) -> list[str]:
        head = self.head
        return [
            head.name,
            head.url,
            _("Call us: %(phone)s") % {"phone": head.phone} if head.phone else "",
            _("Or walk in: %(place)s") % {"place": head.walk_in} if head.walk_in else "",
            *(f"{link.words}: {link.url}" for link in self.links),
        ]
