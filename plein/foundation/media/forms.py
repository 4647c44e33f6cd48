"""Adding one photo: the field, and the form that asks what can be seen on it."""

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from plein.foundation.media.images import MAX_BYTES, smaller_ones
from plein.foundation.media.models import Picture
from plein.foundation.media.refusals import NotAPicture, PictureTooBig, Refused
from plein.ui.fields import WordsField


class PictureField(forms.FileField):
    """Takes a photo that `keep_picture` can keep, or says in one sentence why not."""

    widget = forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/*"})
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Choose a photo."),
        "empty": NotAPicture.sentence,
        "invalid": NotAPicture.sentence,
        "too_big": PictureTooBig.sentence,
    }

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if isinstance(file, UploadedFile):
            self._try(file)
        return file

    def _try(self, file: UploadedFile[bytes]) -> None:
        try:
            if (file.size or 0) > MAX_BYTES:
                raise PictureTooBig
            file.prepared = smaller_ones(file)  # type: ignore[arg-type,attr-defined]
        except Refused as refusal:
            code = "too_big" if isinstance(refusal, PictureTooBig) else "invalid"
            raise forms.ValidationError(self.error_messages[code], code=code) from refusal
        finally:
            file.seek(0)


ALT: dict[str, Any] = {
    "label": _("What can be seen in the photo?"),
    "help_text": _("For people who cannot see it. For example: a brown dog on the grass."),
    "max_length": 250,
    "error_messages": {"required": _("Write what can be seen. A few words are enough.")},
}
ALLOWED = _("Tick this box, or leave the photo out.")


class AltForm(forms.Form):
    """Other words for a photo that is there already."""

    alt = WordsField(**ALT)


class PhotoForm(forms.Form):
    """A photo says what can be seen, for who cannot see it; who is on it agrees.

    `shown` is the photo that is there now: then the words can be changed without another one.
    """

    photo = PictureField(label=_("Your photo"))
    alt = WordsField(**ALT)
    allowed = forms.BooleanField(
        label=_("I took this photo myself, or I may use it. Whoever is in it agrees."),
        error_messages={"required": ALLOWED},
    )

    def __init__(self, *args: Any, shown: Picture | None = None, **kwargs: Any) -> None:
        if shown:
            kwargs["initial"] = {"alt": shown.alt} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.question = _("Do you want to add a photo?")
        if shown:
            self.question = _("Another photo, or other words with it?")
            photo = self.fields["photo"]
            photo.required = self.fields["allowed"].required = False
            photo.help_text = _("Choose none to keep the photo and change the words only.")

    def clean(self) -> dict[str, Any] | None:
        """Without a new photo there is nothing to agree to."""
        said = self.cleaned_data
        if said.get("photo") and not said.get("allowed") and "allowed" not in self.errors:
            self.add_error("allowed", ALLOWED)
        return said
