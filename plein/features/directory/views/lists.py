"""Lists in and out: trying one out, taking it over, taking it back; and the whole list home."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.core.files.storage import default_storage
from django.db.models import Count
from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from plein.features.directory.actions import lists as actions
from plein.features.directory.forms.lists import ColumnsForm, UploadForm
from plein.features.directory.lists.writing import csv_lines
from plein.features.directory.models import Export, ImportRow, ListImport
from plein.features.directory.views.pages import arranger, get_or_post, posted
from plein.foundation.audit import record
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

A_PAGE = 100
ORDER = ["wrong", "perhaps", "twice", "changed", "new", "same"]
State = ListImport.State


@get_or_post
@arranger
def imports(request: MemberRequest) -> HttpResponse:
    """All lists so far, and a new one."""
    town = request.community.tree.town
    form = UploadForm(posted(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        taken_in = actions.upload(
            town,
            file.read(),
            name=file.name,
            take_over=form.cleaned_data["take_over"],
            by=request.member,
        )
        return redirect("directory:import", taken_in.pk)
    known = ListImport.objects.filter(town=town).select_related("by")[:30]
    status = 422 if form.errors else 200
    context = {"form": form, "imports": known}
    return render_page(request, "directory/imports.html", context, status=status)


def _found(request: MemberRequest, key: UUID) -> ListImport:
    found = ListImport.objects.filter(town=request.community.town_id, pk=key)
    taken_in = found.select_related("town").first()
    if taken_in is None:
        raise Http404
    return taken_in


@get_or_post
@arranger
def import_page(request: MemberRequest, key: UUID) -> HttpResponse:
    """How far it is, what it would do row by row, and the buttons."""
    taken_in = _found(request, key)
    form = ColumnsForm(posted(request), taken_in=taken_in)
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose_columns(taken_in, form.columns, by=request.member)
        except actions.NotNow:
            messages.info(request, _("Somebody was faster than you. Look once more."))
        return redirect("directory:import", key)
    status = 422 if form.errors else 200
    context = _report(request, taken_in) | {"form": form}
    return render_page(request, "directory/import.html", context, part="progress", status=status)


def _report(request: MemberRequest, taken_in: ListImport) -> dict[str, Any]:
    rows = ImportRow.objects.filter(town=taken_in.town_id, taken_in=taken_in)
    counts = dict(rows.order_by().values_list("outcome").annotate(Count("pk")))
    outcome = request.GET.get("soort", "")
    shown = outcome if outcome in counts else next((o for o in ORDER if counts.get(o)), "")
    try:
        start = max(int(request.GET.get("vanaf", "0")), 0)
    except ValueError:
        start = 0
    part = list(rows.filter(outcome=shown)[start : start + A_PAGE + 1])
    labels = dict(ImportRow.Outcome.choices)
    return {
        "taken_in": taken_in,
        "kinds": [(o, labels[o], counts[o]) for o in ORDER if counts.get(o)],
        "shown": shown,
        "rows": part[:A_PAGE],
        "next": start + A_PAGE if len(part) > A_PAGE else 0,
        "busy": taken_in.is_busy,
        "goes_in": counts.get("new", 0) + counts.get("changed", 0),
        "choices": ImportRow.Choice.choices,
    }


@require_POST
@arranger
def choose(request: MemberRequest, key: UUID, row: UUID) -> HttpResponse:
    """Same, another one, or leave it out."""
    taken_in = _found(request, key)
    rows = ImportRow.objects.filter(town=taken_in.town_id, taken_in=taken_in, pk=row)
    found = rows.select_related("taken_in").first()
    choice = request.POST.get("choice", "")
    if found is None or choice not in ImportRow.Choice.values:
        raise Http404
    try:
        actions.choose(found, choice)
    except actions.NotNow:
        messages.info(request, _("Somebody was faster than you. Look once more."))
    return redirect(f"{request.path.rsplit('/rij/', 1)[0]}/?soort=perhaps")


@require_POST
@arranger
def take_over(request: MemberRequest, key: UUID) -> HttpResponse:
    taken_in = _found(request, key)
    begin = actions.begin_undoing if "undo" in request.POST else actions.begin_taking_over
    try:
        begin(taken_in, by=request.member)
    except actions.NotNow:
        messages.info(request, _("Somebody was faster than you. Look once more."))
    return redirect("directory:import", key)


@get_or_post
@arranger
def exports(request: MemberRequest) -> HttpResponse:
    """The list as csv at once, or as a workbook that is made for you."""
    town = request.community.tree.town
    if request.method == "POST":
        actions.ask_export(town, by=request.member)
        return redirect("directory:exports")
    mine = Export.objects.filter(town=town, by=request.member).order_by("-id")[:5]
    return render_page(request, "directory/exports.html", {"exports": mine})


@require_safe
@arranger
def export_csv(request: MemberRequest) -> HttpResponse:
    town = request.community.tree.town
    record("directory.export.asked", on=town, by=request.member)
    lines = csv_lines(actions.listed_rows(town, desk=True))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    day = f"{timezone.localdate():%Y-%m-%d}"
    response["Content-Disposition"] = f'attachment; filename="organisaties-{day}.csv"'
    return cast(HttpResponse, response)  # a stream answers like any other


@require_safe
@arranger
def export_xlsx(request: MemberRequest, key: UUID) -> HttpResponse:
    """Only for who asked for it."""
    mine = Export.objects.filter(town=request.community.town_id, by=request.member, pk=key)
    export = mine.exclude(path="").first()
    if export is None:
        raise Http404
    name = f"organisaties-{export.made_at:%Y-%m-%d}.xlsx"
    file = FileResponse(default_storage.open(export.path), as_attachment=True, filename=name)
    return cast(HttpResponse, file)
