"""How somebody wants to be told."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from plein.foundation.accounts.forms import NumberField
from plein.foundation.communities.models import Member
from plein.shared.notifications.channels import reaches
from plein.ui.fields import WordsField
from plein.ui.widgets import TileRadio


class HowForm(forms.Form):
    channel = forms.ChoiceField(
        label=_("How shall we tell you that there is news?"),
        choices=Member.Channel.choices,
        widget=TileRadio(
            pictograms={
                Member.Channel.MAIL: "envelope",
                Member.Channel.TEXT: "device-mobile",
                Member.Channel.PHONE: "phone",
                Member.Channel.PAPER: "mailbox",
                Member.Channel.SOMEBODY: "users",
                Member.Channel.SITE: "house-simple",
            },
            lines={Member.Channel.SOMEBODY: _("We call that person, when they said yes.")},
        ),
    )
    rhythm = forms.ChoiceField(
        label=_("How often?"),
        choices=Member.Rhythm.choices,
        widget=TileRadio(
            pictograms={
                Member.Rhythm.AT_ONCE: "lightning",
                Member.Rhythm.DAILY: "sun-horizon",
                Member.Rhythm.NEVER: "bell-slash",
            },
            lines={
                Member.Rhythm.DAILY: _("Everything in one mail, at 8 in the morning."),
                Member.Rhythm.NEVER: _("You look on the site yourself."),
            },
        ),
    )

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.member = member
        can = reaches(member)
        field = self.fields["channel"]
        field.choices = [each for each in Member.Channel.choices if each[0] in can]  # type: ignore[attr-defined]

    def clean_channel(self) -> str:
        channel = str(self.cleaned_data["channel"])
        if channel == Member.Channel.PHONE and not self.member.phone:
            url = reverse("communities:address")
            raise forms.ValidationError(
                format_html(
                    '{} <a href="{}">{}</a>',
                    _("We have no number of yours yet."),
                    url,
                    _("First add your number"),
                )
            )
        return channel

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        daily = said.get("rhythm") == Member.Rhythm.DAILY
        if daily and said.get("channel") == Member.Channel.TEXT:
            self.add_error("rhythm", _("A text comes at once. Choose at once, or choose a mail."))
        return said


class ThroughSomebody(forms.Form):
    """Two fields beside others, for who has no screen: both or neither. How much that person may
    hear is asked later; until then they only hear that there is news."""

    through_name = WordsField(
        label=_("What is the name of this person?"),
        help_text=_("For example your daughter, a neighbour or a friend."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    through_phone = NumberField(
        label=_("At which number do we reach this person?"), autocomplete="off", required=False
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        name, phone = said.get("through_name"), said.get("through_phone")
        if phone and not name and "through_name" in said:
            self.add_error("through_name", _("Write the name of this person."))
        if name and not phone and "through_phone" in said:
            self.add_error("through_phone", _("Fill in the number of this person."))
        return said


class GoBetweenForm(forms.Form):
    """Who hears it, at which number, and how much."""

    name = WordsField(
        label=_("What is the name of this person?"),
        help_text=_("For example your daughter, a neighbour or a friend."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write the name of this person.")},
    )
    phone = NumberField(label=_("At which number do we reach this person?"), autocomplete="off")
    may_hear = forms.BooleanField(
        label=_("This person may also hear what was written, and answer for me."),
        help_text=_("If you do not tick it, they only hear that there is news."),
        required=False,
    )


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(choices=[("yes", ""), ("no", ""), ("text", "")])


class RhythmForm(forms.Form):
    """Only how often: for who comes from a mail, without signing in."""

    rhythm = forms.ChoiceField(
        choices=Member.Rhythm.choices, initial=Member.Rhythm.NEVER, required=False
    )

    def clean_rhythm(self) -> str:
        # One click in a mail program sends no rhythm: it means no more mail.
        return self.cleaned_data["rhythm"] or Member.Rhythm.NEVER
