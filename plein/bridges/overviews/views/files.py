"""An overview to take along. Whoever asks gets what a stranger may read (TRUST-7, H15)."""

from hashlib import blake2b

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.utils.translation import override
from django.views.decorators.http import require_safe

from plein.bridges.overviews.files.forms import FORMS, Form
from plein.bridges.overviews.files.taken import Taken, taken
from plein.bridges.overviews.houses import House, house_of
from plein.bridges.overviews.lists import lists_for
from plein.bridges.overviews.reading import read
from plein.foundation.communities.models import Community
from plein.foundation.communities.requests import PleinRequest


@require_safe
def take(request: PleinRequest, house: str, form: str) -> HttpResponse:
    """The file; in Dutch, or in the language of `in`: a calendar program has no cookie."""
    community, wanted = request.community, house_of(house)
    form_or_404(community, wanted, form)
    language = request.GET.get("in", "")
    with override(language if language in dict(settings.LANGUAGES) else "nl"):
        lists = lists_for(community, wanted)
        file = taken(community, wanted, read(request.GET, lists), lists)
        return answer(request, file, wanted, form)


def form_or_404(community: Community, house: House, form: str) -> None:
    if form not in FORMS or (house.key and house.key not in community.modules):
        raise Http404


def answer(request: PleinRequest, file: Taken, house: House, form: str) -> HttpResponse:
    """The same file is sent once only: who has it hears that nothing changed."""
    kind = FORMS[form]
    made = kind.make(file, file.absolute(request.get_full_path()))
    etag = f'"{blake2b(made, digest_size=16).hexdigest()}"'
    same = etag in request.headers.get("If-None-Match", "")
    response = HttpResponseNotModified() if same else _full(made, kind, house, form)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "public, max-age=300"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _full(made: bytes, kind: Form, house: House, form: str) -> HttpResponse:
    response = HttpResponse(made, content_type=kind.kind)
    name = f"{house.path or 'plein'}.{form}"
    how = "attachment" if kind.saved else "inline"
    response.headers["Content-Disposition"] = f'{how}; filename="{name}"'
    return response
