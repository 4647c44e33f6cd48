"""The words of welcome, to adapt."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.models import Community, Member


class GreetingForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("Your words of welcome"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Write a few words. One sentence is enough.")},
    )


def greeting(member: Member, by: Member, community: Community) -> str:
    """A first text, in the greeter's own language, to send at once or to adapt."""
    tree = community.tree
    place = tree.site_of(tree.all[member.home_id]).name
    words = _(
        "Hello %(name)s,\n\nWelcome to %(place)s! I am %(by)s and I help people here to find each "
        "other. You can now read everything and answer neighbours. Do you have a question? Just "
        "call or walk in.\n\nKind regards, %(by)s"
    )
    return words % {"name": member.name, "place": place, "by": by.name}
