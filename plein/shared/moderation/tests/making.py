"""Photos for tests."""

from io import BytesIO

from PIL import Image


def photo(colour="#b5372b") -> BytesIO:
    out = BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "PNG")
    out.seek(0)
    return out
