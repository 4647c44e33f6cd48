"""Names in a list of talks."""

from django import template

from plein.foundation.communities.models import Member
from plein.shared.conversations.bubbles import names_of_others
from plein.shared.conversations.queries import TalkRow

register = template.Library()


@register.filter
def others(row: TalkRow, me: Member) -> str:
    """With whom: everybody but the reader."""
    return names_of_others(row.people, row.conversation, me)
