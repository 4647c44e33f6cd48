"""Plain words as a mail shows them."""

from itertools import groupby

from django import template
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

LOOK = "margin:0 0 12px;padding:0;padding-inline-start:20px;"
"""Mail programs read no style sheet."""


def _is_item(line: str) -> bool:
    return line.startswith("- ")


@register.filter
def with_lists(text: str) -> SafeString:
    """Paragraphs; lines that begin with a dash are a list, and a lone "Today:" is its title."""
    parts: list[SafeString] = []
    for items, group in groupby(text.splitlines(), key=_is_item):
        lines = list(group)
        words = "\n".join(lines).strip()
        if items:
            list_items = format_html_join("", "<li>{}</li>", ((line[2:],) for line in lines))
            parts.append(format_html('<ul style="{}">{}</ul>', LOOK, list_items))
        elif words.endswith(":") and "\n" not in words:
            parts.append(format_html('<p style="margin:12px 0 4px;"><b>{}</b></p>', words))
        elif words:
            # It escapes what it is given, and says so only to templates.
            parts.append(mark_safe(linebreaks(words, autoescape=True)))  # noqa: S308
    return format_html_join("", "{}", ((part,) for part in parts))
