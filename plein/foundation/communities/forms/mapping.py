"""A file for the map of a town: outlines or postcodes, it tells itself which."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.places import reading_outlines, reading_postcodes
from plein.foundation.places.reading_outlines import OutlineFile, Unreadable
from plein.foundation.places.reading_postcodes import PostcodeFile

MOST_BYTES = 3_000_000
"""Of a town. What is bigger is loaded by command, where nobody waits for a page."""


class MapForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("The file with outlines or postcodes"),
        help_text=gettext_lazy("GeoJSON or csv, at most 3 MB. We see which of the two it is."),
        widget=forms.ClearableFileInput(attrs={"accept": ".geojson,.json,.csv,.txt"}),
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "empty": gettext_lazy("This file is empty."),
        },
    )
    outlines: OutlineFile | None = None
    postcodes: PostcodeFile | None = None

    def __init__(self, *args: Any, municipality: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.municipality = municipality

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                _("This file is too big. Ask who runs the server to load it.")
            )
        data = file.read()
        try:
            if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
                self.outlines = reading_outlines.read(data, municipality=self.municipality)
            else:
                self.postcodes = reading_postcodes.read(data)
        except Unreadable as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
        return file
