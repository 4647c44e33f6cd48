"""Keeping the page of one's own organisation: every change is live at once."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import asdict
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from plein.features.directory import access, actions, placing, standing
from plein.features.directory.actions.writing import locked
from plein.features.directory.forms.entries import HelpForm, PlaceForm, SheetForm
from plein.features.directory.forms.keeping import ContactsForm
from plein.features.directory.models import Entry, Version
from plein.features.directory.models.photos import SEVERAL
from plein.features.directory.sheet import Help, Sheet, Spot, differences, sheet_of
from plein.features.directory.views.pages import get_or_post, posted
from plein.features.directory.wording_of_changes import compared, names_of
from plein.foundation.communities.access import member_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.organisations.actions import choose_reach
from plein.foundation.taxonomy.models import TargetGroup, Theme
from plein.ui.render import render_page


def _mine(request: MemberRequest, slug: str) -> Entry:
    return access.editable_entry(request.member, request.community, slug)


def _save(request: MemberRequest, entry: Entry, sheet: Sheet) -> HttpResponse:
    actions.write(entry, sheet, by=request.member)
    messages.success(request, _("Saved. Everybody sees it at once."))
    return redirect(entry)


@get_or_post
@member_required
def edit(request: MemberRequest, slug: str) -> HttpResponse:
    entry = _mine(request, slug)
    form = SheetForm(
        posted(request),
        sheet=sheet_of(entry),
        organisation=entry.organisation,
        themes=Theme.objects.in_town(entry.town_id).in_use(),
        groups=TargetGroup.objects.in_town(entry.town_id).in_use(),
        steward=access.keeps(request.member, entry),
    )
    if request.method == "POST" and form.is_valid():
        choose_reach(entry.organisation, form.cleaned_data.get("reach", ""), by=request.member)
        return _save(request, entry, form.said())
    status = 422 if form.errors else 200
    context = {"entry": entry, "form": form}
    return render_page(request, "directory/edit.html", context, status=status)


def saves_alone(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """What is looked up to be changed stays so until it is saved; looking at it holds up nobody."""

    @wraps(view)
    def alone(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic() if request.method == "POST" else nullcontext():
            return view(request, *args, **kwargs)

    return alone


def _row(request: MemberRequest, rows: Sequence[Spot | Help], number: int) -> int | None:
    """Which of these is meant; None when somebody changed it or took it away meanwhile."""
    if number > len(rows) and request.method != "POST":
        raise Http404
    found = standing.number_of(rows, number, request.POST.get("stood", ""))
    if found is None and not request.POST.get("stood"):
        raise Http404
    return found


def _moved_on(request: MemberRequest, entry: Entry) -> HttpResponse:
    messages.info(request, _("This was changed or taken away meanwhile. Look how it is now."))
    return redirect(entry)


def _as_it_is(request: MemberRequest, entry: Entry) -> Sheet:
    """What it says now; for who saves, nobody else writes in between."""
    return sheet_of(locked(entry) if request.method == "POST" else entry)


@get_or_post
@member_required
@saves_alone
def place(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """One location, by its number; one more than there are makes a new one."""
    entry = _mine(request, slug)
    sheet = _as_it_is(request, entry)
    spots = list(sheet.locations)
    found = _row(request, spots, number)
    if found is None:
        return _moved_on(request, entry)
    new = found == len(spots)
    spot = Spot(place=entry.organisation.community.tree.town.name) if new else spots[found]
    if request.method == "POST" and "away" in request.POST and not new:
        del spots[found]
        return _save(request, entry, sheet.changed(locations=tuple(spots)))
    form = PlaceForm(posted(request), spot=spot, wijken=placing.choices_of(request.community.tree))
    if request.method == "POST" and form.is_valid():
        spots[found : found + 1] = [placing.located(form.said())]
        return _save(request, entry, sheet.changed(locations=standing.once(spots)))
    status = 422 if form.errors else 200
    context = {"entry": entry, "form": form, "new": new, "stood": _stood(request, spot, new=new)}
    return render_page(request, "directory/place.html", context, status=status)


def _stood(request: MemberRequest, row: Spot | Help, *, new: bool) -> str:
    return request.POST.get("stood") or (standing.NEW if new else standing.mark(row))


@get_or_post
@member_required
@saves_alone
def help_offered(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """One service, by its number."""
    entry = _mine(request, slug)
    sheet = _as_it_is(request, entry)
    offered = list(sheet.services)
    found = _row(request, offered, number)
    if found is None:
        return _moved_on(request, entry)
    new = found == len(offered)
    if request.method == "POST" and "away" in request.POST and not new:
        del offered[found]
        return _save(request, entry, sheet.changed(services=tuple(offered)))
    row = Help("") if new else offered[found]
    themes = Theme.objects.in_town(entry.town_id).in_use()
    form = HelpForm(posted(request), themes=themes, initial=asdict(row))
    if request.method == "POST" and form.is_valid():
        offered[found : found + 1] = [form.said()]
        return _save(request, entry, sheet.changed(services=standing.once(offered)))
    status = 422 if form.errors else 200
    context = {"entry": entry, "form": form, "new": new, "stood": _stood(request, row, new=new)}
    return render_page(request, "directory/service.html", context, status=status)


@require_POST
@member_required
def confirm(request: MemberRequest, slug: str) -> HttpResponse:
    """One tap for who is signed in: I looked, and it is right."""
    entry = _mine(request, slug)
    actions.confirm(entry, by=request.member, as_steward=access.checks(request.member, entry))
    actions.handle_remarks(entry, by=request.member)
    messages.success(request, _("Thank you. Neighbours see that this was checked today."))
    return redirect(entry)


@get_or_post
@member_required
def contacts(request: MemberRequest, slug: str) -> HttpResponse:
    """Where we ask whether it is still right."""
    entry = _mine(request, slug)
    known = list(entry.contacts.filter(stopped_at=None))
    form = ContactsForm(posted(request), contacts=known)
    if request.method == "POST" and form.is_valid():
        actions.save_contacts(entry, form.wanted, by=request.member)
        messages.success(request, _("Saved."))
        return redirect(entry)
    status = 422 if form.errors else 200
    context = {"entry": entry, "form": form, "known": known}
    return render_page(request, "directory/contacts.html", context, status=status)


@require_safe
@member_required
def versions(request: MemberRequest, slug: str) -> HttpResponse:
    """What it said before, newest first, and what changed each time."""
    entry = _mine(request, slug)
    all_of_it = entry.versions.select_related("by", "picture").prefetch_related(*SEVERAL)
    kept = list(all_of_it[:41])
    rows = []
    for version, before in zip(kept[:40], [*kept[1:], None], strict=False):
        after = Sheet.of_json(version.sheet)
        changes = names_of(differences(Sheet.of_json(before.sheet), after)) if before else []
        if before and before.pictures != version.pictures:
            changes.append(_("Photos"))
        rows.append({"version": version, "changes": changes})
    context = {"entry": entry, "rows": rows}
    return render_page(request, "directory/versions.html", context)


@get_or_post
@member_required
def version(request: MemberRequest, slug: str, key: UUID) -> HttpResponse:
    """One version beside what it says now; a button puts it back."""
    entry = _mine(request, slug)
    found: Version = access.version_of(entry, key)
    if request.method == "POST":
        actions.restore(entry, found, by=request.member)
        messages.success(request, _("Put back. What it said until now is kept as well."))
        return redirect(entry)
    context = {
        "entry": entry,
        "version": found,
        "rows": compared(Sheet.of_json(found.sheet), sheet_of(entry)),
        "other_photos": found.pictures != entry.pictures,
    }
    return render_page(request, "directory/version.html", context)
