"""Files that want to break us are refused before they cost anything."""

import io
import os
import struct
import subprocess
import sys
import time
import tracemalloc
import zlib

import pytest

from plein.foundation.media.images import MAX_BYTES, smaller_ones
from plein.foundation.media.refusals import NotAPicture, PictureTooBig, Refused


def chunk(name, content):
    crc = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc)


def png(width, height, *extra, data=b"\0" * 100):
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + b"".join(extra)
        + chunk(b"IDAT", zlib.compress(data))
        + chunk(b"IEND", b"")
    )


def gif(width, height):
    return (
        b"GIF89a"
        + struct.pack("<HH", width, height)
        + b"\x80\0\0"
        + b"\0" * 6
        + (b"," + struct.pack("<HHHH", 0, 0, width, height) + b"\0\x02\x02D\x01\0;")
    )


def webp(width, height):
    size = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size
    return b"RIFF" + struct.pack("<I", len(body)) + body


def jpeg(photo, width, height):
    content = bytearray(photo(width=64, height=64).read())
    at = content.index(b"\xff\xc0")
    content[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(content)


HUGE = [(50_000, 50_000), (65_000, 1_000), (1_000, 65_000), (6_500, 6_500), (40_001, 1_000)]
BLOWN_UP = zlib.compress(b"\0" * 60_000_000, 9)

NO_PICTURES = {
    "nothing": b"",
    "one byte": b"\xff",
    "words": b"Dit is geen foto, maar een brief.",
    "a page": b"<!doctype html><script>alert(1)</script>",
    "a drawing with a script": b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
    "a document": b"%PDF-1.7\n1 0 obj<<>>endobj",
    "an archive": b"PK\x03\x04" + b"\0" * 100,
    "a program": b"MZ" + b"\0" * 200,
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "a bitmap": b"BM" + struct.pack("<IHHIIiiHH", 58, 0, 0, 54, 40, 1, 1, 1, 24) + b"\0" * 28,
    "a tiff": b"II*\0\x08\0\0\0\0\0\0\0\0\0",
    "a pixmap": b"P6 1 1 255 abc",
    "only the start of a PNG": b"\x89PNG\r\n\x1a\n",
    "only the start of a JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "only the start of a GIF": b"GIF89a",
    "only the start of a WebP": b"RIFF\x10\0\0\0WEBPVP8 ",
    "a PNG without width": png(0, 10),
    "a PNG that ends too soon": png(1000, 1000),
    "a PNG with an endless note": png(
        10, 10, chunk(b"zTXt", b"Comment\0\0" + BLOWN_UP), data=b"\0" * 310
    ),
}  # fmt: skip


def refused(content):
    start = time.process_time()
    tracemalloc.start()
    with pytest.raises(Refused) as refusal:
        smaller_ones(io.BytesIO(content))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - start < 3
    assert peak < 60_000_000
    return refusal.type


@pytest.mark.parametrize("size", HUGE, ids=str)
@pytest.mark.parametrize("make", [png, gif], ids=lambda make: make.__name__)
def test_a_header_that_promises_too_many_pixels_is_refused(make, size):
    assert refused(make(*size)) is PictureTooBig


@pytest.mark.parametrize("size", [(16_000, 16_000), (9_000, 9_000), (16_383, 16_383)], ids=str)
def test_a_webp_that_promises_too_many_pixels_is_refused(size):
    assert issubclass(refused(webp(*size)), Refused)


@pytest.mark.parametrize("size", HUGE, ids=str)
def test_a_jpeg_that_promises_too_many_pixels_is_refused(photo, size):
    assert refused(jpeg(photo, *size)) is PictureTooBig


@pytest.mark.parametrize("content", NO_PICTURES.values(), ids=NO_PICTURES.keys())
def test_what_is_not_a_photo_is_refused(content):
    assert refused(content) is NotAPicture


def test_a_photo_cut_in_half_is_refused(photo):
    content = photo(kind="PNG", width=2000).read()

    assert refused(content[: len(content) // 2]) is NotAPicture


def test_eighty_megabytes_are_refused_without_reading_them_all():
    class Endless(io.RawIOBase):
        given = 0

        def seek(self, *_args):
            return 0

        def read(self, size=-1):
            assert size >= 0, "never asks for everything"
            self.given += size
            return b"\0" * size

    file = Endless()
    with pytest.raises(PictureTooBig):
        smaller_ones(file)
    assert file.given <= MAX_BYTES + 1


def test_forty_megapixels_are_just_allowed(photo):
    size, _files = smaller_ones(photo(width=8000, height=5000))

    assert size == (1600, 1000)


def test_a_picture_of_one_pixel_high_keeps_a_height(photo):
    size, files = smaller_ones(photo(width=9000, height=1, kind="PNG"))

    assert size[1] == 1
    assert len(files) == 3


def test_the_name_of_a_file_says_nothing(photo):
    file = photo(kind="PNG")
    file.name = "../../etc/passwd.exe"

    assert smaller_ones(file)[0] == (1000, 600)


MEASURE = """
import io, resource, sys
from PIL import Image
import django
django.setup()
from plein.foundation.media.images import smaller_ones
file = io.BytesIO(sys.stdin.buffer.read())
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
smaller_ones(file)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_biggest_photo_takes_less_than_300_megabytes(photo, kind):
    content = photo(width=8000, height=5000, kind=kind, mode="RGB").read()
    measured = subprocess.run(
        [sys.executable, "-c", MEASURE],
        input=content,
        capture_output=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "benchmarks.drills.settings"},
    )

    assert int(measured.stdout) < 300, measured.stderr
