"""The form field says in one sentence what is the matter with a file."""

import io

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from plein.foundation.media import actions
from plein.foundation.media.forms import PictureField


class PhotoForm(forms.Form):
    photo = PictureField()


def fill(content, name="foto.jpg"):
    return PhotoForm({}, {"photo": SimpleUploadedFile(name, content)})


def test_a_photo_is_taken(photo):
    assert fill(photo().read()).is_valid()


def test_a_taken_photo_can_be_kept(photo, noor):
    form = fill(photo().read())
    form.is_valid()
    picture = actions.keep_picture(
        form.cleaned_data["photo"], town=noor.town, by=noor, alt="Een tuin"
    )

    assert picture.width == 1000


def test_a_photo_is_worked_on_only_once(photo, noor, monkeypatch):
    form = fill(photo().read())
    form.is_valid()
    monkeypatch.setattr(actions, "smaller_ones", None)

    assert actions.keep_picture(form.cleaned_data["photo"], town=noor.town, by=noor, alt="").pk


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"geen foto", "JPEG"), (b"", "JPEG"), (b"\0" * (12 * 1024 * 1024 + 1), "12 MB")],
)
def test_a_refusal_is_one_sentence_with_the_way_out(content, word):
    (sentence,) = fill(content).errors["photo"]

    assert word in sentence


def test_no_photo_is_a_sentence_too():
    assert PhotoForm({}, {}).errors["photo"]


def test_a_photo_that_is_not_required_may_stay_away():
    class Free(forms.Form):
        photo = PictureField(required=False)

    form = Free({}, {})
    assert form.is_valid()
    assert not form.cleaned_data["photo"]


def test_the_file_can_be_read_again_after_the_check(photo):
    form = fill(photo().read())
    form.is_valid()

    assert form.cleaned_data["photo"].read(2) == b"\xff\xd8"


def test_phones_offer_their_photos():
    assert "image/jpeg" in str(PhotoForm()["photo"])


def test_a_broken_upload_is_not_a_crash():
    form = PhotoForm({}, {"photo": SimpleUploadedFile("x.png", io.BytesIO(b"\x89PNG").read())})

    assert not form.is_valid()
