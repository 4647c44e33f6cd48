"""From Markdown, as an editor types it, to safe parts of a page. Words in, parts out; no tables.

A part is `{"html": "<p>…</p>"}` or `{"photo": 2}`. Photos stand on a line of their own, as
`[foto 2]`: their words depend on who reads, so the template makes them. Parts are kept with the
page, and made anew when `VERSION` is another one (`parts_of`).
"""

import re
from functools import cache
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml

VERSION = 1
PHOTO = re.compile(r"^[ \t]*\[foto (\d{1,2})\][ \t]*$", re.IGNORECASE | re.MULTILINE)
TAGS = {"p", "h2", "h3", "strong", "em", "ul", "ol", "li", "a", "blockquote", "hr", "br"}
SCHEMES = {"http", "https", "mailto", "tel"}
Part = dict[str, Any]


def parts_of(body: str) -> list[Part]:
    """The text in parts. Raw HTML stays text; scripts, styles and foreign pictures cannot come in.

    >>> parts_of("Hallo *buur*")
    [{'html': '<p>Hallo <em>buur</em></p>'}]
    """
    pieces = PHOTO.split(body.replace("\0", ""))
    parts: list[Part] = []
    for at, piece in enumerate(pieces):
        if at % 2:
            parts.append({"photo": int(piece)})
        elif html := _html(piece):
            parts.append({"html": html})
    return parts


def photos_in(body: str) -> set[int]:
    """Numbers of the photos that the text shows."""
    return {int(number) for number in PHOTO.findall(body)}


def _html(text: str) -> str:
    made = _reader().render(text)
    clean = nh3.clean(
        made,
        tags=TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer nofollow",
    )
    return clean.strip()


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt(
        "commonmark", {"html": False, "breaks": True, "typographer": True, "quotes": "“”‘’"}
    ).enable("smartquotes")
    reader.disable(["code", "fence"])
    # A picture from elsewhere would follow our visitors: only its words stay.
    reader.add_render_rule("image", lambda _self, tokens, at, *_: escapeHtml(tokens[at].content))
    reader.core.ruler.push("modest_headings", _modest_headings)
    return reader


def _modest_headings(state: Any) -> None:
    """The page has its h1 already: `#` and `##` make h2, anything deeper h3."""
    seen, last = False, "h2"
    for token in state.tokens:
        if token.type == "heading_open":
            token.tag = "h3" if token.tag not in ("h1", "h2") and seen else "h2"
            seen, last = True, token.tag
        elif token.type == "heading_close":
            token.tag = last
