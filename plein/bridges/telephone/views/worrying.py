"""'Er is iets gebeurd' or 'Ik maak me zorgen', said on the phone and written down at once."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.bridges.telephone import access, queries
from plein.bridges.telephone.forms import ToldForm
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard import promise
from plein.features.noticeboard import queries as board
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("day.see")
def tell(request: MemberRequest, key: UUID) -> HttpResponse:
    """In the name of who is on the phone; the people by name of that place call today."""
    row = access.row(request.member, request.community, key)
    [line] = queries.with_people([row], row.town_id)
    who = line.member or queries.member_with(line.phone, row.town_id)
    if who is None or who.pk == request.member.pk:
        raise Http404
    form = ToldForm(request.POST or None, of=who, talks=board.talks_of(who))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        noticeboard.tell_concern(
            form.chosen, said["kind"], said["about"], by=who, noted_by=request.member
        )
        messages.success(request, _("Noted. Somebody by name calls today."))
        return redirect("telephone:called", key)
    home = request.community.tree.all[who.home_id]
    context = {"line": line, "who": who, "form": form, "people": promise.safety_people(home)}
    status = 422 if form.errors else 200
    return render_page(request, "telephone/tell.html", context, status=status)
