"""From what was chosen to bytes. For the worker only: its libraries are heavy."""

from collections.abc import Callable
from typing import Any

from django.utils.text import slugify

from plein.bridges.publications import kit
from plein.bridges.publications.booklets import booklet
from plein.bridges.publications.content import Chosen
from plein.bridges.publications.documents import as_document
from plein.bridges.publications.kit.imposing import impose
from plein.bridges.publications.posters import poster
from plein.bridges.publications.shapes import Shape
from plein.bridges.publications.tables import Table, on_paper, table
from plein.bridges.publications.wording import title_of

DATA: dict[str, Callable[[Chosen, Shape], dict[str, Any]]] = {"booklet": booklet, "poster": poster}


def data_of(chosen: Chosen, shape: Shape) -> dict[str, Any] | Table:
    """All that will stand in it; the same data is the same file."""
    return DATA[shape.group](chosen, shape) if shape.group in DATA else table(chosen)


def printed(data: dict[str, Any] | Table, chosen: Chosen, shape: Shape) -> bytes:
    if isinstance(data, Table):
        if shape.ending == "docx":
            return as_document(data)
        return kit.make("list", on_paper(data), chosen.community)
    pdf = kit.make(shape.group, data, chosen.community)
    return impose(pdf) if shape.for_copier else pdf


def file_name(chosen: Chosen, shape: Shape) -> str:
    """ "waterdrecht-wat-is-er-te-doen-boekje.pdf" """
    said = slugify(f"{chosen.community.name} {title_of(chosen)}")[:50].strip("-")
    return f"{said}-{shape.key}.{shape.ending}"
