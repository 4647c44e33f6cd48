"""A file, its columns, and what stays of two entries about the same organisation."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.directory.lists.columns import COLUMNS, is_enough
from plein.features.directory.lists.reading import MOST_BYTES, TOO_BIG
from plein.features.directory.models import ListImport
from plein.features.directory.sheet import Sheet, differences
from plein.features.directory.wording_of_changes import FIELDS, said


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("The spreadsheet"),
        help_text=gettext_lazy("xlsx or csv, at most 5 MB. Nothing changes yet."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "empty": gettext_lazy("This file is empty."),
        },
    )
    take_over = forms.BooleanField(
        label=gettext_lazy("This list is newer: replace what we know by what it says"),
        help_text=gettext_lazy("Otherwise we only fill in what is empty."),
        required=False,
    )

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(str(TOO_BIG))
        return file


class ColumnsForm(forms.Form):
    """For each column of the list: which field is it?"""

    def __init__(self, *args: Any, taken_in: ListImport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Leave it out")), *((c.key, c.label) for c in COLUMNS)]
        for number, words in enumerate(taken_in.header):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=words or _("Column %(number)s") % {"number": number + 1},
                choices=choices,
                required=False,
                initial=taken_in.columns.get(str(number), ""),
            )

    def clean(self) -> None:
        chosen = {
            name.removeprefix("column_"): key for name, key in self.cleaned_data.items() if key
        }
        self.columns: dict[str, str] = chosen
        if not is_enough(chosen):
            raise forms.ValidationError(_("Say which column holds the name of the organisation."))
        if len(set(chosen.values())) < len(chosen):
            raise forms.ValidationError(_("Two columns cannot be the same. Choose one of them."))


class MergeForm(forms.Form):
    """Field by field what stays, of two sheets."""

    def __init__(self, *args: Any, one: Sheet, other: Sheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.one, self.other = one, other
        for name in differences(one, other):
            self.fields[name] = self._field(name)

    def _field(self, name: str) -> forms.ChoiceField:
        first, second = said(self.one, name), said(self.other, name)
        choices = [("one", first or _("nothing")), ("other", second or _("nothing"))]
        if isinstance(getattr(self.one, name), tuple):
            choices.append(("both", _("Both together")))
        usual = "both" if len(choices) == 3 else "one" if first else "other"
        return forms.ChoiceField(
            label=FIELDS[name], choices=choices, initial=usual, widget=forms.RadioSelect()
        )

    def sheet(self) -> Sheet:
        changes: dict[str, Any] = {}
        for name, choice in self.cleaned_data.items():
            one, other = getattr(self.one, name), getattr(self.other, name)
            both = (*one, *(each for each in other if each not in one)) if choice == "both" else ()
            changes[name] = both or (one if choice == "one" else other)
        return self.one.changed(**changes)
