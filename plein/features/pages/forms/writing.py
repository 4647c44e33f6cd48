"""The form of a page, of its photos, and of when it is published."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.pages.actions import Said
from plein.features.pages.models import Page
from plein.foundation.communities.models import Community, Content
from plein.foundation.communities.reach import usual
from plein.foundation.media.forms import PhotoForm
from plein.foundation.taxonomy.models import Theme
from plein.ui.fields import WordsField
from plein.ui.widgets import TileRadio

PICTOGRAMS = {
    "page": "file-text",
    "news": "newspaper",
    "story": "book-open-text",
    "interview": "microphone",
}


class PageForm(forms.Form):
    """Two questions must be answered: what kind, and a title."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What do you write?"),
        choices=Page.Kind.choices,
        widget=TileRadio(
            pictograms=PICTOGRAMS,
            lines={
                "page": gettext_lazy("stays, like “How we began”"),
                "news": gettext_lazy("what happened, with a day"),
                "story": gettext_lazy("of neighbours, together"),
                "interview": gettext_lazy("one person, with a portrait"),
            },
        ),
    )
    title = WordsField(label=gettext_lazy("Title"), max_length=100)
    lead = WordsField(
        label=gettext_lazy("In one or two sentences"),
        help_text=gettext_lazy("This stands on the card and above the text."),
        lines=2,
        max_length=300,
        required=False,
    )
    body = WordsField(
        label=gettext_lazy("The text"),
        help_text=gettext_lazy(
            "An empty line begins a new paragraph. A line with ## before it is a heading."
        ),
        max_length=20_000,
        required=False,
        lines=16,
    )
    quoted = WordsField(
        label=gettext_lazy("Whose words are in the quote?"),
        help_text=gettext_lazy("A first name is enough."),
        max_length=60,
        required=False,
    )
    quote = WordsField(
        label=gettext_lazy("A quote, shown large"),
        max_length=200,
        required=False,
        lines=2,
    )
    written_by = WordsField(
        label=gettext_lazy("Who wrote it?"),
        help_text=gettext_lazy("Stands under the title. Leave empty for: the editors."),
        max_length=60,
        required=False,
    )
    theme = forms.ChoiceField(label=gettext_lazy("What is it about?"), required=False)
    parent = forms.ChoiceField(
        label=gettext_lazy("Under which page does it hang?"),
        help_text=gettext_lazy("Only for a page that stays."),
        required=False,
    )
    place = forms.ChoiceField(label=gettext_lazy("Of which place is it?"), required=False)
    reach = forms.ChoiceField(
        label=gettext_lazy("Where may it be seen?"),
        choices=Content.Reach.choices,
        required=False,
    )
    audience = forms.ChoiceField(
        label=gettext_lazy("Who may read it?"),
        choices=[
            (Content.Audience.PUBLIC, gettext_lazy("Everybody")),
            (Content.Audience.MEMBERS, gettext_lazy("People we have met")),
        ],
        required=False,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        places: Sequence[Community],
        themes: Sequence[Theme],
        parents: Sequence[Page],
        page: Page | None = None,
    ) -> None:
        self.places = {str(place.pk): place for place in places}
        self.themes = {theme.key: theme for theme in themes}
        self.parents = {other.code: other for other in parents if other != page}
        super().__init__(data, initial=_now(page) if page else {"reach": usual(places[0])})
        self._choices("theme", [("", _("Nothing special"))], self.themes)
        self._choices("parent", [("", _("Under no page"))], self.parents, "title")
        if page or len(self.places) < 2:
            del self.fields["place"]
        else:
            self._choices("place", [], self.places)
        if not self.parents:
            del self.fields["parent"]

    def _choices(
        self, name: str, first: list[tuple[str, str]], others: dict[str, Any], words: str = ""
    ) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type only
        field.choices = [
            *first,
            *(
                (key, getattr(other, words) if words else str(other))
                for key, other in others.items()
            ),
        ]

    def said(self) -> Said:
        data = self.cleaned_data
        return Said(
            **{
                name: data[name]
                for name in ("kind", "title", "lead", "body", "quote", "quoted", "written_by")
            },
            theme=self.themes.get(data.get("theme", "")),
            parent=self.parents.get(data.get("parent", "")),
            reach=data["reach"] or Content.Reach.UP,
            audience=data["audience"] or Content.Audience.PUBLIC,
        )

    def chosen_place(self) -> Community:
        first = next(iter(self.places.values()))
        return self.places.get(self.cleaned_data.get("place", ""), first)


def _now(page: Page) -> dict[str, Any]:
    names = ("kind", "title", "lead", "body", "quote", "quoted", "written_by", "reach", "audience")
    return {name: getattr(page, name) for name in names} | {
        "theme": page.theme.key if page.theme else "",
        "parent": page.parent.code if page.parent else "",
    }


class CreditedPhotoForm(PhotoForm):
    """Of a page: who took it stands under it."""

    credit = WordsField(label=gettext_lazy("Who took the photo?"), max_length=80, required=False)


class PublishForm(forms.Form):
    """Now, or on a day and at an hour."""

    day = forms.DateField(
        label=gettext_lazy("On which day?"), widget=forms.DateInput(attrs={"type": "date"})
    )
    hour = forms.TimeField(
        label=gettext_lazy("At what time?"),
        widget=forms.TimeInput(attrs={"type": "time"}),
        initial="08:00",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "day" in data and "hour" in data and self.moment() <= timezone.now():
            self.add_error("day", _("That moment is over. Choose a later day, or publish it now."))
        return data

    def moment(self) -> datetime:
        """In the time of the place."""
        day, hour = self.cleaned_data["day"], self.cleaned_data["hour"]
        return timezone.make_aware(datetime.combine(day, hour))
