"""Pictures, pictograms and QR codes as a paper needs them: small, and in its own colours."""

from functools import lru_cache
from io import BytesIO

from plein.ui.pictograms import FOLDER, NAME

INK = "#14233d"
USUAL = "circle"
QUALITY = 78
WIDEST = 480
"""Pixels: 31 mm at 390 per inch, 60 mm at 200."""


@lru_cache(maxsize=512)
def pictogram(name: str) -> bytes:
    """The svg in ink; a circle when there is none of that name."""
    path = FOLDER / f"{name}.svg"
    if not NAME.fullmatch(name) or not path.is_file():
        path = FOLDER / f"{USUAL}.svg"
    return path.read_text(encoding="utf-8").replace("currentColor", INK).encode()


def known(name: str) -> str:
    """The name itself when there is such a pictogram."""
    return name if NAME.fullmatch(name) and (FOLDER / f"{name}.svg").is_file() else USUAL


def picture(content: bytes, widest: int = WIDEST) -> bytes:
    """A kept WebP as JPEG: what a PDF holds as it is, and so stays small."""
    from PIL import Image

    with Image.open(BytesIO(content)) as image:
        # Lays what is see-through on white, as the paper is.
        shown = image.convert("RGBA") if image.mode in ("P", "LA", "RGBA") else image
        if shown.mode == "RGBA":
            white = Image.new("RGB", shown.size, "white")
            white.paste(shown, mask=shown.getchannel("A"))
            shown = white
        shown = shown.convert("RGB")
        shown.thumbnail((widest, widest))
        made = BytesIO()
        shown.save(made, "JPEG", quality=QUALITY)
        return made.getvalue()


@lru_cache(maxsize=4096)
def qr(address: str) -> bytes:
    """An svg of the code, with the quiet edge of four that scanners need (ISO/IEC 18004)."""
    import segno

    # One mask for all: trying eight costs eight times as long, and phones read each of them.
    code = segno.make(address, micro=False, error="m", boost_error=False, mask=3)
    rows = [bytes(row) for row in code.matrix]
    size, path = len(rows) + 8, []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            wide = 1
            while x + wide < len(row) and row[x + wide] == row[x]:
                wide += 1
            if row[x]:
                path.append(f"M{x + 4} {y + 4}h{wide}v1h-{wide}z")
            x += wide
    drawing = f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path d="{"".join(path)}"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">{drawing}</svg>'
    return svg.encode()
