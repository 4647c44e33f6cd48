"""Reading settings, language, and the living style page."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_POST

from plein.ui import settings_of_reader
from plein.ui.access import may_see_style
from plein.ui.offline import worker
from plein.ui.render import render_page
from plein.ui.style_page import style_context


@require_POST
def letters(request: HttpRequest) -> HttpResponse:
    """Bigger letters, or the usual ones again."""
    response = HttpResponseRedirect(next_url(request))
    settings_of_reader.switch(request, response, "letters")
    return response


@require_POST
def contrast(request: HttpRequest) -> HttpResponse:
    """More contrast, or the usual colours again."""
    response = HttpResponseRedirect(next_url(request))
    settings_of_reader.switch(request, response, "contrast")
    return response


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Go on in another language, on the page where one was."""
    response = HttpResponseRedirect(next_url(request))
    code = request.POST.get("language", "")
    if code in dict(settings.LANGUAGES):
        settings_of_reader.keep_language(request, response, code)
    return response


def next_url(request: HttpRequest) -> str:
    """Back to the page of this site one came from; never to another site."""
    url = request.POST.get("next", "")
    hosts = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(url, hosts, require_https=request.is_secure())
    return url if safe and url.startswith("/") else "/"


@require_GET
def style(request: HttpRequest) -> HttpResponse:
    """Every component, alive, for those who build and those who check."""
    if not may_see_style(request):
        raise Http404
    return render_page(request, "ui/style.html", style_context())


@require_GET
def offline(request: HttpRequest) -> HttpResponse:
    """What a device shows when there is no network."""
    return render(request, "ui/offline.html")


@require_GET
@cache_control(max_age=3600)
def offline_worker(request: HttpRequest) -> HttpResponse:
    """The script that shows the page above by itself; browsers ask for it once an hour."""
    script = worker(offline(request).content.decode())
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


@require_GET
def manifest(request: HttpRequest) -> HttpResponse:
    """So the site can stand on the home screen of a phone under its own name."""
    name = getattr(getattr(request, "community", None), "name", "") or "Plein"
    icon = {"src": static("ui/img/icon.svg"), "sizes": "any", "type": "image/svg+xml"}
    data = {
        "name": name,
        "short_name": name,
        "start_url": "/",
        "display": "minimal-ui",
        "background_color": "#FFFFFF",
        "theme_color": "#CFE6F7",
        "icons": [icon],
    }
    return JsonResponse(data, content_type="application/manifest+json")
