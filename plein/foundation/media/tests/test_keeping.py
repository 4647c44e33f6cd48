"""A photo is kept in three sizes, right way up, without what the camera wrote in it."""

import io

import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction
from PIL import Image

from plein.foundation.audit.models import Record
from plein.foundation.media import actions
from plein.foundation.media.models import Picture

ORIENTATION, CAMERA, GPS = 0x0112, 0x0110, 0x8825


def with_exif(photo, orientation=1, **options):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[CAMERA] = "Telefoon van Noor"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (51.0, 49.0, 12.0)
    return photo(exif=exif, **options)


@pytest.fixture
def keep(noor):
    def keep(file, alt="Een tuin"):
        return actions.keep_picture(file, town=noor.town, by=noor, alt=alt)

    return keep


def test_three_sizes_are_kept_as_webp(keep, photo, opened):
    picture = keep(photo(width=4000, height=2000))

    found = [opened(picture, size) for size in (320, 800, 1600)]
    assert [image.format for image in found] == ["WEBP"] * 3
    assert [image.size for image in found] == [(320, 160), (800, 400), (1600, 800)]


def test_a_small_photo_is_not_blown_up(keep, photo, opened):
    picture = keep(photo(width=200, height=100))

    assert opened(picture, 1600).size == (200, 100)


def test_it_belongs_to_the_town_and_its_maker(keep, photo, noor):
    picture = keep(photo())

    assert (picture.town_id, picture.made_by, picture.alt) == (noor.town_id, noor.pk, "Een tuin")


def test_place_and_camera_are_gone(keep, photo, opened):
    picture = keep(with_exif(photo))

    for size in (320, 800, 1600):
        image = opened(picture, size)
        assert not image.getexif()
        assert "exif" not in image.info
        assert "xmp" not in image.info


def test_nothing_the_camera_wrote_is_left_in_the_bytes(keep, photo):
    picture = keep(with_exif(photo))

    for path in picture.paths():
        with default_storage.open(path) as file:
            content = file.read()
        assert b"Telefoon" not in content
        assert b"EXIF" not in content


def test_notes_inside_a_png_are_gone(keep, photo, opened):
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    notes.add_text("Author", "Noor de Vries")
    picture = keep(photo(kind="PNG", pnginfo=notes))

    with default_storage.open(picture.path(800)) as file:
        assert b"Noor" not in file.read()


@pytest.mark.parametrize(
    ("orientation", "red_at"),
    [(1, "left"), (2, "right"), (3, "right"), (4, "left"), (5, "top"), (6, "top"), (7, "bottom"),
     (8, "bottom")],
)  # fmt: skip
def test_a_photo_taken_sideways_stands_upright(keep, photo, opened, orientation, red_at):
    picture = keep(with_exif(photo, orientation, width=800, height=400))

    image = opened(picture, 800).convert("RGB")
    width, height = image.size
    spots = {
        "left": (5, height // 2),
        "right": (width - 5, height // 2),
        "top": (width // 2, 5),
        "bottom": (width // 2, height - 5),
    }
    red, _green, blue = image.getpixel(spots[red_at])
    assert red > 150 > blue
    assert (picture.width < picture.height) == (red_at in ("top", "bottom"))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_what_phones_and_computers_make_is_taken(keep, photo, kind):
    assert keep(photo(kind=kind)).pk


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("L", "JPEG"), ("CMYK", "JPEG"), ("P", "PNG"), ("1", "PNG"), ("LA", "PNG"), ("RGBA", "PNG")],
)
def test_every_way_of_colouring_is_taken(keep, photo, mode, kind):
    assert keep(photo(mode=mode, kind=kind)).pk


def test_see_through_stays_see_through(keep, opened):
    file = io.BytesIO()
    Image.new("RGBA", (50, 50), (255, 0, 0, 0)).save(file, "PNG")

    assert opened(keep(file), 320).mode == "RGBA"


def test_of_a_moving_picture_the_first_frame_is_kept(keep, opened):
    frames = [Image.new("RGB", (60, 60), colour) for colour in ("red", "blue", "green")]
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    image = opened(keep(file), 320)

    assert getattr(image, "n_frames", 1) == 1
    assert image.convert("RGB").getpixel((30, 30))[0] > 200


def test_unreadable_camera_notes_do_not_spoil_the_photo(keep, photo):
    assert keep(photo(exif=b"Exif\0\0MM\0*\xff\xff\xff\xffrubbish")).pk


def test_the_folder_cannot_be_guessed(keep, photo):
    first, second = keep(photo()), keep(photo())

    assert first.folder != second.folder
    assert len(first.folder) == 32
    assert first.town_id.hex in first.path(800)


def test_keeping_stands_in_the_audit_without_the_alt_text(keep, photo, noor):
    picture = keep(photo())

    line = Record.objects.about(picture).get()
    assert (line.key, line.by_id, line.values) == ("media.picture.kept", noor.pk, {})


def test_when_the_row_fails_no_files_are_left(keep, photo, own_storage, monkeypatch):
    def refuse(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr(Picture, "save", refuse)

    with pytest.raises(DatabaseError):
        keep(photo())
    assert not [path for path in own_storage.rglob("*") if path.is_file()]


def test_erasing_takes_the_files_too(
    keep, photo, noor, own_storage, django_capture_on_commit_callbacks
):
    picture = keep(photo())
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase_picture(picture, by=noor)

    assert not Picture.objects.exists()
    assert not [path for path in own_storage.rglob("*") if path.is_file()]


def test_erasing_that_is_rolled_back_leaves_everything(
    keep, photo, noor, own_storage, django_capture_on_commit_callbacks
):
    picture = keep(photo())
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        actions.erase_picture(picture, by=noor)
        transaction.set_rollback(True)

    assert Picture.objects.exists()
    assert all(default_storage.exists(path) for path in picture.paths())


def test_a_page_knows_the_size_before_the_photo_is_there(keep, photo):
    picture = keep(photo(width=1200, height=600))

    assert picture.dimensions(800) == (800, 400)
    assert picture.dimensions(1600) == (1200, 600)


def test_a_picture_without_a_maker_is_taken(noor, photo):
    picture = actions.keep_picture(photo(), town=noor.town_id, by=None, alt="x" * 400)

    assert picture.made_by is None
    assert len(picture.alt) == 250
