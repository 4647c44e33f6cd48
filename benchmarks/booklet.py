"""A booklet of 350 activities, each with a photo of its own: seconds, MB, tags and size of letters.

The clock runs from the question to the finished PDF, in a worker that did one before: finding,
wording, pictures, codes, typesetting and (for the copier) imposing. The bar is 3 s of work (where
the machine has more to do the clock tells of others too) and 15 MB.
"""

import argparse
import random
import sys
import time
from io import BytesIO
from typing import Any

from benchmarks.drills.databases import fresh_database

ACTIVITIES = 460
"""Of these more than 350 have a moment ahead."""
MOST_SECONDS, MOST_MB, LEAST_LARGE = 3.0, 15.0, 16.0
SHAPES = ("boekje", "boekje-groot", "boekje-kopie")


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench booklet", description=__doc__)
    parser.add_argument("--keep", help="write the files to this folder, to look at")
    options = parser.parse_args()
    with fresh_database(settings="plein.config.settings"):
        from benchmarks.rows import fill

        town = fill(posts=0, organisations=0, activities=ACTIVITIES)
        _give_photos(town)
        _print(town, "poster-a4")  # A worker that works has its libraries loaded.
        fits = [_measure(town, shape, options.keep) for shape in SHAPES]
        return int(not all(fits))


def _measure(town: Any, shape: str, folder: str | None) -> bool:
    begin, worked = time.perf_counter(), time.process_time()
    pdf, count = _print(town, shape)
    seconds, work = time.perf_counter() - begin, time.process_time() - worked
    size = len(pdf) / 1e6
    if folder:
        with open(f"{folder}/{shape}.pdf", "wb") as file:
            file.write(pdf)
    found = _inside(pdf)
    fits = work < MOST_SECONDS and size < MOST_MB
    right = shape == "boekje-kopie" or found["tagged"]
    readable = shape != "boekje-groot" or found["smallest"] >= LEAST_LARGE
    print(
        f"{shape:<13} {count} things {found['pages']:>4} pages {size:5.1f} MB {work:5.2f} s of work"
        f" ({seconds:.1f} by the clock), {found['lang'] or 'no'}, tags {found['tagged']},"
        f" smallest letters {found['smallest']:.1f} pt {'' if fits and right and readable else '✗'}"
    )
    return bool(fits and right and readable)


def _print(town: Any, shape: str) -> tuple[bytes, int]:
    from django.utils import translation

    from plein.bridges.publications import printing
    from plein.bridges.publications.content import chosen
    from plein.bridges.publications.shapes import BY_KEY
    from plein.foundation.communities import tree

    with translation.override("nl"):
        wanted = chosen(tree.of(town.pk).town, "agenda", "")
        data = printing.data_of(wanted, BY_KEY[shape])
        return printing.printed(data, wanted, BY_KEY[shape]), len(wanted.rows)


def _inside(pdf: bytes) -> dict[str, Any]:
    from pypdf import PdfReader

    read = PdfReader(BytesIO(pdf))
    root: Any = read.trailer["/Root"]
    sizes: set[float] = set()
    for page in read.pages[:12]:
        page.extract_text(
            visitor_text=lambda text, _cm, tm, _font, size: (
                sizes.add(round(abs(tm[3]) * size, 1)) if text.strip() else None
            )
        )
    return {
        "pages": len(read.pages),
        "lang": root.get("/Lang"),
        "tagged": bool(root.get("/MarkInfo", {}).get("/Marked")) and "/StructTreeRoot" in root,
        "smallest": min(sizes, default=0.0),
    }


def _give_photos(town: Any) -> None:
    """Grainy as photos are: a drawing would make the file look small."""
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage
    from PIL import Image

    from plein.bridges.overviews.models import Row
    from plein.foundation.media.models import Picture

    chance = random.Random(1)
    for row in Row.objects.filter(town=town, house="agenda").order_by("pk"):
        picture = Picture.objects.create(town_id=town.pk, width=1600, height=1200, alt="Een foto")
        fields = Image.new("RGB", (8, 6))
        fields.putdata([tuple(chance.randrange(256) for _ in range(3)) for _ in range(48)])
        photo = fields.resize((320, 240), Image.Resampling.BICUBIC)
        grain = Image.effect_noise((320, 240), 40).convert("RGB")
        kept = BytesIO()
        Image.blend(photo, grain, 0.25).save(kept, "WEBP", quality=80)
        default_storage.save(picture.path(320), ContentFile(kept.getvalue()))
        Row.objects.filter(town=town, pk=row.pk).update(
            picture=picture.url(800), picture_alt=picture.alt
        )


if __name__ == "__main__":
    sys.exit(main())
