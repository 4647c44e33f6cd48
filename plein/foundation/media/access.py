"""Who may see a picture: who may see what it belongs to, on a site of its own town (H9, H16)."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest

from plein.foundation.media.models import SIZES, Picture
from plein.foundation.media.uses import PictureUse, uses


def visible_picture(request: HttpRequest, pk: UUID, size: int) -> Picture:
    """One query finds the picture and what it belongs to; then that app is asked."""
    community = getattr(request, "community", None)
    if community is None or size not in SIZES:
        raise Http404
    picture = _with_uses(community.town_id).filter(pk=pk).first()
    if picture is None or not _may_see(request, picture):
        raise Http404
    return picture


def _with_uses(town_id: UUID) -> QuerySet[Picture]:
    shown = {_name(use): Exists(_rows(use, town_id)) for use in uses()}
    return Picture.objects.filter(town_id=town_id).annotate(**shown)


def _rows(use: PictureUse, town_id: UUID) -> QuerySet[Any, Any]:
    rows = use.model._default_manager.filter(town=town_id, **{use.field: OuterRef("pk")})
    return rows.values("pk")


def _may_see(request: HttpRequest, picture: Picture) -> bool:
    """Nobody but who made it sees what belongs to nothing (yet)."""
    found = [use for use in uses() if getattr(picture, _name(use))]
    if found:
        return any(use.may_see(request, picture.pk) for use in found)
    member = getattr(request, "member", None)
    return member is not None and member.pk == picture.made_by


def _name(use: PictureUse) -> str:
    return f"in_{use.model._meta.label_lower}_{use.field}".replace(".", "_")
