"""One question a page. Each form gives `answers()`: what is kept in the draft."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard import shy
from plein.features.noticeboard.forms.fields import (
    ANY,
    PARTS_OF_WEEK,
    bits_of,
    part_named,
    part_of_week,
    slots_of,
    week_grid,
)
from plein.features.noticeboard.models import Post
from plein.foundation.communities.forms.reach import fill_reach, reach_tiles
from plein.foundation.communities.models import Community
from plein.foundation.organisations.models import Organisation
from plein.foundation.taxonomy.models import TargetGroup, Theme
from plein.ui.fields import WordsField
from plein.ui.widgets import TileCheckbox, TileRadio

CHOOSE = _("Choose one of the tiles.")


@dataclass(frozen=True)
class Choices:
    """What there is to choose from here."""

    kind: str
    themes: Sequence[Theme] = ()
    groups: Sequence[TargetGroup] = ()
    organisations: Sequence[Organisation] = ()
    answers: dict[str, Any] = field(default_factory=dict)
    knowers: Sequence[str] = ()
    """Whom a shy asker can pick here, as `Post.KnownTo`."""
    ages: Sequence[str] = ()
    """The ages that a shy asker can show here, as `Post.Age`."""
    place: Community | None = None
    """Where it will stand; None while a guest has no home yet."""

    @property
    def is_ask(self) -> bool:
        return self.kind == Post.Kind.ASK


class StepForm(forms.Form):
    """A question of the wizard, with what was answered before."""

    def __init__(self, data: Any = None, *, choices: Choices) -> None:
        self.choices = choices
        super().__init__(data, initial=self.before(choices.answers))
        self.arrange()

    def before(self, answers: dict[str, Any]) -> dict[str, Any]:
        return answers

    def arrange(self) -> None:
        """Fill in the choices of this place."""

    def answers(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


CONTACT, COMPANY = "contact", "gezelschap"
"""'Nothing to ask, but I would like contact': a tile that fills in theme and sentence."""


class ThemeForm(StepForm):
    theme = forms.ChoiceField(
        label=_("What is it about?"),
        widget=TileRadio(go_on=True),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    def arrange(self) -> None:
        choice = self.fields["theme"]
        assert isinstance(choice, forms.ChoiceField)  # noqa: S101 - for the type only
        choice.choices = [(theme.key, theme.name) for theme in self.choices.themes]
        choice.widget.pictograms = {t.key: t.pictogram for t in self.choices.themes}
        if self.choices.is_ask and any(t.key == COMPANY for t in self.choices.themes):
            choice.choices = [*choice.choices, (CONTACT, _("Nothing to ask, but I'd like contact"))]
            choice.widget.pictograms |= {CONTACT: "chats-circle"}

    def answers(self) -> dict[str, Any]:
        if self.cleaned_data["theme"] != CONTACT:
            return dict(self.cleaned_data)
        title = gettext("I have nothing to ask, but I would like contact with a neighbour")
        return {"theme": COMPANY, "title": title}


class WhatForm(StepForm):
    title = WordsField(
        label=_("In one sentence"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Write in one sentence what it is about. Or tap an example."),
        },
    )
    text = WordsField(
        label=_("Do you want to say more?"),
        lines=4,
        max_length=1500,
        required=False,
    )


class WhenForm(StepForm):
    again = forms.BooleanField(label=_("It is more than once"), required=False)
    when = part_of_week()
    slots = week_grid()

    def before(self, answers: dict[str, Any]) -> dict[str, Any]:
        if "when_bits" not in answers:
            return {}
        bits = answers["when_bits"]
        slots = slots_of(bits)
        return {"when": part_named(bits), "slots": slots, "again": answers.get("again", False)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("when") and not cleaned.get("slots") and not self.errors:
            raise forms.ValidationError(
                _("Choose a tile. Does it not matter? Then choose “It does not matter”.")
            )
        return cleaned

    def answers(self) -> dict[str, Any]:
        slots, tile = self.cleaned_data["slots"], self.cleaned_data["when"]
        by_grid = "by_grid" in self.data or not tile
        bits = bits_of(slots) if by_grid and slots else PARTS_OF_WEEK[tile or ANY]
        return {"when_bits": bits, "again": self.cleaned_data["again"]}


class WhereForm(StepForm):
    task_class = forms.ChoiceField(
        label=_("Where does it happen?"),
        choices=Post.TaskClass.choices,
        widget=TileRadio(
            go_on=True,
            pictograms={"public": "tree", "door": "door", "inside": "house-line", "trust": "key"},
            lines={
                "public": _("In the park, the library, at the club"),
                "door": _("Bringing something, a ride, the garden"),
                "inside": _("A job in the house, coffee at home"),
                "trust": _("With money, keys or care of the body"),
            },
        ),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )


class ShyForm(StepForm):
    """Who may know who asks, and whether an age stands beside it."""

    known_to = forms.ChoiceField(
        label=_("Who may know that it is you?"),
        widget=TileRadio(
            pictograms={
                "readers": "users-three", "connectors": "handshake", "hosts": "storefront",
                "outside": "signpost", "pros": "identification-badge",
            },
        ),
        required=False,
        error_messages={"invalid_choice": CHOOSE},
    )  # fmt: skip
    age = forms.ChoiceField(
        label=_("Shall we put your age beside it?"),
        help_text=_("Only ages are here of which at least fifty people live around you."),
        required=False,
        error_messages={"invalid_choice": CHOOSE},
    )

    def before(self, answers: dict[str, Any]) -> dict[str, Any]:
        return {"known_to": "readers"} | answers

    def arrange(self) -> None:
        """Only on an ask, and only where somebody is who may know."""
        if not self.choices.is_ask or not self.choices.knowers:
            del self.fields["known_to"], self.fields["age"]
            return
        may_know = {Post.KnownTo.READERS.value, *self.choices.knowers}
        named = [each for each in Post.KnownTo.choices if each[0] in may_know]
        self.fields["known_to"].choices = named  # type: ignore[attr-defined]
        fits = [each for each in Post.Age.choices if each[0] in ("", *self.choices.ages)]
        self.fields["age"].choices = fits  # type: ignore[attr-defined]
        if len(fits) == 1:
            del self.fields["age"]


class CheckForm(ShyForm):
    audience = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=Post.Audience.choices,
        widget=TileRadio(pictograms={"members": "users-three", "public": "globe"}),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    stands_for = forms.ChoiceField(
        label=_("Who stands for it?"),
        widget=TileRadio(),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    groups = forms.MultipleChoiceField(
        label=_("Is it meant for somebody in particular?"),
        widget=TileCheckbox(),
        required=False,
        error_messages={"invalid_choice": CHOOSE},
    )
    reach = reach_tiles()

    def before(self, answers: dict[str, Any]) -> dict[str, Any]:
        usual = "members" if self.choices.is_ask else "public"
        return {"audience": usual, "stands_for": "resident"} | super().before(answers)

    def arrange(self) -> None:
        super().arrange()
        fill_reach(self, self.choices.place, self.choices.answers.get("reach", ""))
        groups, stands = self.fields["groups"], self.fields["stands_for"]
        groups.choices = [(g.key, g.name) for g in self.choices.groups]  # type: ignore[attr-defined]
        groups.widget.pictograms = {g.key: g.pictogram for g in self.choices.groups}
        if not self.choices.groups:
            del self.fields["groups"]
        if not self.choices.organisations:
            del self.fields["stands_for"]
            return
        stands.choices = [  # type: ignore[attr-defined]
            ("resident", _("I do, as a resident")),
            *((str(o.pk), o.name) for o in self.choices.organisations),
        ]

    def clean(self) -> dict[str, Any]:
        """Without a name it may stand in a wider place, which is then more than `here`."""
        said = super().clean() or {}
        named = (said.get("known_to") or Post.KnownTo.READERS) == Post.KnownTo.READERS
        place = self.choices.place
        if place and not named and said.get("reach") == Post.Reach.HERE:
            around = shy.place_for(place)
            if around.pk != place.pk:
                words = _("Without your name it stands in %(place)s. Choose something else here.")
                self.add_error("reach", words % {"place": around.name})
        return said
