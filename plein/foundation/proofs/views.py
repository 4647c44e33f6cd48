"""What was seen of somebody: to note, to take back, to read about oneself, and what tasks ask."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.foundation.communities.access import member_required, neighbour, right_required
from plein.foundation.communities.models import Member
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.organisations.models import Organisation
from plein.foundation.proofs import access, actions, queries, wording
from plein.foundation.proofs.forms import NoteForm, RulesForm
from plein.foundation.proofs.models import Proof, Rung
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
MOST = 2000


@get_or_post
@member_required
def member(request: MemberRequest, pk: UUID) -> HttpResponse:
    """For hosts and connectors: what stands there of one neighbour, and one more."""
    person = access.person(request.member, request.community, pk)
    form = NoteForm(
        request.POST if request.method == "POST" else None,
        organisations=_organisations(request),
        place=request.community.walk_in.partition(":")[0].rstrip(". ")[:80],
        rules=queries.rules_of(request.community.tree.all[person.home_id]),
    )
    if form.is_bound and form.is_valid():
        actions.note(person, by=request.member, **form.cleaned_data)
        messages.success(request, _("Noted. %(name)s can see it too.") % {"name": person.name})
        return redirect("proofs:member", person.pk)
    context = {"person": person, "rows": _rows(person), "form": form}
    status = 422 if form.errors else 200
    return render_page(request, "proofs/member.html", context, status=status)


@require_POST
@member_required
def withdraw(request: MemberRequest, pk: UUID, proof: UUID) -> HttpResponse:
    person = access.person(request.member, request.community, pk)
    mine = Proof.objects.filter(town=person.town_id, member=person)
    actions.withdraw(get_object_or_404(mine, pk=proof), by=request.member)
    messages.success(request, _("Taken back. It does not count any more."))
    return redirect("proofs:member", person.pk)


@require_safe
@member_required
def mine(request: MemberRequest) -> HttpResponse:
    """What stands there of me, in the words that others read, and how I get more."""
    home = request.community.tree.all[request.member.home_id]
    have = queries.highest(request.member)
    ways = [
        (rung.label, wording.PICTOGRAMS[rung], wording.how_to_get(rung, home))
        for rung in (Rung.MET, Rung.KNOWN, Rung.VOG)
        if rung.height > have.height
    ]
    context = {"rows": _rows(request.member), "ways": ways}
    return render_page(request, "proofs/mine.html", context)


@require_safe
@member_required
def said(request: MemberRequest, pk: UUID) -> HttpResponse:
    """A piece of the page of a neighbour: the same words for everybody who was greeted."""
    person = neighbour(request.member, request.community, pk)
    context = {"person": person, "rows": _rows(person)}
    return render_page(request, "proofs/said.html", context, part="said")


@get_or_post
@right_required("community.arrange")
def rules(request: MemberRequest) -> HttpResponse:
    form = RulesForm(
        request.POST if request.method == "POST" else None,
        instance=queries.rules_of(request.community),
    )
    if form.is_bound and form.is_valid():
        actions.change_rules(request.community, form.cleaned_data, by=request.member)
        messages.success(request, _("Saved."))
        return redirect("communities:settings")
    status = 422 if form.errors else 200
    return render_page(request, "proofs/rules.html", {"form": form}, status=status)


def _rows(person: Member) -> list[tuple[Proof, str, str]]:
    """Each proof with its pictogram and its words."""
    found = queries.proofs_of(person)
    return [(one, wording.PICTOGRAMS[one.rung], wording.said(one)) for one in found]


def _organisations(request: MemberRequest) -> list[Organisation]:
    known = Organisation.objects.filter(town=request.community.town_id, hidden_at=None)
    return list(known.exclude(admitted_at=None).order_by("name", "pk")[:MOST])
