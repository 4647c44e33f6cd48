"""A field to add one photo."""

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from plein.foundation.media.images import MAX_BYTES, smaller_ones
from plein.foundation.media.refusals import NotAPicture, PictureTooBig, Refused


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
