"""One field: what you want to say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.shared.conversations.actions import LONGEST


class MessageForm(forms.Form):
    text = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Write something first. For instance: I can come on Tuesday."),
            "max_length": _("That is too long. Please send it in two messages."),
        },
    )
    form_key = forms.CharField(widget=forms.HiddenInput, required=False)
