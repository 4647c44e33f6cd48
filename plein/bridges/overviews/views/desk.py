"""Balie: from a question to a printed list, by keyboard."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.bridges.overviews import access, actions, desk, queries
from plein.bridges.overviews.forms import MailForm
from plein.bridges.overviews.houses import EVERYTHING
from plein.bridges.overviews.lists import lists_for
from plein.bridges.overviews.reading import read
from plein.foundation import jobs
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

MOST_SHOWN = 30


@require_safe
@right_required("directory.desk")
def search(request: MemberRequest) -> HttpResponse:
    """One line to search by. What was put in the basket stays in it: it is part of the form."""
    community = request.community
    lists = lists_for(community, EVERYTHING)
    filters = read(request.GET, lists)
    chosen = access.basket(community, request.GET.getlist("ding"))
    rows, meant = [], ""
    if filters.asked or filters.any:
        eyes = queries.eyes_of(None, community)
        found = queries.find(eyes, EVERYTHING, queries.only_public(filters))
        rows = queries.rows_of(community.town_id, queries.once(found.hits)[:MOST_SHOWN])
        meant = "" if rows else queries.meant(found)
    keys = {str(row.pk) for row in chosen}
    shown = {row.pk for row in rows}
    context = {
        "filters": filters,
        "lists": lists,
        "results": desk.results(rows, timezone.now(), keys),
        "carried": [row for row in chosen if row.pk not in shown],
        "chosen": chosen,
        "meant": meant,
    }
    return render_page(request, "overviews/desk.html", context, part="results")


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("directory.desk")
def basket(request: MemberRequest) -> HttpResponse:
    """To print, to read out, or to mail to whoever asked."""
    keys = (request.POST or request.GET).getlist("ding")
    rows = access.basket(request.community, keys)
    now = timezone.now()
    results = [desk.result(row, now, notes=False) for row in rows]
    form = MailForm(request.POST or None)
    if request.method == "POST" and results and form.is_valid():
        try:
            actions.mail_basket(
                form.cleaned_data["to"],
                results,
                community=request.community,
                by=request.member,
                key=request.POST.get("form_key", ""),
            )
        except actions.TooManyMails:
            form.add_error(None, _("This desk sent very many mails today. Print it this time."))
        else:
            messages.success(request, _("The list is on its way."))
            query = urlencode({"ding": [str(row.pk) for row in rows]}, doseq=True)
            return HttpResponseRedirect(f"{reverse('overviews:basket')}?{query}")
    context = {"results": results, "form": form, "form_key": jobs.new_form_key()}
    status = 422 if form.errors else 200
    return render_page(request, "overviews/basket.html", context, status=status)
