"""The mail itself: one layout in the community's name and colours, as HTML and as plain text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.template.loader import render_to_string
from django.urls import reverse

from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Community
from plein.shared.notifications.models import Notification

# The six houses of the street, when a community chose no colours of its own.
STREET = ("#FFD24A", "#B5372B", "#14735A", "#0B3B8C", "#F6E3D3", "#7A3E8F")


@dataclass(frozen=True)
class Item:
    subject: str
    text: str
    link: str


@dataclass(frozen=True)
class Letter:
    """What stands in one mail."""

    subject: str
    items: Sequence[Item]
    site: Community
    unsubscribe_link: str
    settings_link: str
    home_link: str
    can_reply: bool

    @classmethod
    def about(cls, told: Sequence[Notification], subject: str, unsubscribe_link: str) -> Self:
        home = told[0].to.home
        return cls(
            subject=subject,
            items=[Item(n.subject, n.text, absolute(home, n.url)) for n in told],
            site=home.tree.site_of(home),
            unsubscribe_link=unsubscribe_link,
            settings_link=absolute(home, reverse("notifications:choose")),
            home_link=absolute(home, "/"),
            can_reply=len(told) == 1 and bool(told[0].reply_to),
        )

    @property
    def colours(self) -> Sequence[str]:
        return self.site.colours or STREET

    def html(self) -> str:
        return render_to_string("notifications/letter.html", {"letter": self})

    def text(self) -> str:
        return render_to_string("notifications/letter.txt", {"letter": self}).strip() + "\n"
