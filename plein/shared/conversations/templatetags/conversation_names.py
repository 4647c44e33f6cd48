"""Names in a list of talks."""

from collections.abc import Iterable

from django import template

from plein.foundation.communities.models import Member
from plein.shared.conversations.bubbles import names_of_others

register = template.Library()


@register.filter
def others(people: Iterable[Member], me: Member) -> str:
    """With whom: everybody but the reader."""
    return names_of_others(people, me)
