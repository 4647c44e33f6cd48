"""The usual words of welcome, in the greeter's own language."""

from django.utils.translation import gettext as _

from plein.foundation.communities.models import Member
from plein.foundation.communities.tree import Tree


def usual_words(member: Member, by: Member, tree: Tree) -> str:
    """To send at once or to adapt."""
    place = tree.site_of(tree.all[member.home_id]).name
    words = _(
        "Hello %(name)s,\n\nWelcome to %(place)s! I am %(by)s and I help people here to find each "
        "other. You can now read everything and answer neighbours. Do you have a question? Just "
        "call or walk in.\n\nKind regards, %(by)s"
    )
    return words % {"name": member.name, "place": place, "by": by.name}
