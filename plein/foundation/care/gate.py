"""The door before every page with a client in it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from plein.foundation.care import access, second
from plein.foundation.communities.access import member_required
from plein.foundation.communities.requests import MemberRequest

View = Callable[..., HttpResponse]


def admitted_required(view: View) -> View:
    """Only professionals who were let in; for everybody else the page does not exist."""

    @wraps(view)
    def inside(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not access.admissions_of(request.member):
            raise Http404
        return view(request, *args, **kwargs)

    return member_required(never_cache(inside))


def caseload_required(view: View) -> View:
    """And in this visit they gave the second code."""

    @wraps(view)
    def inside(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not second.has_passed(request, access.admissions_of(request.member)):
            back = request.path if request.method in ("GET", "HEAD") else "/clienten/"
            url = reverse("care:second-step")
            return redirect(f"{url}?{urlencode({'terug': back})}")
        return view(request, *args, **kwargs)

    return admitted_required(inside)
