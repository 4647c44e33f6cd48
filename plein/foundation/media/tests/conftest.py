import io

import pytest
from PIL import Image, ImageDraw


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    """Files of a test stay in the folder of the test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def photo():
    """`photo(width=…, kind="PNG", …)` is a file as a phone sends it: red left, blue right."""

    def make(width=1000, height=600, kind="JPEG", mode="RGB", **saving):
        image = Image.new("RGB", (width, height), "red")
        ImageDraw.Draw(image).rectangle((width // 2, 0, width, height), fill="blue")
        file = io.BytesIO()
        image.convert(mode).save(file, kind, **saving)
        file.seek(0)
        return file

    return make


@pytest.fixture
def opened():
    """The kept file of a picture, opened again."""

    def open_again(picture, size):
        from django.core.files.storage import default_storage

        with default_storage.open(picture.path(size)) as file:
            return Image.open(io.BytesIO(file.read()))

    return open_again
