"""Settings of a place, for its managers."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.foundation.communities.access import right_required
from plein.foundation.communities.actions import arranging as actions
from plein.foundation.communities.audit_lines import lines_of
from plein.foundation.communities.forms import arranging as forms_here
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.sizes import MODULES
from plein.foundation.communities.views.settings_shown import (
    form_page,
    get_or_post,
    manager,
    page,
    posted,
    saved,
)
from plein.ui.render import render_page

FIRST = ("name", "size", "intro", "phone", "phone_hours", "walk_in", "posting")


@get_or_post
@manager
def settings(request: MemberRequest) -> HttpResponse:
    """The first page: at most ten choices, each with a default and one sentence."""
    here = request.community
    initial: dict[str, Any] = {name: getattr(here, name) for name in FIRST}
    initial |= {"formal": "1" if here.formal else "", "public_tasks_open": here.public_tasks_open}
    form = forms_here.FirstPageForm(posted(request), initial=initial)
    if form.is_bound and form.is_valid():
        actions.arrange(here, by=request.member, **form.cleaned_data)
        return saved(request, reverse("communities:settings"))
    context = {"form": form}
    return page(request, "communities/settings.html", context, form)


@require_GET
@manager
def more(request: MemberRequest) -> HttpResponse:
    """Everything else, each on its own page."""
    return render_page(request, "communities/settings_more.html")


@get_or_post
@manager
def modules(request: MemberRequest) -> HttpResponse:
    initial = {"modules": sorted(request.community.modules)}
    form = forms_here.ModulesForm(posted(request), initial=initial)
    if form.is_bound and form.is_valid():
        chosen = set(form.cleaned_data["modules"])
        wanted = {module.key: module.key in chosen for module in MODULES}
        actions.switch_modules(request.community, wanted, by=request.member)
        return saved(request)
    return form_page(request, form, _("Blocks"))


@get_or_post
@manager
def least_age(request: MemberRequest) -> HttpResponse:
    """One age for the whole town: people join the town, not a part of it."""
    here = request.community
    if here.pk != here.town_id:
        raise Http404
    form = forms_here.AgeForm(posted(request), initial={"least_age": here.least_age})
    if form.is_bound and form.is_valid():
        actions.arrange(here, by=request.member, **form.cleaned_data)
        return saved(request)
    return form_page(request, form, _("Least age"))


@require_GET
@right_required("audit.see")
def audit(request: MemberRequest) -> HttpResponse:
    """Who did what, in sentences."""
    try:
        before = UUID(request.GET["na"]) if "na" in request.GET else None
    except ValueError as wrong:
        raise Http404 from wrong
    lines, following = lines_of(request.community, before)
    context = {"lines": lines, "following": following}
    return render_page(request, "communities/audit.html", context)
