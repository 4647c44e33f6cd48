"""Choosing interests, talents and groups; and the lists themselves for managers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.foundation.communities.access import member_required, right_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.taxonomy import access, actions, queries
from plein.foundation.taxonomy.actions.arranging import starting_keys
from plein.foundation.taxonomy.forms import ChooseForm, NameForm, NewEntryForm
from plein.foundation.taxonomy.models import MemberTheme, TargetGroup, Theme
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
manager = right_required("community.arrange")
PAGES = {"thema": "taxonomy:themes", "doelgroep": "taxonomy:target-groups"}


@get_or_post
@member_required
def interests(request: MemberRequest) -> HttpResponse:
    return _choose_themes(request, MemberTheme.Kind.INTEREST, _("What do you like?"))


@get_or_post
@member_required
def talents(request: MemberRequest) -> HttpResponse:
    return _choose_themes(request, MemberTheme.Kind.TALENT, _("What are you good at?"))


def _choose_themes(request: MemberRequest, kind: str, title: str) -> HttpResponse:
    now = queries.theme_keys(request.member, kind)
    form = _form(request, Theme, title, now)
    if form.is_bound and form.is_valid():
        themes = form.chosen_entries()
        actions.choose_themes(request.member, themes, kind=kind, by=request.member)
        return _saved(request)
    return _choose_page(request, form, title)


@get_or_post
@member_required
def groups(request: MemberRequest) -> HttpResponse:
    title = _("With whom do you like to do things?")
    form = _form(request, TargetGroup, title, queries.group_keys(request.member))
    if form.is_bound and form.is_valid():
        actions.choose_groups(request.member, form.chosen_entries(), by=request.member)
        return _saved(request)
    return _choose_page(request, form, title)


@require_GET
@manager
def entries(request: MemberRequest, which: str) -> HttpResponse:
    """One list, in its order, with what is hidden at its place."""
    model = access.arranged_list(request.member, request.community, which)
    title = _("Themes") if which == "thema" else _("Target groups")
    context = {
        "which": which,
        "title": title,
        "entries": model.objects.in_town(request.community.town_id),
    }
    return render_page(request, "taxonomy/entries.html", context)


@get_or_post
@manager
def add(request: MemberRequest, which: str) -> HttpResponse:
    model = access.arranged_list(request.member, request.community, which)
    form = NewEntryForm(_posted(request), like=starting_keys(model))
    if form.is_bound and form.is_valid():
        actions.add_entry(
            model, request.community.tree.town, by=request.member, **form.cleaned_data
        )
        return redirect(PAGES[which])
    title = _("Add a theme") if which == "thema" else _("Add a target group")
    return _entry_page(request, form, title, which)


@get_or_post
@manager
def change(request: MemberRequest, which: str, pk: UUID) -> HttpResponse:
    """Another name; or hidden, shown, up, down by one button."""
    entry = access.arranged_entry(request.member, request.community, which, pk)
    form = NameForm(_posted(request), initial={"name": entry.name})
    if form.is_bound and form.is_valid():
        actions.change_entry(entry, name=form.cleaned_data["name"], by=request.member)
        return redirect(PAGES[which])
    return _entry_page(request, form, entry.name, which)


@require_POST
@manager
def step(request: MemberRequest, which: str, pk: UUID) -> HttpResponse:
    """Hide, show, up or down."""
    entry = access.arranged_entry(request.member, request.community, which, pk)
    match request.POST.get("wat"):
        case "weg":
            actions.hide_entry(entry, by=request.member)
        case "terug":
            actions.show_entry(entry, by=request.member)
        case "omhoog":
            actions.move_entry(entry, -1, by=request.member)
        case "omlaag":
            actions.move_entry(entry, 1, by=request.member)
    return redirect(PAGES[which])


def _form(
    request: MemberRequest, model: type[Theme] | type[TargetGroup], label: str, now: list[str]
) -> ChooseForm:
    town = request.community.tree.town
    initial = {"chosen": now}
    return ChooseForm(
        _posted(request), model=model, town=town, label=label, keep=now, initial=initial
    )


def _choose_page(request: MemberRequest, form: ChooseForm, title: str) -> HttpResponse:
    status = 422 if form.errors else 200
    context = {"form": form, "title": title}
    return render_page(request, "taxonomy/choose.html", context, status=status)


def _entry_page(request: MemberRequest, form: NameForm, title: str, which: str) -> HttpResponse:
    context = {"form": form, "title": title, "back": PAGES[which]}
    status = 422 if form.errors else 200
    return render_page(request, "taxonomy/entry.html", context, status=status)


def _saved(request: MemberRequest) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("communities:profile")


def _posted(request: MemberRequest) -> Any:
    return request.POST if request.method == "POST" else None
