"""The key in a mail to a reader: opens one page for one address, without signing in."""

from uuid import UUID

from django.core import signing
from django.urls import reverse

from plein.bridges.publications.models import Reader
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Community

SALT = "publications.reader"


def reader_url(reader: Reader, place: Community) -> str:
    key = signing.dumps([reader.pk.hex, reader.mail], salt=SALT)
    return absolute(place, reverse("publications:reader", args=[key]))


def read_key(key: str) -> tuple[UUID, str] | None:
    """(reader, address). It stays good as long as there is something to stop."""
    try:
        pk, mail = signing.loads(key, salt=SALT)
        return UUID(pk), str(mail)
    except (signing.BadSignature, ValueError, TypeError):
        return None
