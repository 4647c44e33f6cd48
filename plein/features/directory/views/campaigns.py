"""Doubles that become one, and rounds of invitations with their progress."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plein.features.directory import access
from plein.features.directory.actions import inviting, merging
from plein.features.directory.forms.keeping import CampaignForm
from plein.features.directory.forms.lists import MergeForm
from plein.features.directory.lists.doubles import pairs
from plein.features.directory.lists.trying import side_of
from plein.features.directory.models import Campaign, Entry, Invitation
from plein.features.directory.sheet import sheet_of
from plein.features.directory.views.pages import arranger, get_or_post, posted
from plein.foundation import jobs
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

MOST_PAIRS = 50


@require_safe
@arranger
def doubles(request: MemberRequest) -> HttpResponse:
    """Pairs that look like one organisation, certain ones first."""
    entries = Entry.objects.in_town(request.community.town_id).shown().complete().order_by("pk")
    known = {entry.pk: entry for entry in entries}
    found = pairs(side_of(key, sheet_of(entry)) for key, entry in known.items())
    rows = [(known[m.side.key], known[side.key], m.certain) for side, m in found[:MOST_PAIRS]]
    return render_page(request, "directory/doubles.html", {"rows": rows})


@get_or_post
@arranger
def merge(request: MemberRequest, one: UUID, other: UUID) -> HttpResponse:
    """Both on one screen; what you choose stays."""
    found = [access.entry_with(request.community, key) for key in (one, other)]
    kept, gone = found
    if kept is None or gone is None or kept.pk == gone.pk or gone.organisation.merged_into_id:
        raise Http404
    form = MergeForm(posted(request), one=sheet_of(kept), other=sheet_of(gone))
    if request.method == "POST" and form.is_valid():
        merging.merge(kept, gone, form.sheet(), by=request.member)
        messages.success(request, _("Two have become one."))
        return redirect(kept)
    status = 422 if form.errors else 200
    context = {"kept": kept, "gone": gone, "form": form}
    return render_page(request, "directory/merge.html", context, status=status)


@get_or_post
@arranger
def campaigns(request: MemberRequest) -> HttpResponse:
    town = request.community.tree.town
    waiting = inviting.to_invite(town)
    form_key = request.POST.get("form_key", "")
    usual = _(
        "Neighbours look for help and for something to do. On our map they find you. Please look "
        "whether your page is right. Do you want to keep it yourself? One tap is enough."
    )
    form = CampaignForm(posted(request), initial={"words": usual})
    if request.method == "POST" and form.is_valid():
        campaign_url = inviting.begin_round(
            town, form_key=form_key, by=request.member, **form.cleaned_data
        )
        return redirect(campaign_url or "directory:campaigns")
    status = 422 if form.errors else 200
    context = {
        "form": form,
        "form_key": form_key or jobs.new_form_key(),
        "waiting": waiting.count(),
        "campaigns": Campaign.objects.filter(town=town)[:30],
    }
    return render_page(request, "directory/campaigns.html", context, status=status)


@require_safe
@arranger
def campaign(request: MemberRequest, key: UUID) -> HttpResponse:
    """Per organisation: invited, opened, kept, complete."""
    found = Campaign.objects.filter(town=request.community.town_id, pk=key).first()
    if found is None:
        raise Http404
    invitations = found.invitations.select_related("entry__organisation").prefetch_related(
        "entry__locations", "entry__themes"
    )
    rows = [_progress(invitation) for invitation in invitations.order_by("id")]
    counts = {
        name: sum(bool(row[name]) for row in rows) for name in ("opened", "claimed", "complete")
    }
    context = {"campaign": found, "rows": rows, "counts": counts | {"invited": len(rows)}}
    return render_page(request, "directory/campaign.html", context)


def _progress(invitation: Invitation) -> dict[str, Any]:
    return {
        "entry": invitation.entry,
        "invited": invitation.sent_at,
        "opened": invitation.opened_at,
        "claimed": invitation.claimed_at,
        "complete": invitation.entry.is_complete,
    }
