"""Reporting something, and the list of reports."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.foundation.audit.actions import record
from plein.foundation.communities.access import member_required, right_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may_within
from plein.shared.moderation import access, actions
from plein.shared.moderation.forms import ReportForm
from plein.shared.moderation.registry import kind_name, may_open
from plein.ui.render import render_page

A_PAGE = 40


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def report(request: MemberRequest, kind: str, key: UUID) -> HttpResponse:
    found = access.thing_to_report(request.member, request.community, kind, key)
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.report(found, by=request.member, **form.cleaned_data)
        return render_page(request, "moderation/thanks.html", {"back_url": found.url})
    context = {"form": form, "label": found.label, "back_url": found.url}
    status = 422 if form.errors else 200
    return render_page(request, "moderation/report.html", context, status=status)


@require_safe
@right_required("report.see", may_within)
def reports(request: MemberRequest) -> HttpResponse:
    """Who reported what, and why. What it is about stays closed; each look is recorded."""
    found = access.reports_for(request.member, request.community)
    done = request.GET.get("toon") == "klaar"
    found = found.exclude(handled_at=None).order_by("-id") if done else found.open().order_by("id")
    shown = list(found.select_related("by", "community", "handled_by")[:A_PAGE])
    with transaction.atomic():
        for one in shown:
            record("moderation.report.looked_at", on=one, by=request.member)
    rows = [
        {"report": one, "kind": kind_name(one.kind), "opens": may_open(one.kind)} for one in shown
    ]
    return render_page(request, "moderation/reports.html", {"rows": rows, "done": done})


@require_safe
@right_required("report.see", may_within)
def look(request: MemberRequest, key: UUID) -> HttpResponse:
    """To the thing itself. Looked up here and not in the list: one question, of who wants it."""
    report = access.report_to_handle(request.member, request.community, key)
    url = access.place_of(report, request.member, request.community)
    if not url:
        messages.info(request, _("This does not stand here any more."))
    return redirect(url or "moderation:reports")


@require_POST
@right_required("report.see", may_within)
def handle(request: MemberRequest, key: UUID) -> HttpResponse:
    report = access.report_to_handle(request.member, request.community, key)
    actions.handle(report, by=request.member)
    messages.success(request, _("Done. This report is off the list."))
    return redirect("moderation:reports")
