"""Reporting something, and the list of reports."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.foundation.accounts.limits import TooOften
from plein.foundation.audit.actions import record
from plein.foundation.communities.access import member_required, right_required
from plein.foundation.communities.models import Community
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may_within
from plein.shared.moderation import access, actions, queries
from plein.shared.moderation.forms import ReportForm
from plein.shared.moderation.models import Report, ReportQuerySet
from plein.shared.moderation.registry import kind_name, may_open
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def report(request: MemberRequest, kind: str, key: UUID) -> HttpResponse:
    found = access.thing_to_report(request.member, request.community, kind, key)
    form = ReportForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.report(found, by=request.member, **form.cleaned_data)
            return render_page(request, "moderation/thanks.html", {"back_url": found.url})
        except TooOften:
            form.add_error(None, _call_us(request.community))
            status = 429
    elif form.errors:
        status = 422
    context = {"form": form, "label": found.label, "back_url": found.url}
    return render_page(request, "moderation/report.html", context, status=status)


def _call_us(community: Community) -> str:
    """Why a report does not come in, and what to do instead: nobody is left without a way."""
    if not community.phone:
        return _(
            "You reported a lot today, so this one does not come in. Try it again tomorrow. "
            "Is there danger now? Call 112."
        )
    return _(
        "You reported a lot today, so this one does not come in. Call us and tell us: %(phone)s. "
        "Is there danger now? Call 112."
    ) % {"phone": community.phone}


@require_safe
@right_required("report.see", may_within)
def reports(request: MemberRequest) -> HttpResponse:
    """Who reported what, and why. What it is about stays closed; each look is recorded."""
    found = access.reports_for(request.member, request.community)
    done = request.GET.get("toon") == "klaar"
    after, named = _asked(request, "na", found), _asked(request, "melding", found)
    page_of = queries.page_of_done if done else queries.page_of_open
    shown, last = page_of(found, after)
    if named:
        shown = [named, *(one for one in shown if one != named)]
    with transaction.atomic():
        for one in shown:
            record("moderation.report.looked_at", on=one, by=request.member)
    rows = [
        {"report": one, "kind": kind_name(one.kind), "opens": may_open(one.kind)} for one in shown
    ]
    context = {"rows": rows, "done": done, "last": last}
    return render_page(request, "moderation/reports.html", context)


def _asked(request: MemberRequest, name: str, found: ReportQuerySet) -> Report | None:
    """The report that the address names, when this member may read it."""
    if name not in request.GET:
        return None
    try:
        key = UUID(request.GET[name])
    except ValueError as wrong:
        raise Http404 from wrong
    return found.filter(pk=key).select_related("by", "community", "handled_by").first()


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
