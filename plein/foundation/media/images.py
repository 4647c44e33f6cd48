"""From whatever was sent in to three safe WebP pictures. Files in, bytes out; no tables."""

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import BinaryIO

from PIL import Image, ImageOps

from plein.foundation.media.models import SIZES
from plein.foundation.media.refusals import NotAPicture, PictureTooBig, Refused

MAX_BYTES = 12 * 1024 * 1024
MAX_PIXELS = 40_000_000
EMPTY = "#E1E8EE"
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "MPO")
"""MPO is what many phones make: a JPEG with a second picture behind it."""


ONE_AT_A_TIME = threading.Lock()
"""A big picture takes much memory; other requests of this process go on meanwhile."""


def smaller_ones(file: BinaryIO) -> tuple[tuple[int, int], dict[int, bytes]]:
    """Width and height as it stands upright, and the bytes of each size."""
    content = _read(file)
    with ONE_AT_A_TIME, _translated_refusals():
        with Image.open(io.BytesIO(content), formats=FORMATS) as source:
            # The header has been read, no pixel has: a bomb is refused here.
            if source.width * source.height > MAX_PIXELS:
                raise PictureTooBig
            source.draft("RGB", (SIZES[-1] * 2, SIZES[-1] * 2))
            picture = _clean(source)
        return picture.size, {each: _as_webp(picture, each) for each in reversed(SIZES)}


@cache
def empty_field(width: int, height: int) -> bytes:
    """What stands at the address of a hidden picture: a quiet field of the same size."""
    return _as_webp(Image.new("RGB", (width, height), EMPTY), max(width, height))


def _read(file: BinaryIO) -> bytes:
    """At most the limit, whatever size the sender told."""
    file.seek(0)
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise PictureTooBig
    return content


def _clean(source: Image.Image) -> Image.Image:
    """First frame, right way up, plain colours, and nothing that the camera or program added."""
    source.seek(0)
    source.thumbnail((SIZES[-1], SIZES[-1]), Image.Resampling.LANCZOS)
    upright = _upright(source)
    mode = "RGBA" if upright.has_transparency_data else "RGB"
    coloured = upright.convert(mode)
    clean = Image.new(mode, coloured.size)
    clean.paste(coloured)
    return clean


def _upright(source: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(source)
    except Exception:
        return source  # What the camera wrote cannot be read; the photo can.


def _as_webp(picture: Image.Image, size: int) -> bytes:
    picture.thumbnail((size, size), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=80, method=4)
    return out.getvalue()


@contextmanager
def _translated_refusals() -> Iterator[None]:
    try:
        yield
    except Image.DecompressionBombError as refusal:
        raise PictureTooBig from refusal
    except Refused:
        raise
    except MemoryError as refusal:
        raise PictureTooBig from refusal
    except Exception as refusal:
        # Decoders stumble in many ways over a file that is damaged, or is something else.
        raise NotAPicture from refusal
