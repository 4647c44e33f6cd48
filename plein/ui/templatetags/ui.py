"""Tags for every page: pictograms, fields, pieces of other apps."""

import json
import re
from datetime import datetime
from typing import Any

from django import template
from django.conf import settings
from django.forms import BaseForm, BoundField
from django.template.context import Context
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_info

from plein.lib.formality import reading
from plein.lib.writing.easier import tips
from plein.ui import settings_of_reader, syllables
from plein.ui.pictograms import UnknownPictogram, drawing

register = template.Library()


@register.simple_tag
def pictogram(name: str) -> SafeString:
    """The drawing itself. A wrong name is an error while building, nothing in production."""
    try:
        # Safe: the file comes from our own allow-list, its name is checked.
        return mark_safe(drawing(name))  # noqa: S308
    except UnknownPictogram:
        if settings.DEBUG or getattr(settings, "PICTOGRAMS_MUST_EXIST", False):
            raise
        return SafeString("")


@register.simple_tag
def piece(name: str, *args: Any, label: str = "", at_once: bool = False) -> SafeString:
    """A link to a piece of another app, replaced by that piece; nothing if no app has it.

    `at_once`: not when somebody comes near it, but while they read what stands above it.
    """
    try:
        url = reverse(name, args=args)
    except NoReverseMatch:
        return SafeString("")
    return format_html(
        '<a class="piece" href="{}" data-hx-get="{}" data-hx-trigger="{}"'
        ' data-hx-target="this" data-hx-swap="outerHTML">{}</a>',
        url,
        url,
        "load" if at_once else "revealed",
        label or name,
    )


IN_A_DATA_BLOCK = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def linked_data(thing: dict[str, Any] | None) -> SafeString:
    """What this page is about, for search engines: a block of data, never run by a browser.

    The policy of the site forbids inline scripts; a block with a type that is no script is data
    and falls outside of it (HTML, "prepare the script element"). No sign of it can end the block.
    """
    if not thing:
        return SafeString("")
    # Safe: as in Django's json_script, the three signs that mean something in HTML are written out.
    said = mark_safe(json.dumps(thing, ensure_ascii=False).translate(IN_A_DATA_BLOCK))  # noqa: S308
    return format_html('<script type="application/ld+json">{}</script>', said)


@register.simple_tag
def field(bound: BoundField, *, quiet: bool = False) -> SafeString:
    """Label above, hint under it, error, control. `quiet`: the page title is the label."""
    return bound.render(context={"field": bound, "quiet": quiet})


@register.inclusion_tag("ui/easier.html")
def easier(*texts: object, asked: bool = False) -> dict[str, Any]:
    """How these texts of a writer could be simpler, folded away; nothing when they are (DOOR-6).

    `asked`: the writer wants to know, so it stands open, and also says that all is well.
    """
    return {"tips": tips("\n".join(str(text) for text in texts if text)), "asked": asked}


@register.inclusion_tag("ui/forms/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """What is wrong, on top of the page, with links to the fields."""
    fields = [(bound, _name(bound), bound.errors) for bound in form if bound.errors]
    return {"fields": fields, "general": form.non_field_errors()}


def _name(bound: BoundField) -> str:
    """The label as the start of a line: "Name:", but a question keeps its own mark."""
    label = str(bound.label)
    return label if label.endswith(("?", ".", "!", ":")) else f"{label}:"


@register.filter
def first_control(bound: BoundField) -> str:
    """The id a link in the error summary goes to."""
    if bound.field.widget.use_fieldset:
        return f"{bound.auto_id}_0"
    return bound.id_for_label


@register.simple_tag(takes_context=True)
def reader_settings(context: Context) -> settings_of_reader.ReaderSettings:
    """What this reader chose: `letters` and `contrast`."""
    return settings_of_reader.reader_settings(context.get("request"))


@register.simple_tag(takes_context=True)
def html_attributes(context: Context) -> SafeString:
    """Language, direction, big letters and more contrast, also when there is no site."""
    language = reading()
    site = context.get("site")
    chosen = reader_settings(context)
    pairs = [
        ("lang", language),
        ("dir", getattr(site, "dir", "") or _direction(language)),
        ("data-letters", getattr(site, "letters", "") or chosen.letters),
        ("data-contrast", getattr(site, "contrast", "") or chosen.contrast),
    ]
    return format_html_join("", ' {}="{}"', [pair for pair in pairs if pair[1]])


def _direction(language: str) -> str:
    try:
        return "rtl" if get_language_info(language)["bidi"] else "ltr"
    except KeyError:
        return "rtl" if language.split("-")[0] in settings.LANGUAGES_BIDI else "ltr"


@register.filter
def soft_hyphens(words: object) -> str:
    """Shows a long word where it may break, for the small houses on a phone."""
    return syllables.soft_hyphens(str(words))


@register.filter
def is_long(words: object) -> bool:
    """A heading with a word that would break on a phone: it is set smaller."""
    return syllables.has_too_long_word(str(words))


@register.filter
def words(text: object) -> list[str]:
    """The words one by one, for a name in which a whole word goes to the next line."""
    return str(text).split()


@register.filter
def day(moment: datetime) -> str:
    """A day as people say it: 7 november, and with its year when that is another one."""
    there = timezone.localtime(moment)
    return date_format(there, "j F" if there.year == timezone.localtime().year else "j F Y")


@register.filter
def moment(when: datetime, weekday: str = "") -> str:
    """A day with its time: 7 november, 14.30. With "l": zaterdag 7 november, 14.30."""
    there = timezone.localtime(when)
    before = f"{date_format(there, weekday)} " if weekday else ""
    return f"{before}{day(when)}, {date_format(there, 'TIME_FORMAT')}"


@register.filter
def first_sentence(text: str) -> str:
    """What a list shows of a longer text: never a word cut in two."""
    return re.split(r"(?<=[.!?])\s", text.strip(), maxsplit=1)[0]


@register.simple_tag(takes_context=True)
def with_query(context: Context, **changes: Any) -> str:
    """The present address with other values; None takes one away. For filters and pages."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = str(value)
    return conditional_escape(f"?{query.urlencode()}")
