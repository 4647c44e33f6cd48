"""Codes for addresses."""

from uuid import UUID

from plein.foundation.communities.models import Content
from plein.lib.codes import short_code


def free_code(kind: type[Content], town_id: UUID) -> str:
    """A short code that nothing of this kind in this town has."""
    code = short_code()
    while kind.objects.filter(town=town_id, code=code).exists():
        code = short_code()
    return code
