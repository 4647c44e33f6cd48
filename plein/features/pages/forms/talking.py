"""Notes, questions and answers of neighbours."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.pages.models import Reaction
from plein.foundation.communities.forms.reach import fill_reach, reach_tiles
from plein.foundation.communities.models import Member
from plein.foundation.media.actions import keep_loose
from plein.foundation.media.forms import PictureField
from plein.foundation.media.models import Picture
from plein.foundation.taxonomy.models import Theme
from plein.lib.writing import check
from plein.ui.fields import WordsField


class KindForm(forms.Form):
    """Before something private is published, the writer reads a hint, and may send it anyway."""

    watched: tuple[str, ...] = ()
    hints: list[str]

    def hints_now(self) -> list[str]:
        words = "\n".join(str(self.cleaned_data.get(name) or "") for name in self.watched)
        return list(dict.fromkeys(str(found.hint) for found in check(words)))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.hints = self.hints_now()
        return data

    def may_go(self) -> bool:
        """Valid, nothing private in it or its hints were read, and no help asked (`asks`)."""
        return self.is_valid() and (not self.hints or "toch" in self.data) and not self.asks

    @property
    def asks(self) -> bool:
        """The writer wants to know first how it could be simpler."""
        return "makkelijker" in self.data

    @property
    def only_asks(self) -> bool:
        """Nothing is refused: the answer is the tips that the writer asked for."""
        return self.asks and not self.errors


class NoteForm(KindForm):
    watched = ("text",)

    text = WordsField(
        label=gettext_lazy("What do you want to tell?"),
        help_text=gettext_lazy("A few lines. Something nice, something beautiful, a thank-you."),
        lines=4,
        max_length=500,
        error_messages={"required": gettext_lazy("Write at least one sentence.")},
    )
    photo = PictureField(label=gettext_lazy("A photo with it"), required=False)
    alt = WordsField(
        label=gettext_lazy("What can be seen?"),
        help_text=gettext_lazy("For people who cannot see the photo. For example: a red bicycle."),
        max_length=250,
        required=False,
    )
    reach = reach_tiles()

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        kept: Picture | None = None,
        member: Member,
    ) -> None:
        super().__init__(data, files)
        self.kept = kept
        fill_reach(self, member.home.tree.all[member.home_id])

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        data["photo"] = data.get("photo") or self.kept
        if data["photo"] and not data.get("alt"):
            self.add_error("alt", _("Write in a few words what can be seen on the photo."))
        return data

    def keep_photo(self, by: Member) -> Picture | None:
        """The form is shown once more, and a browser does not send a file twice."""
        photo = self.cleaned_data.get("photo")
        if photo and not isinstance(photo, Picture):
            return keep_loose(photo, town=by.town_id, by=by)
        return self.kept


class QuestionForm(KindForm):
    watched = ("title", "text")

    title = WordsField(
        label=gettext_lazy("What do you want to know?"),
        help_text=gettext_lazy("For example: Where can I have my bicycle repaired cheaply?"),
        max_length=120,
        error_messages={"required": gettext_lazy("Write your question in one sentence.")},
    )
    text = WordsField(
        label=gettext_lazy("Do you want to say more?"), lines=3, max_length=800, required=False
    )
    theme = forms.ChoiceField(label=gettext_lazy("What is it about?"), required=False)
    reach = reach_tiles()

    def __init__(self, data: Any = None, *, member: Member, themes: Sequence[Theme]) -> None:
        self.themes = {theme.key: theme for theme in themes}
        super().__init__(data)
        field = self.fields["theme"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type only
        field.choices = [
            ("", _("Nothing special")),
            *((key, str(theme)) for key, theme in self.themes.items()),
        ]
        fill_reach(self, member.home.tree.all[member.home_id])

    def chosen_theme(self) -> Theme | None:
        return self.themes.get(self.cleaned_data.get("theme", ""))


class AnswerForm(KindForm):
    watched = ("text",)

    text = WordsField(
        label=gettext_lazy("Do you know it? Tell it here"),
        help_text=gettext_lazy("Everybody can read your answer, with your first name."),
        lines=3,
        max_length=800,
        error_messages={"required": gettext_lazy("Write at least one sentence.")},
    )


class ReactionForm(forms.Form):
    kind = forms.ChoiceField(choices=Reaction.Kind.choices)
