"""A number, and what somebody says on the phone."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.bridges.telephone.models import Call
from plein.features.noticeboard import shy
from plein.features.noticeboard.actions import Wanted
from plein.features.noticeboard.forms.fields import PARTS_OF_WEEK, part_of_week
from plein.features.noticeboard.forms.life import CHOOSE, ConcernForm
from plein.features.noticeboard.models import Post, Response
from plein.foundation.accounts.forms import NumberField
from plein.foundation.communities.forms.people import GoneForm
from plein.foundation.communities.models import Community, Member
from plein.foundation.taxonomy.models import Theme
from plein.shared.notifications.forms import ThroughSomebody
from plein.ui.fields import WordsField
from plein.ui.templatetags.ui import day
from plein.ui.widgets import TileRadio

LIGHT = (Post.KnownTo.READERS, Post.KnownTo.CONNECTORS)
"""On the phone two choices are enough: everybody, or the connectors only."""


class CallBackForm(forms.Form):
    phone = NumberField(label=_("Your phone number"))


class TidingsForm(GoneForm):
    """Who tells it needs no account; whom it is about is written as people say a name."""

    who = WordsField(
        label=_("Who is it?"),
        help_text=_("First name and surname. No illness, no address."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write the name of this person.")},
    )
    home = forms.ChoiceField(label=_("Where does or did this person live?"), required=False)
    teller = WordsField(
        label=_("What is your name?"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Write your name, so that we know whom we call.")},
    )
    phone = NumberField(label=_("Your phone number"))

    def __init__(self, data: Any = None, *, homes: Sequence[Community]) -> None:
        super().__init__(data)
        self.homes = {str(home.pk): home for home in homes}
        choices = [("", _("I do not know")), *((key, h.name) for key, h in self.homes.items())]
        cast("forms.ChoiceField", self.fields["home"]).choices = choices


class CallerForm(forms.Form):
    phone = NumberField(label=_("The number of who calls"), autocomplete="off")


class AskForm(ThroughSomebody):
    """One page, in the order in which people talk."""

    title = WordsField(
        label=_("What is it about, in one sentence?"),
        help_text=_("In the caller's own words. No names, no illness."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
    )
    text = WordsField(
        label=_("What else is good to know?"), lines=3, max_length=1500, required=False
    )
    theme = forms.ChoiceField(label=_("Theme"))
    when = part_of_week()
    task_class = forms.ChoiceField(label=_("Where does it happen?"), choices=Post.TaskClass.choices)
    known_to = forms.ChoiceField(
        label=_("Who may know who asks?"),
        choices=[(each.value, each.label) for each in LIGHT],
        initial=Post.KnownTo.READERS,
        required=False,
    )
    age = forms.ChoiceField(
        label=_("Shall an age stand beside it?"),
        help_text=_("Only without a name, and only where enough people of that age live."),
        choices=Post.Age.choices,
        required=False,
    )
    name = WordsField(
        label=_("Who is calling? A first name is enough."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    phone = NumberField(label=_("On which number may we call?"), autocomplete="off")
    home = forms.ChoiceField(label=_("In which wijk?"))
    read_back = forms.BooleanField(
        label=_("I read the words back, and they are right"),
        error_messages={"required": _("Read the words back first.")},
    )
    agreed = forms.BooleanField(
        label=_("The caller says yes: neighbours may read this"),
        error_messages={"required": _("Without a yes it does not go on the board.")},
    )

    def __init__(
        self, data: Any = None, *, themes: Sequence[Theme], homes: Sequence[Community]
    ) -> None:
        super().__init__(data)
        self.themes = {theme.key: theme for theme in themes}
        self.homes = {str(home.pk): home for home in homes}
        self._choose("theme", [("", _("Choose a theme")), *((t.key, t.name) for t in themes)])
        self._choose("home", [("", _("Choose a district")), *((str(h.pk), h.name) for h in homes)])

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = choices

    def clean(self) -> dict[str, Any]:
        """An age that tells too much in that wijk is not put beside it."""
        said = super().clean() or self.cleaned_data
        home = self.homes.get(str(said.get("home")))
        if home and said.get("age") and said["age"] not in shy.ages(home):
            self.add_error("age", _("Too few people of that age live there. Leave it out."))
        return said

    @property
    def chosen_home(self) -> Community:
        return self.homes[self.cleaned_data["home"]]

    def wanted(self) -> Wanted:
        said = self.cleaned_data
        return Wanted(
            kind=Post.Kind.ASK,
            theme=self.themes[said["theme"]],
            title=said["title"],
            text=said["text"],
            when_bits=PARTS_OF_WEEK.get(said["when"], 0),
            task_class=said["task_class"],
            known_to=(known := said["known_to"] or Post.KnownTo.READERS),
            age="" if known == Post.KnownTo.READERS else said["age"],
            door=Post.Door.PHONE,
        )


class ResultForm(forms.Form):
    result = forms.ChoiceField(
        label=_("How did it go?"), choices=Call.Result.choices, widget=TileRadio()
    )


class SaidForm(forms.Form):
    """The words of who is on the phone."""

    text = WordsField(
        label=_("What does this person say?"),
        help_text=_("Write it as they say it, and read it back."),
        lines=3,
        max_length=2000,
        error_messages={"required": _("Write a few words first.")},
    )


class ToldForm(ConcernForm):
    """With whom it is, what it is, what it is about: three choices, no story."""

    talk = forms.ChoiceField(label=_("With whom is it?"), widget=TileRadio(), error_messages=CHOOSE)
    field_order = ("talk", "kind", "about")

    def __init__(self, data: Any = None, *, of: Member, talks: Sequence[Response]) -> None:
        super().__init__(data)
        self.talks = {str(talk.pk): talk for talk in talks}
        cast("forms.ChoiceField", self.fields["talk"]).choices = _told_apart(talks, of)
        self.fields["kind"].label = _("What does this person tell?")

    @property
    def chosen(self) -> Response:
        return self.talks[self.cleaned_data["talk"]]


class WorryForm(ConcernForm):
    """Of who is not found here: who it is, and the same two choices."""

    teller = WordsField(
        label=_("Who is calling? A first name is enough."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    phone = NumberField(
        label=_("On which number may we call?"),
        help_text=_("No number? Agree when this person calls again or comes by."),
        autocomplete="off",
        required=False,
    )
    field_order = ("teller", "phone", "kind", "about")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["kind"].label = _("What does this person tell?")


def _told_apart(talks: Sequence[Response], of: Member) -> list[tuple[str, str]]:
    """Twice the same person and theme: then the day says which of them it is."""
    words = {talk: _with(talk, of) for talk in talks}
    often = Counter(words.values())
    return [
        (str(talk.pk), f"{said}, {day(talk.changed_at)}" if often[said] > 1 else said)
        for talk, said in words.items()
    ]


def _with(talk: Response, of: Member) -> str:
    """The other one, by the name that this one knows, and the theme."""
    other = talk.author if talk.post.author_id == of.pk else talk.post.author
    return f"{shy.name_in(talk, other)} ({talk.post.theme.name})"
