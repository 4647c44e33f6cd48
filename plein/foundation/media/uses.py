"""What pictures belong to. Its app says who may see it (H16), in a file `picture_uses.py`:

# features/noticeboard/picture_uses.py
PICTURES = [PictureUse(Post, "picture", may_see=through_page(Post, "picture", visible_post))]
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest

from plein.foundation.media.models import Picture

MaySee = Callable[[HttpRequest, UUID], bool]
Visible = Callable[[Any, Any, str], object]
A_FEW = 3
"""A picture stands in one place, or two while it is moved; more are not asked."""


@dataclass(frozen=True, slots=True)
class PictureUse:
    """Rows of `model` that show the picture to which their `field` points."""

    model: type[models.Model]
    field: str
    may_see: MaySee
    """Gets the request and the picture's key, when there is such a row in this town."""


@cache
def uses() -> tuple[PictureUse, ...]:
    """From `picture_uses.py` of every app, in the order of the floors."""
    found: list[PictureUse] = []
    for config in apps.get_app_configs():
        name = f"{config.name}.picture_uses"
        if config.name.startswith("plein.") and find_spec(name):
            found.extend(import_module(name).PICTURES)
    return tuple(found)


def unused(pictures: models.QuerySet[Picture]) -> models.QuerySet[Picture]:
    """Those to which no app points."""
    for use in uses():
        rows = use.model._default_manager.filter(**{use.field: models.OuterRef("pk")})
        pictures = pictures.filter(~models.Exists(rows))
    return pictures


def through_page(
    model: type[models.Model], field: str, visible: Visible, *, code: str = "code"
) -> MaySee:
    """Who may open the page may see its picture: `visible(member, community, code)` or 404."""

    def may_see(request: HttpRequest, pk: UUID) -> bool:
        community, member = request.community, request.member  # type: ignore[attr-defined]
        rows = model._default_manager.filter(town=community.town_id, **{field: pk})
        codes = rows.values_list(code, flat=True)[:A_FEW]
        return any(_opens(visible, member, community, str(each)) for each in codes)

    return may_see


def _opens(visible: Visible, member: Any, community: Any, code: str) -> bool:
    try:
        visible(member, community, code)
    except (Http404, PermissionDenied):
        return False
    return True
