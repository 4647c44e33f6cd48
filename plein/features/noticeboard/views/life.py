"""How a match went, what somebody is worried about, and who of the place takes it up."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.features.noticeboard import access, actions, life, occasions, rungs, telling_safety
from plein.features.noticeboard.forms.life import (
    ConcernForm,
    FollowUpForm,
    PlaceThanksForm,
    SettleForm,
)
from plein.features.noticeboard.views.calling import by_another
from plein.foundation.audit import record
from plein.foundation.communities.access import greeted_required
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.shared.notifications.channels import Way, way_to
from plein.shared.notifications.go_betweens import number_of
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
def follow_up(request: PleinRequest, key: str) -> HttpResponse:
    """From the message, without signing in: a page first, then one tap."""
    pk = life.read_key(key)
    found = access.follow_up(request.community, pk) if pk else None
    if found is None:
        return render_page(request, "noticeboard/follow_up_over.html", status=404)
    form = FollowUpForm(request.POST or None)
    if found.answer:
        return render_page(request, "noticeboard/follow_up_thanks.html", {"follow_up": found})
    if request.method == "POST" and form.is_valid():
        actions.answer_follow_up(found, form.cleaned_data["answer"], by=found.member)
        return render_page(request, "noticeboard/follow_up_thanks.html", {"follow_up": found})
    status = 422 if form.errors else 200
    context = {"form": form, "other": {"name": access.name_of_other(found)}}
    return render_page(request, "noticeboard/follow_up.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def follow_up_seen(request: MemberRequest, key: UUID) -> HttpResponse:
    """For a connector: whom to call, what to write down, and that it is done."""
    found = access.follow_up_of_place(request.member, request.community, key)
    response = found.match.response
    if others := access.only_picked(found.member, response, request.member):
        return by_another(request, response.post, others)
    form = FollowUpForm(request.POST if "answer" in request.POST else None)
    if request.method == "POST" and "seen" in request.POST:
        actions.follow_up_seen(found, by=request.member)
        messages.success(request, _("Noted. Thank you for calling."))
        return redirect("noticeboard:follow-up-seen", found.pk)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data["answer"]
        actions.answer_follow_up(found, said, by=found.member, noted_by=request.member)
        return redirect("noticeboard:follow-up-seen", found.pk)
    if request.method == "GET":
        record("noticeboard.number.seen", on=found.match.response.post, by=request.member)
    context = {"follow_up": found, "form": form, "phone": found.member.phone}
    status = 422 if form.errors else 200
    return render_page(request, "noticeboard/follow_up_seen.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def tell_concern(request: MemberRequest, code: str) -> HttpResponse:
    """One of the two tells that something happened, or that they are worried."""
    response = access.response_in(request.member, request.community, code)
    mine = response.post.author_id == request.member.pk
    for_client = bool(response.post.mandate) and not mine
    form = ConcernForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        told = actions.tell_concern(response, said["kind"], said["about"], by=request.member)
        moment = told.due_at and telling_safety.before(told.due_at, get_language() or "nl")
        context = {"worry": said["kind"], "for_client": for_client, "moment": moment}
        return render_page(request, "noticeboard/concern_told.html", context)
    status = 422 if form.errors else 200
    context = {"form": form, "talk": response.conversation, "for_client": for_client}
    return render_page(request, "noticeboard/concern_tell.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def concern(request: MemberRequest, key: UUID) -> HttpResponse:
    """For the two people by name: hear both, then settle it."""
    found = access.concern(request.member, request.community, key)
    form = SettleForm(request.POST if "outcome" in request.POST else None)
    if request.method == "POST" and "heard" in request.POST:
        other = request.POST["heard"] == "other"
        actions.hear_concern(found, other=other, by=request.member)
        return redirect("noticeboard:concern", found.pk)
    if request.method == "POST" and form.is_valid():
        try:
            actions.settle_concern(found, form.cleaned_data["outcome"], by=request.member)
        except actions.NotHeard:
            messages.error(request, _("Hear both of them first."))
        return redirect("noticeboard:concern", found.pk)
    if request.method == "GET":
        record("noticeboard.concern.seen", on=found, by=request.member)
    context = {
        "concern": found,
        "form": form,
        "people": [(found.by, "teller", found.heard_at),
                   (found.about_member, "other", found.other_heard_at)],
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render_page(request, "noticeboard/concern.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def farewell(request: MemberRequest, key: UUID) -> HttpResponse:
    """Whom to tell that an appointment is off because somebody is gone."""
    found = access.farewell(request.member, request.community, key)
    if others := access.only_picked(found.to, found.response, request.member):
        return by_another(request, found.response.post, others)
    if request.method == "POST":
        actions.farewell_told(found, by=request.member, again="again" in request.POST)
        messages.success(request, _("Thank you for telling it."))
        return redirect("noticeboard:farewell", found.pk)
    context = {"farewell": found, "number": number_of(found.to)}
    return render_page(request, "noticeboard/farewell.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def thank_helper(request: MemberRequest, key: UUID) -> HttpResponse:
    """One tap with words to adapt; or, for who likes to hear it from a person, whom to call."""
    match = access.match_to_thank(request.member, request.community, key)
    occasion, helper = occasions.occasion_of(match), rungs.helper_of(match.response)
    in_person = way_to(helper) == Way.PERSON
    words = occasions.usual_words(occasion, request.member) if occasion else ""
    form = PlaceThanksForm(request.POST or None, initial={"words": words})
    if occasion and request.method == "POST" and (in_person or form.is_valid()):
        said = "" if in_person else form.cleaned_data["words"]
        actions.thank_for_the_place(match, said, by=request.member)
        messages.success(request, _("You thanked %(name)s.") % {"name": helper.name})
        return redirect("noticeboard:thank-helper", key)
    number = number_of(helper)
    if in_person and number.phone and request.method == "GET":
        record("noticeboard.number.seen", on=match.response.post, by=request.member)
    context = {
        "to": helper,
        "number": number,
        "match": match,
        "in_person": in_person,
        "form": form,
    }
    if occasion:
        context["reason"] = occasions.in_words(occasion.why, helper.name, occasion.times)
    status = 422 if form.errors and not in_person else 200
    return render_page(request, "noticeboard/thank_helper.html", context, status=status)
