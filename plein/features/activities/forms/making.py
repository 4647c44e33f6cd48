"""An activity on one page: what, when, where, who; all else is under "Tell more"."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.features.activities.forms.rhythm import RhythmForm
from plein.features.activities.models import Activity
from plein.foundation.communities.forms.reach import fill_reach_among, reach_tiles
from plein.foundation.communities.models import Community
from plein.foundation.organisations.models import Organisation
from plein.foundation.places.postcodes import NotAPostcode, clean_postcode
from plein.foundation.taxonomy.models import TargetGroup, Theme
from plein.ui.fields import WordsField
from plein.ui.widgets import TileCheckbox, TileRadio

CHOOSE = _("Choose one of the tiles.")
PUBLIC, HOME = "public", "home"
LANGUAGES = [
    ("nl", "Nederlands"), ("en", "English"), ("ar", "العربية"), ("tr", "Türkçe"), ("pl", "Polski"),
    ("uk", "Українська"), ("de", "Deutsch"), ("fr", "Français"), ("es", "Español"),
]  # fmt: skip
DIET, LIFT = "diet", "lift"
ABOVE_THE_FOLD = {
    "title", "rhythm", "first_day", "starts_at", "ends_at", "last_day", "where", "place",
    "street", "postcode", "who",
}  # fmt: skip


@dataclass(frozen=True)
class Choices:
    """What there is to choose from here."""

    themes: Sequence[Theme] = ()
    groups: Sequence[TargetGroup] = ()
    organisations: Sequence[Organisation] = ()
    places: Sequence[Community] = ()
    resident: bool = True
    """May put it there in their own name."""
    usual_place: Community | None = field(default=None)


class ActivityForm(RhythmForm):
    title = WordsField(
        label=_("What is it?"),
        help_text=_("For example: Coffee and cards in the community centre"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write in a few words what it is.")},
    )
    where = forms.ChoiceField(
        label=_("Where is it?"),
        choices=[(PUBLIC, _("In a public place")), (HOME, _("At somebody's home"))],
        initial=PUBLIC,
        widget=TileRadio(
            pictograms={PUBLIC: "map-pin", HOME: "house-line"},
            lines={
                PUBLIC: _("Community centre, park, church, online"),
                HOME: _("Only the wijk is on the site, never the address"),
            },
        ),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    place = WordsField(
        label=_("Name of the place"),
        max_length=120,
        error_messages={"required": _("Write where it is. For example: Community centre De Wiek.")},
    )
    street = WordsField(label=_("Street and number"), max_length=120, required=False)
    postcode = forms.CharField(
        label=_("Postcode"), help_text=_("Then it stands on the map."), max_length=10,
        required=False, widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )  # fmt: skip
    who = forms.ChoiceField(
        label=_("Who organises it?"),
        widget=TileRadio(),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    text = WordsField(label=_("What do you do there?"), lines=6, max_length=3000, required=False)
    theme = forms.ChoiceField(label=_("Theme"), widget=TileRadio(), required=False)
    groups = forms.MultipleChoiceField(
        label=_("Is it meant for somebody in particular?"),
        widget=TileCheckbox(),
        required=False,
        error_messages={"invalid_choice": CHOOSE},
    )
    wijk = forms.ChoiceField(label=_("In which part of the place?"), required=False)
    reach = reach_tiles()
    cost = forms.ChoiceField(
        label=_("Does it cost anything?"),
        choices=[("", _("I do not know yet")), *Activity.Cost.choices],
        required=False,
    )
    cost_words = WordsField(
        label=_("How much?"), help_text=_("For example: € 3, with coffee"), max_length=80,
        required=False,
    )  # fmt: skip
    access = forms.MultipleChoiceField(
        label=_("Who can come along easily?"),
        choices=Activity.Access.choices,
        widget=TileCheckbox(
            pictograms={
                "wheelchair": "wheelchair",
                "hearing-loop": "ear",
                "quiet": "leaf",
                "alone-welcome": "hand-waving",
            }
        ),
        required=False,
    )
    language = forms.ChoiceField(
        label=_("Which language do you speak there?"), choices=LANGUAGES, initial="nl",
        required=False,
    )  # fmt: skip

    needs_hands = forms.BooleanField(
        label=_("We are still looking for hands"),
        help_text=_("Then it stands with your activity, and we think of neighbours who can help."),
        required=False,
    )
    hands_words = WordsField(
        label=_("To do what?"), help_text=_("For example: pouring coffee, setting out chairs"),
        max_length=120, required=False,
    )  # fmt: skip

    enrolment = forms.ChoiceField(
        label=_("Do people have to enrol?"),
        choices=Activity.Enrolment.choices,
        initial=Activity.Enrolment.NONE,
        widget=TileRadio(
            pictograms={"none": "door-open", "each": "calendar-check", "whole": "list-checks"}
        ),
        required=False,
    )
    seats = forms.IntegerField(
        label=_("How many people can come?"),
        help_text=_("Leave it empty when there is no end to it."),
        min_value=1,
        max_value=5000,
        required=False,
    )
    guests = forms.TypedChoiceField(
        label=_("May people bring others?"),
        choices=[
            ("0", _("No, everybody enrols themselves")), ("1", _("Yes, one person")),
            ("3", _("Yes, up to three")), ("5", _("Yes, up to five")),
        ],
        coerce=int, initial="1", empty_value="1", required=False,
    )  # fmt: skip
    closes_days = forms.TypedChoiceField(
        label=_("Until when can people enrol?"),
        choices=[
            ("0", _("Until it begins")), ("1", _("Until a day before")),
            ("2", _("Until two days before")), ("7", _("Until a week before")),
        ],
        coerce=int, initial="0", empty_value="0", required=False,
    )  # fmt: skip
    usual_questions = forms.MultipleChoiceField(
        label=_("What do you want to know of who comes?"),
        help_text=_("Ask no more than you need. Answers are erased four weeks after."),
        choices=[(DIET, _("Do they have a diet?")), (LIFT, _("Do they need a ride?"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    own_question = WordsField(label=_("A question of your own"), max_length=120, required=False)

    def __init__(self, data: Any = None, *, choices: Choices, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self._choices = choices
        if self.data.get("where") == HOME:
            self.fields["place"].required = False
        self._fill("who", _organisers(choices))
        self._fill(
            "theme", [("", _("I do not know yet")), *((t.key, t.name) for t in choices.themes)]
        )
        self._fill("groups", [(g.key, g.name) for g in choices.groups])
        fill_reach_among(self, choices.places, new=not self.initial.get("reach"))
        self._fill("wijk", [(str(place.pk), place.name) for place in choices.places])
        self.fields["theme"].widget.pictograms = {t.key: t.pictogram for t in choices.themes}
        self.fields["groups"].widget.pictograms = {g.key: g.pictogram for g in choices.groups}
        if not self.initial.get("who") and (first := _organisers(choices)):
            self.initial["who"] = first[0][0]
        if not self.initial.get("wijk") and choices.usual_place:
            self.initial["wijk"] = str(choices.usual_place.pk)

    def _fill(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    @property
    def fold_has_errors(self) -> bool:
        """Something under "Tell more" is not right: then it is open."""
        return bool(set(self.errors) - ABOVE_THE_FOLD)

    def clean_postcode(self) -> str:
        typed = self.cleaned_data["postcode"]
        if not typed.strip():
            return ""
        try:
            return clean_postcode(typed)
        except NotAPostcode as wrong:
            raise forms.ValidationError(_("A postcode has four digits and two letters.")) from wrong

    @property
    def chosen_theme(self) -> Theme | None:
        key = self.cleaned_data["theme"]
        return next((theme for theme in self._choices.themes if theme.key == key), None)

    @property
    def organisation(self) -> Organisation | None:
        who = self.cleaned_data["who"]
        return next((o for o in self._choices.organisations if str(o.pk) == who), None)

    @property
    def chosen_groups(self) -> list[TargetGroup]:
        chosen = set(self.cleaned_data["groups"])
        return [group for group in self._choices.groups if group.key in chosen]

    @property
    def community(self) -> Community | None:
        chosen = self.cleaned_data.get("wijk", "")
        found = next((p for p in self._choices.places if str(p.pk) == chosen), None)
        return found or self._choices.usual_place

    def clean(self) -> dict[str, Any]:
        """What stays in a part needs a part with pages of its own."""
        typed = super().clean() or {}
        place = self.community
        if typed.get("reach") == Activity.Reach.HERE and place and not place.host:
            words = _("%(place)s has no site of its own. Choose something else.")
            self.add_error("reach", words % {"place": place.name})
        return typed

    @property
    def chosen_reach(self) -> str:
        return str(self.cleaned_data.get("reach", ""))

    def said(self) -> dict[str, Any]:
        """Fields of the model."""
        typed = self.cleaned_data
        home = typed["where"] == HOME
        enrolment = typed["enrolment"] or Activity.Enrolment.NONE
        return self.rhythm_said() | {
            "title": typed["title"],
            "text": typed["text"],
            "theme": self.chosen_theme,
            "language": typed["language"] or "nl",
            "at_home": home,
            **{name: "" if home else typed[name] for name in ("place", "street", "postcode")},
            "cost": typed["cost"],
            "cost_words": "" if typed["cost"] == Activity.Cost.FREE else typed["cost_words"],
            "access": typed["access"],
            "needs_hands": typed["needs_hands"],
            "hands_words": typed["hands_words"] if typed["needs_hands"] else "",
            "enrolment": enrolment,
            "seats": typed["seats"] if enrolment != Activity.Enrolment.NONE else None,
            "guests": int(typed["guests"]),
            "closes_days": int(typed["closes_days"]),
            "questions": self._questions(),
        }

    def _questions(self) -> list[str]:
        typed = self.cleaned_data
        own = [typed["own_question"]] if typed["own_question"] else []
        return [*typed["usual_questions"], *own]


def _organisers(choices: Choices) -> list[tuple[str, Any]]:
    mine = [(str(o.pk), o.name) for o in choices.organisations]
    return [("resident", _("I do, as a resident")), *mine] if choices.resident else mine
