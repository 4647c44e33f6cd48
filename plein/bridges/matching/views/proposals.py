"""Offers nobody took up, beside things that could use them. A connector decides (HELP-11)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from plein.bridges.matching import access, said
from plein.bridges.matching.actions import proposing
from plein.bridges.matching.queries import proposed
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may, may_within
from plein.ui.render import render_page


@require_safe
@right_required("match.arrange", may_within)
def proposals(request: MemberRequest) -> HttpResponse:
    rows = proposed.open_in(request.member, request.community)
    context = {
        "rows": [(row, said.of_an_offer(row.reasons)) for row in rows],
        "of_all": may(request.member, "match.arrange", request.community),
    }
    return render_page(request, "matching/proposals.html", context)


@require_POST
@right_required("match.arrange", may_within)
def decide(request: MemberRequest, pk: UUID) -> HttpResponse:
    """'Stuur dit' tells who offered it; 'Nu niet' tells nobody."""
    proposal = access.proposal_in(request.member, request.community, pk)
    if request.POST.get("wat") == "stuur":
        name = proposal.offer.author.name
        if proposing.send(proposal, by=request.member):
            messages.success(request, _("We tell it %(name)s.") % {"name": name})
        else:
            messages.info(request, _("This does not go any more. Nobody was told."))
    else:
        proposing.pass_on(proposal, by=request.member)
        messages.success(request, _("Passed. Nobody was told."))
    return redirect("matching:proposals")
