"""The usual words of welcome, in the greeter's own language."""

from django.utils.translation import gettext as _

from plein.foundation.communities import tree
from plein.foundation.communities.models import Member


def usual_words(member: Member, by: Member) -> str:
    """To send at once or to adapt."""
    town = tree.known(member.town_id)
    place = town.site_of(town.all[member.home_id]).name
    words = _(
        "Hello %(name)s,\n\nWelcome to %(place)s! I am %(by)s and I help people here to find each "
        "other. You can now read everything and answer neighbours. Do you have a question? Just "
        "call or walk in.\n\nKind regards, %(by)s"
    )
    return words % {"name": member.name, "place": place, "by": by.name}
