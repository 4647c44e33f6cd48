"""The steward's desk: whom to call, who wants to keep a page, what is off the map."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from plein.features.directory import access, actions, hours, queries, vital, wording
from plein.features.directory.forms.keeping import HideForm, RulesForm
from plein.features.directory.models import Entry
from plein.features.directory.views.pages import arranger, get_or_post, keeper, posted
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may
from plein.ui.render import render_page

A_PAGE = 50


@require_safe
@keeper
def desk(request: MemberRequest) -> HttpResponse:
    town = request.community.tree.town
    mine = set(access.stewarded(request.member, request.community).values_list("pk", flat=True))
    watched = [row for row in vital.watched(town.pk) if row.entry.pk in mine]
    context = {
        "watched": {
            "nobody": [row for row in watched if row.steward is None],
            "somebody": [row for row in watched if row.steward],
        },
        "desk": queries.desk_of(request.member, request.community),
        "counted": queries.counted(town),
        "arranges": may(request.member, access.ARRANGE, request.community),
    }
    return render_page(request, "directory/desk.html", context)


@require_safe
@keeper
def phone_list(request: MemberRequest) -> HttpResponse:
    """Vital ones first, then who was checked longest ago; a page of it fits on paper."""
    mine = access.stewarded(request.member, request.community)
    found = queries.due_today(queries.to_call(mine))
    start = _start(request)
    shown = list(found.complete().prefetch_related("remarks")[start : start + A_PAGE])
    more = found.count() - start - len(shown)
    context = {
        "rows": [_row(entry) for entry in shown],
        "more": max(more, 0),
        "more_url": f"?{urlencode({'vanaf': start + A_PAGE})}",
        "is_first": start == 0,
    }
    return render_page(request, "directory/phone_list.html", context)


def _start(request: MemberRequest) -> int:
    behind = request.GET.get("vanaf", "")
    return int(behind) if behind.isdecimal() and len(behind) < 6 else 0


def _row(entry: Entry) -> dict[str, Any]:
    places = list(entry.locations.all())
    return {
        "entry": entry,
        "trust_words": wording.trust_words(entry),
        "own_words": wording.own_words(entry),
        "hours": hours.said_week(places[0].hours) if places else "",
        "remarks": [each for each in entry.remarks.all() if each.handled_at is None],
        "came_back": getattr(entry, "came_back", False),
        "nobody_left": getattr(entry, "nobody_left", False),
    }


@get_or_post
@keeper
def call(request: MemberRequest, slug: str) -> HttpResponse:
    """What to ask on the phone, and what came of it: one tap each."""
    entry = access.kept_entry(request.member, request.community, slug)
    answer = request.POST.get("answer", "")
    hide_form = HideForm(request.POST if answer == "hide" else None)
    if answer == "right":
        as_steward = access.checks(request.member, entry)
        actions.confirm(entry, by=request.member, as_steward=as_steward)
        actions.handle_remarks(entry, by=request.member)
        messages.success(request, _("Thank you. Neighbours see that this was checked today."))
        return redirect("directory:phone-list")
    if answer == "nobody":
        actions.not_reached(entry, by=request.member)
        messages.info(request, _("It stands on the list again in 3 days."))
        return redirect("directory:phone-list")
    if answer == "hide" and hide_form.is_valid():
        actions.hide(entry, why=hide_form.cleaned_data["why"], by=request.member)
        actions.handle_remarks(entry, by=request.member)
        messages.success(request, _("It is off the map. You can always put it back."))
        return redirect("directory:phone-list")
    status = 422 if hide_form.errors else 200
    context = _row(entry) | {
        "facts": wording.facts(entry),
        "places": list(entry.locations.all()),
        "remarks": queries.open_remarks(entry),
        "contacts": list(entry.contacts.all()),
        "hide_form": hide_form,
    }
    return render_page(request, "directory/call.html", context, status=status)


@get_or_post
@keeper
def steward(request: MemberRequest, slug: str) -> HttpResponse:
    """Who looks after what people cannot do without: a tap for oneself, a name for the manager."""
    entry = access.kept_entry(request.member, request.community, slug)
    row = vital.one(entry)
    may_choose = may(request.member, access.ARRANGE, request.community)
    own = [each for each in row.could if each.pk == request.member.pk]
    asked = [*own, *(each for each in row.could if may_choose and each not in own)]
    if request.method == "POST":
        chosen = next((m for m in asked if str(m.pk) == request.POST.get("member")), None)
        if chosen and entry.vital:
            actions.appoint(entry, chosen, by=request.member)
            words = _("From now on %(name)s looks after it.") % {"name": chosen.name}
            messages.success(request, words)
        return redirect("directory:desk")
    context = {"entry": entry, "row": row, "asked": asked, "may_choose": may_choose}
    return render_page(request, "directory/steward.html", context)


@require_POST
@keeper
def show_again(request: MemberRequest, slug: str) -> HttpResponse:
    entry = access.kept_entry(request.member, request.community, slug)
    actions.show_again(entry, by=request.member)
    messages.success(request, _("It is on the map again."))
    return redirect(entry)


@require_POST
@keeper
def admit(request: MemberRequest, slug: str) -> HttpResponse:
    """By who decides here: the rules of the town say so."""
    entry = access.kept_entry(request.member, request.community, slug)
    if not access.lets_in(request.member, entry):
        raise PermissionDenied(_("Here the community manager decides who is let in."))
    actions.admit(entry, by=request.member)
    messages.success(request, _("It is on the map now."))
    return redirect(entry)


@require_POST
@keeper
def decide(request: MemberRequest, key: UUID) -> HttpResponse:
    claim = access.claim_to_decide(request.member, request.community, key)
    try:
        if request.POST.get("answer") == "yes":
            actions.grant(claim, by=request.member)
            messages.success(request, _("From now on this person keeps the page."))
        else:
            actions.refuse(claim, by=request.member)
            messages.info(request, _("We told this person that it is not possible."))
    except actions.ClaimIsOver:
        messages.info(request, _("This was decided already."))
    return redirect("directory:desk")


@get_or_post
@keeper
def letter(request: MemberRequest, key: UUID) -> HttpResponse:
    """The letter with a new code, to print and post. The code is shown this one time."""
    claim = access.claim_to_decide(request.member, request.community, key)
    entry = claim.entry
    address = next((p.address for p in entry.locations.all() if p.address), "")
    context = {"claim": claim, "entry": entry, "address": address}
    if request.method == "POST":
        try:
            context["code"] = actions.print_letter(claim, by=request.member)
        except actions.ClaimIsOver:
            messages.info(request, _("This was decided already."))
            return redirect("directory:desk")
    return render_page(request, "directory/letter_page.html", context)


@get_or_post
@arranger
def rules(request: MemberRequest) -> HttpResponse:
    town = request.community.tree.town
    known = queries.rules_of(town)
    initial = {"text": known.text, "decides": known.decides, "rhythm": known.rhythm}
    form = RulesForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.save_rules(town, by=request.member, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("directory:desk")
    status = 422 if form.errors else 200
    return render_page(request, "directory/rules.html", {"form": form}, status=status)
