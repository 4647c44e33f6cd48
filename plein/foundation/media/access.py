"""Who may see a picture: people on a site of its own town."""

from uuid import UUID

from django.http import Http404, HttpRequest

from plein.foundation.media.models import SIZES, Picture


def visible_picture(request: HttpRequest, pk: UUID, size: int) -> Picture:
    pictures = Picture.objects.all()
    if community := getattr(request, "community", None):
        pictures = pictures.filter(town_id=community.town_id)
    picture = pictures.filter(pk=pk).first()
    if picture is None or size not in SIZES:
        raise Http404
    return picture
