"""From whatever was sent in to three safe WebP pictures. Files in, bytes out; no tables."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from PIL import Image, ImageOps, UnidentifiedImageError

from plein.foundation.media.models import SIZES
from plein.foundation.media.refusals import NotAPicture, PictureTooBig

MAX_BYTES = 12 * 1024 * 1024
MAX_PIXELS = 40_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "MPO")
"""MPO is what many phones make: a JPEG with a second picture behind it."""


def smaller_ones(file: BinaryIO) -> tuple[tuple[int, int], dict[int, bytes]]:
    """Width and height as it stands upright, and the bytes of each size."""
    content = _read(file)
    with _translated_refusals(), Image.open(io.BytesIO(content), formats=FORMATS) as source:
        # The header has been read, no pixel has: a bomb is refused here.
        if source.width * source.height > MAX_PIXELS:
            raise PictureTooBig
        if not (source.width and source.height):
            raise NotAPicture
        source.draft("RGB", (SIZES[-1] * 2, SIZES[-1] * 2))
        size = _upright(source)
        picture = _clean(source)
        return size, {each: _as_webp(picture, each) for each in reversed(SIZES)}


def _read(file: BinaryIO) -> bytes:
    """At most the limit, whatever size the sender told."""
    file.seek(0)
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise PictureTooBig
    return content


def _upright(source: Image.Image) -> tuple[int, int]:
    turned = source.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    return (source.height, source.width) if turned else source.size


def _clean(source: Image.Image) -> Image.Image:
    """First frame, right way up, plain colours, and nothing that the camera or program added."""
    source.seek(0)
    source.thumbnail((SIZES[-1], SIZES[-1]), Image.Resampling.LANCZOS)
    upright = ImageOps.exif_transpose(source)
    mode = "RGBA" if upright.has_transparency_data else "RGB"
    coloured = upright.convert(mode)
    clean = Image.new(mode, coloured.size)
    clean.paste(coloured)
    return clean


def _as_webp(picture: Image.Image, size: int) -> bytes:
    picture.thumbnail((size, size), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=80, method=4)
    return out.getvalue()


@contextmanager
def _translated_refusals() -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as refusal:
        raise PictureTooBig from refusal
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as refusal:
        raise NotAPicture from refusal
    except (IndexError, KeyError, TypeError, OverflowError, ZeroDivisionError) as refusal:
        # Decoders stumble in many ways over a damaged file.
        raise NotAPicture from refusal
