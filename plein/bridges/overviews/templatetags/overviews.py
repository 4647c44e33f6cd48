"""Days in words, and the addresses of files."""

from collections.abc import Mapping, Sequence

from django import template
from django.urls import reverse
from django.utils.translation import get_language

from plein.bridges.overviews import wording
from plein.bridges.overviews.desk import Result
from plein.bridges.overviews.filters import Filters
from plein.bridges.overviews.houses import House

register = template.Library()

register.filter("said_day", wording.said_day)


@register.filter
def named(names: Mapping[str, object], key: str) -> object:
    """The name of a key; empty when it has none."""
    return names.get(key, "")


@register.inclusion_tag("overviews/_taken_along.html")
def taken_along(results: Sequence[Result], *, give: bool = False) -> dict[str, object]:
    """What somebody takes along from a desk or screen; `give`: a slip of it may be given."""
    return {"results": results, "give": give}


@register.simple_tag
def file_url(house: House, form: str, filters: Filters) -> str:
    """The overview as it is filtered now, in a form; in the language of the reader."""
    language = (get_language() or "nl").split("-")[0]
    query = filters.in_file + ("" if language == "nl" else f"&in={language}")
    path = reverse(f"{house.url_name}-file", args=[form])
    return f"{path}?{query.lstrip('&')}" if query else path
