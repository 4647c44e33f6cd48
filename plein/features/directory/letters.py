"""Mails to organisations: one button, what stands on their page now, and a way to hand over."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from plein.features.directory import keys
from plein.features.directory.models import Contact
from plein.foundation import outbox
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.models import Community
from plein.foundation.outbox.letters import Letter, Link, Part
from plein.foundation.outbox.models import Message

CATEGORY = "directory"


def post(
    to: str,
    *,
    subject: str,
    words: Sequence[str],
    button: Link,
    place: Community,
    key: str,
    lines: Sequence[str] = (),
    contact: Contact | None = None,
) -> Message:
    """Into the outbox, in the same transaction; the same key is sent once.

    `lines` is what stands on the page now. A contact may say that it is somebody else's work.
    """
    stops = [_not_me(contact, place)] if contact else []
    part = Part("\n\n".join(words), framed="\n".join(lines), button=button)
    return outbox.post_letter(
        Letter(subject, head_of(place), [part], stops),
        to=to,
        key=key[:200],
        town=place.town_id,
        category=CATEGORY,
    )


def _not_me(contact: Contact, place: Community) -> Link:
    url = f"{keys.confirm_url(contact, place)}#niet-meer"
    return Link(_("I am not the right person any more"), url)
