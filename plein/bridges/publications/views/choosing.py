"""“Neem mee”: which things, on which paper."""

from dataclasses import replace
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from plein.bridges.overviews import queries
from plein.bridges.overviews.filters import LONGEST
from plein.bridges.overviews.houses import House, house_of
from plein.bridges.publications import access, actions
from plein.bridges.publications.addresses import choose_url
from plein.bridges.publications.content import Chosen, chosen
from plein.bridges.publications.forms import TOO_OFTEN, ShapeForm
from plein.bridges.publications.shapes import ALONE
from plein.bridges.publications.wording import title_of, told
from plein.foundation import jobs
from plein.foundation.accounts import limits
from plein.foundation.communities.requests import PleinRequest
from plein.lib.visitors import address_of
from plein.ui.render import render_page, wants_part

NOTHING_CHOSEN = "-"
"""Instead of filters, where an address cannot be empty."""


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: PleinRequest) -> HttpResponse:
    """The filters stand in the address, as on the overview itself."""
    house = access.house_in(request.community, request.GET.get("lijst", ""))
    wanted = chosen(request.community, house, _filters_in(request.GET.urlencode()))
    return _page(request, wanted)


@require_http_methods(["GET", "HEAD", "POST"])
def poster(request: PleinRequest, key: UUID) -> HttpResponse:
    """Of one thing only posters make sense."""
    row = access.public_thing(request.community, key)
    return _page(request, chosen(request.community, row.house, "", row.pk))


@require_safe
def take_along(request: PleinRequest, house: str, query: str = "") -> HttpResponse:
    """A piece for overviews: a button that goes on with a filter, or that of the page around."""
    key = access.house_in(request.community, house)
    query = query or _filters_of_page(request, house_of(key))
    query = "" if query == NOTHING_CHOSEN else _filters_in(query)
    url = choose_url(key, query)
    if wants_part(request):
        return render(request, "publications/_take_along.html", {"url": url})
    return redirect(url)


def _page(request: PleinRequest, wanted: Chosen) -> HttpResponse:
    alone = wanted.thing is not None
    usual = ALONE[0] if alone else "boekje"
    form = ShapeForm(request.POST or None, alone=alone, initial={"vorm": usual})
    status = 200
    if request.method == "POST":
        form_key = request.POST.get("form_key", "")
        if form.is_valid() and wanted.rows:
            try:
                return _ordered(request, wanted, form.cleaned_data["vorm"], form_key)
            except limits.TooOften:
                form.add_error(None, TOO_OFTEN)
                status = 429
        else:
            status = 422
    context = {
        "form": form,
        "form_key": jobs.new_form_key(),
        "wanted": wanted,
        "title": title_of(wanted),
        "told": told(wanted),
        "count": len(wanted.rows),
        "back": _back(wanted),
        "only_on_screen": _only_on_screen(request, wanted),
    }
    return render_page(request, "publications/choose.html", context, status=status)


def _ordered(request: PleinRequest, wanted: Chosen, shape: str, form_key: str) -> HttpResponse:
    if not jobs.first_time(form_key):
        return redirect(jobs.remembered(form_key) or reverse("publications:choose"))
    made = actions.order(
        wanted.community,
        wanted.house.key,
        urlencode(_without_page(wanted), doseq=True),
        shape,
        by=address_of(request.META, settings.PROXIES),
        thing=wanted.thing,
    )
    url = reverse("publications:order", args=[made.key])
    jobs.remember(form_key, url)
    return redirect(url)


def _without_page(wanted: Chosen) -> dict[str, str | list[str]]:
    return replace(wanted.filters, after="").query()


def _only_on_screen(request: PleinRequest, wanted: Chosen) -> int:
    """How many things this member finds and nobody can take along (TRUST-7)."""
    if request.member is None or wanted.thing:
        return 0
    eyes = queries.eyes_of(request.member, wanted.community)
    return queries.find(eyes, wanted.house, wanted.filters).private


def _back(wanted: Chosen) -> str:
    if wanted.thing:
        return wanted.rows[0].url
    return reverse(wanted.house.url_name) + wanted.filters.url().removesuffix("?")


def _filters_of_page(request: HttpRequest, overview: House) -> str:
    """Of the page on which the piece stands: htmx tells it, else the browser does."""
    here = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    parts = urlsplit(here)
    same = parts.netloc in ("", request.get_host()) and parts.path == reverse(overview.url_name)
    return _filters_in(parts.query) if same else ""


def _filters_in(query: str) -> str:
    return query[:LONGEST]
