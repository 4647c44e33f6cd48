"""HTML mail as plain words. Nothing is fetched and nothing is run: only the text is taken."""

from html.parser import HTMLParser

SILENT = frozenset({"script", "style", "head", "title", "template", "svg"})
BREAKS = frozenset({"p", "div", "tr", "li", "h1", "h2", "h3", "h4", "ul", "ol", "table"})
VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "col", "area", "base", "wbr"})
QUOTES = ("gmail_quote", "yahoo_quoted", "moz-cite-prefix", "divrplyfwdmsg", "appendonsend")
SIGNATURES = ("gmail_signature", "moz-signature", "signature")
DEEPEST = 200


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent: list[str] = []
        self.stopped = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br" and not self.silent:
            self.parts.append("\n")
        if tag in VOID:
            return
        if self.silent:
            if len(self.silent) < DEEPEST:
                self.silent.append(tag)
            return
        marks = " ".join(value or "" for name, value in attrs if name in ("class", "id")).lower()
        if "divrplyfwdmsg" in marks or "appendonsend" in marks:
            # Outlook: everything below is the old mail.
            self.stopped = True
        if tag in SILENT or tag == "blockquote" or any(m in marks for m in QUOTES + SIGNATURES):
            self.silent.append(tag)
        elif tag in BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if tag in self.silent:
                while self.silent.pop() != tag:
                    pass
        elif tag in BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent and not self.stopped:
            self.parts.append(" ".join(data.split("\n")) if data.strip() else " ")


def words_of(html: str) -> str:
    """The text of an HTML mail, without what it quotes."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    lines = "".join(parser.parts).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()
