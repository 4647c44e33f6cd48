"""Balie: from a question to a printed list, by keyboard."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.bridges.overviews import actions
from plein.bridges.overviews.forms import SendForm
from plein.bridges.overviews.looking import look, taken_along
from plein.foundation import jobs
from plein.foundation.care.access import may_refer
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may_within, places_within
from plein.ui.render import render_page


@require_safe
@right_required("directory.desk", may_within)
def search(request: MemberRequest) -> HttpResponse:
    """One line to search by. What was put in the basket stays in it: it is part of the form."""
    mine = places_within(request.member, "directory.desk", request.community.tree.town)
    looked = look(request.community, request.GET, request.GET.getlist("ding"), notes=mine)
    context = vars(looked) | {"gives": _gives(request)}
    return render_page(request, "overviews/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("directory.desk", may_within)
def basket(request: MemberRequest) -> HttpResponse:
    """To print, to read out, or to send to whoever asked."""
    keys = (request.POST or request.GET).getlist("ding")
    results = taken_along(request.community, keys)
    form = SendForm(request.POST or None)
    if request.method == "POST" and results and form.is_valid():
        try:
            actions.send_basket(
                form.cleaned_data["to"],
                results,
                community=request.community,
                by=request.member,
                key=request.POST.get("form_key", ""),
            )
        except actions.TooManySent:
            form.add_error("to", _("From here very much was sent today. Print it this time."))
        else:
            messages.success(request, _("The list is on its way."))
            query = urlencode({"ding": [str(each.row.pk) for each in results]}, doseq=True)
            return HttpResponseRedirect(f"{reverse('overviews:basket')}?{query}")
    context = {
        "results": results,
        "form": form,
        "form_key": jobs.new_form_key(),
        "gives": _gives(request),
    }
    status = 422 if form.errors else 200
    return render_page(request, "overviews/basket.html", context, status=status)


def _gives(request: MemberRequest) -> bool:
    """Whether this one may give slips, so that nobody sees a button that refuses them."""
    return "directory" in request.community.modules and may_refer(request.member, request.community)
