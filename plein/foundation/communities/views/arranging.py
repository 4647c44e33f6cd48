"""Settings of a place, for its managers."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.foundation.communities.access import right_required
from plein.foundation.communities.actions import arranging as actions
from plein.foundation.communities.audit_lines import lines_of
from plein.foundation.communities.colours import USUAL
from plein.foundation.communities.forms import arranging as forms_here
from plein.foundation.communities.models import Community
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.sizes import MODULES
from plein.foundation.communities.tree import Tree
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
manager = right_required("community.arrange")
FIRST = ("name", "size", "intro", "phone", "phone_hours", "walk_in", "posting")


@get_or_post
@manager
def settings(request: MemberRequest) -> HttpResponse:
    """The first page: at most ten choices, each with a default and one sentence."""
    here = request.community
    initial: dict[str, Any] = {name: getattr(here, name) for name in FIRST}
    initial |= {"formal": "1" if here.formal else "", "public_tasks_open": here.public_tasks_open}
    form = forms_here.FirstPageForm(_posted(request), initial=initial)
    if form.is_bound and form.is_valid():
        actions.arrange(here, by=request.member, **form.cleaned_data)
        return _saved(request, "communities:settings")
    context = {"form": form}
    return _page(request, "communities/settings.html", context, form)


@require_GET
@manager
def more(request: MemberRequest) -> HttpResponse:
    """Everything else, each on its own page."""
    return render_page(request, "communities/settings_more.html")


@get_or_post
@manager
def colours(request: MemberRequest) -> HttpResponse:
    """Six colours; what cannot be read is refused with a reason."""
    if request.method == "POST" and "gewoon" in request.POST:
        actions.arrange(request.community, by=request.member, colours=[])
        return _saved(request)
    now = request.community.colours or USUAL
    initial = {f"colour_{number}": colour for number, colour in enumerate(now, start=1)}
    form = forms_here.ColourForm(_posted(request), initial=initial)
    if form.is_bound and form.is_valid():
        actions.arrange(request.community, by=request.member, colours=form.chosen())
        return _saved(request)
    return _form_page(request, form, _("Colours of the houses"), also=_("The usual colours"))


@get_or_post
@manager
def house_style(request: MemberRequest) -> HttpResponse:
    """A theme file of NL Design System; what cannot be read is refused with a reason."""
    if request.method == "POST" and "gewoon" in request.POST:
        actions.arrange(request.community, by=request.member, tokens={})
        return _saved(request)
    form = forms_here.ThemeForm(_posted(request), request.FILES or None)
    if form.is_bound and form.is_valid():
        actions.arrange(request.community, by=request.member, tokens=form.tokens)
        number = len(form.tokens)
        messages.success(request, _("%(number)d values were taken over.") % {"number": number})
        return redirect("communities:house-style")
    also = _("The usual style") if request.community.tokens else ""
    return _form_page(request, form, _("Own house style"), also=also)


@get_or_post
@manager
def logo(request: MemberRequest) -> HttpResponse:
    if request.method == "POST" and "gewoon" in request.POST:
        actions.change_logo(request.community, None, by=request.member)
        return _saved(request)
    form = forms_here.LogoForm(_posted(request), request.FILES or None)
    if form.is_bound and form.is_valid():
        actions.change_logo(request.community, form.cleaned_data["logo"], by=request.member)
        return _saved(request)
    also = _("No logo") if request.community.logo_id else ""
    return _form_page(request, form, _("Logo"), also=also)


@get_or_post
@manager
def modules(request: MemberRequest) -> HttpResponse:
    initial = {"modules": sorted(request.community.modules)}
    form = forms_here.ModulesForm(_posted(request), initial=initial)
    if form.is_bound and form.is_valid():
        chosen = set(form.cleaned_data["modules"])
        wanted = {module.key: module.key in chosen for module in MODULES}
        actions.switch_modules(request.community, wanted, by=request.member)
        return _saved(request)
    return _form_page(request, form, _("Blocks"))


@get_or_post
@manager
def host(request: MemberRequest) -> HttpResponse:
    here = request.community
    initial = {"host": here.host}
    form = forms_here.HostForm(_posted(request), community=here, initial=initial)
    if form.is_bound and form.is_valid():
        # The page would vanish under the manager's feet: the new host has its own cookies.
        actions.arrange(here, by=request.member, host=form.cleaned_data["host"])
        return render_page(request, "communities/new_host.html", form.cleaned_data)
    return _form_page(request, form, _("Own address on the web"))


@get_or_post
@manager
def reach(request: MemberRequest) -> HttpResponse:
    here = request.community
    initial = {"takes_up": here.takes_up, "takes_down": here.takes_down}
    form = forms_here.ReachForm(_posted(request), initial=initial)
    if form.is_bound and form.is_valid():
        actions.arrange(here, by=request.member, **form.cleaned_data)
        return _saved(request)
    return _form_page(request, form, _("What comes in from elsewhere"))


@get_or_post
@manager
def least_age(request: MemberRequest) -> HttpResponse:
    """One age for the whole town: people join the town, not a part of it."""
    here = request.community
    if here.pk != here.town_id:
        raise Http404
    form = forms_here.AgeForm(_posted(request), initial={"least_age": here.least_age})
    if form.is_bound and form.is_valid():
        actions.arrange(here, by=request.member, **form.cleaned_data)
        return _saved(request)
    return _form_page(request, form, _("Least age"))


@require_GET
@manager
def parts(request: MemberRequest) -> HttpResponse:
    """The tree under this place."""
    tree = request.community.tree
    below = tree.below(request.community) - {request.community.pk}
    found = [tree.all[key] for key in below]
    found.sort(key=lambda part: _line(tree, part))
    rows = [(c, tree.all[c.parent_id]) for c in found if c.parent_id]
    return render_page(request, "communities/parts.html", {"rows": rows})


def _line(tree: Tree, part: Community) -> list[str]:
    """Names from the top down: each wijk has its buurten under it."""
    names = [part.name]
    while part.parent_id:
        part = tree.all[part.parent_id]
        names.insert(0, part.name)
    return names


@get_or_post
@manager
def add_part(request: MemberRequest) -> HttpResponse:
    form = forms_here.PartForm(_posted(request), tree=request.community.tree)
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        parent = form.chosen_parent()
        try:
            actions.add_part(parent, name=data["name"], kind=data["kind"], by=request.member)
            return _saved(request, "communities:parts")
        except actions.MayNotArrange:
            form.add_error("parent", _("That place is arranged by others."))
    return _form_page(request, form, _("Add a part"), back="communities:parts")


@get_or_post
@manager
def part(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Another name, or another place in the tree."""
    found = _part(request, pk)
    tree = request.community.tree
    form = forms_here.PartForm(
        _posted(request), tree=tree, part=found, initial={"name": found.name}
    )
    if form.is_bound and form.is_valid():
        parent = form.chosen_parent()
        try:
            name = form.cleaned_data["name"]
            actions.change_part(found, name=name, parent=parent, by=request.member)
            return _saved(request, "communities:parts")
        except (actions.MayNotArrange, actions.WouldHangInItself):
            form.add_error("parent", _("That place is arranged by others."))
    return _form_page(request, form, found.name, back="communities:parts")


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


def _part(request: MemberRequest, pk: UUID) -> Community:
    tree = request.community.tree
    if pk not in tree.below(request.community) - {request.community.pk}:
        raise Http404
    return tree.all[pk]


def _posted(request: MemberRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _saved(request: MemberRequest, page: str = "communities:settings-more") -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect(page)


def _form_page(
    request: MemberRequest,
    form: forms.Form,
    title: str,
    *,
    also: str = "",
    back: str = "communities:settings-more",
) -> HttpResponse:
    context = {"form": form, "title": title, "also": also, "back": back}
    return _page(request, "communities/settings_form.html", context, form)


def _page(
    request: MemberRequest, template: str, context: dict[str, Any], form: forms.Form
) -> HttpResponse:
    return render_page(request, template, context, status=422 if form.errors else 200)
