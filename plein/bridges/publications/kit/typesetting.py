"""From a template and data to a tagged PDF. Only the worker comes here: typst is heavy.

What people wrote goes in as JSON beside the template and is set as plain text: nothing in it can
become markup, read a file or reach the network.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import structlog

from plein.bridges.publications.kit.letters import FONTS, cleaned

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "paper"
STANDARD: "typst.PDFStandard" = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tags, language, title and alternatives are checked while it is made."""


log = structlog.get_logger(__name__)


@cache
def fonts() -> "typst.Fonts":
    """Ours, and those inside typst for what ours lack; never what a machine happens to have."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def typeset(template: str, data: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    """The PDF of `paper/<template>.typ`. `files`: {path beside the template: what is in it}."""
    import typst

    with TemporaryDirectory(prefix="plein-paper-") as name:
        folder = Path(name)
        for source in TEMPLATES.glob("*.typ"):
            (folder / source.name).write_bytes(source.read_bytes())
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        (folder / "data.json").write_text(json.dumps(cleaned(dict(data))), encoding="utf-8")
        try:
            return _compiled(folder, template, [STANDARD])
        except typst.TypstError as refusal:
            if "PDF/UA" not in refusal.message:
                raise
            # A paper with tags that is not quite the standard is better than none.
            log.warning("paper.not_accessible", template=template)
            return _compiled(folder, template, [])


def _compiled(folder: Path, template: str, standards: "list[typst.PDFStandard]") -> bytes:
    import typst

    return typst.compile(
        folder / f"{template}.typ",
        root=folder,
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=standards,
    )
