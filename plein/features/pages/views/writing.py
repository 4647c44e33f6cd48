"""For editors: writing, publishing, photos, earlier versions."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.features.pages import access, actions, queries, rendering
from plein.features.pages.forms.writing import PageForm, PublishForm
from plein.features.pages.models import Page
from plein.foundation.communities.access import member_required
from plein.foundation.communities.addresses import Address
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may, may_anywhere
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@member_required
def desk(request: MemberRequest) -> HttpResponse:
    """Drafts, planned pages, what came out, and first notes that wait."""
    member, community = request.member, request.community
    lets_in = may(member, "note.let-in", community)
    places = access.writable_places(member, community)
    if not places and not may_anywhere(member, "note.let-in"):
        raise Http404
    waiting = queries.waiting_notes(community) if lets_in else []
    context = {
        **queries.desk_of(member, places),
        "waiting": [note for note in waiting if note.author_id != member.pk],
        "writes": bool(places),
    }
    return render_page(request, "pages/desk.html", context)


@get_or_post
@member_required
def write(request: MemberRequest) -> HttpResponse:
    """A new page; saved, it is a draft."""
    places = access.writable_places(request.member, request.community)
    if not places:
        raise Http404
    form = PageForm(
        request.POST or None,
        places=places,
        themes=queries.themes(request.community.town_id),
        parents=queries.possible_parents(request.community),
    )
    if not form.is_bound:
        form.initial["written_by"] = request.member.name
        form.initial["kind"] = request.GET.get("soort", "")
    if request.method == "POST" and form.is_valid() and "voorbeeld" not in request.POST:
        page = actions.write(form.said(), community=form.chosen_place(), by=request.member)
        messages.success(request, _("Saved as a draft. Only editors can see it."))
        return redirect(page)
    return _form_page(request, form, None)


@get_or_post
@member_required
def edit(request: MemberRequest, address: Address) -> HttpResponse:
    page = access.editable_page(request.member, request.community, address.code)
    form = PageForm(
        request.POST or None,
        places=[page.community],
        themes=queries.themes(page.town_id),
        parents=queries.possible_parents(request.community),
        page=page,
    )
    if request.method == "POST" and form.is_valid() and "voorbeeld" not in request.POST:
        actions.save(page, form.said(), by=request.member)
        messages.success(request, _("Your changes have been saved."))
        return redirect(page)
    return _form_page(request, form, page)


def _form_page(request: MemberRequest, form: PageForm, page: Page | None) -> HttpResponse:
    """The form, with an example of how it will look when somebody asks for that."""
    preview: dict[str, Any] = {}
    if "voorbeeld" in request.POST and form.is_valid():
        said = form.said()
        parts = rendering.parts_of(said.body)
        preview = {"said": said, "parts": queries.parts_with_photos(page, parts)}
    context = {
        "form": form,
        "page": page,
        "preview": preview,
        "photos": queries.photos_of(page) if page else [],
    }
    status = 422 if form.errors else 200
    return render_page(request, "pages/write.html", context, status=status, part="preview")


@get_or_post
@member_required
def publish(request: MemberRequest, address: Address) -> HttpResponse:
    """Now, with one button; or planned for a day and an hour."""
    page = access.editable_page(request.member, request.community, address.code)
    later = "later" in request.POST
    form = PublishForm(request.POST if later else None)
    if request.method == "POST" and not later:
        actions.publish(page, by=request.member)
        messages.success(request, _("It stands on the site."))
        return redirect(page)
    if later and form.is_valid():
        actions.publish(page, at=form.moment(), by=request.member)
        messages.success(request, _("It comes on the site by itself, at the moment you chose."))
        return redirect(page)
    status = 422 if form.errors else 200
    return render_page(request, "pages/publish.html", {"page": page, "form": form}, status=status)


@require_POST
@member_required
def withdraw(request: MemberRequest, address: Address) -> HttpResponse:
    page = access.editable_page(request.member, request.community, address.code)
    actions.withdraw(page, by=request.member)
    messages.success(request, _("It is a draft again. Only editors can see it."))
    return redirect(page)


@require_safe
@member_required
def versions(request: MemberRequest, address: Address) -> HttpResponse:
    page = access.editable_page(request.member, request.community, address.code)
    rows = page.versions.select_related("made_by").order_by("-number")
    return render_page(request, "pages/versions.html", {"page": page, "versions": list(rows)})


@get_or_post
@member_required
def version(request: MemberRequest, address: Address, number: int) -> HttpResponse:
    """An earlier version, and the button that puts it back."""
    page = access.editable_page(request.member, request.community, address.code)
    found = access.version_of(page, number)
    if request.method == "POST":
        actions.put_back(page, found, by=request.member)
        messages.success(request, _("The earlier version is back."))
        return redirect(page)
    before = queries.before(page, found)
    context = {
        "page": page,
        "version": found,
        "said": found.said,
        "before": before,
        "parts": before.parts,
    }
    return render_page(request, "pages/version.html", context)
