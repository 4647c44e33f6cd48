"""One post: reading it (or its teaser), changing, renewing, closing it, its photo."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.features.noticeboard import (
    access,
    actions,
    queries,
    rungs,
    shy,
    visits,
    voices_waiting,
    wording,
)
from plein.features.noticeboard.forms.answering import CloseForm
from plein.features.noticeboard.forms.asking import ShyForm
from plein.features.noticeboard.forms.editing import Choices, EditForm
from plein.features.noticeboard.models import Post, Response
from plein.features.noticeboard.views.answering import missing_context
from plein.features.noticeboard.wanting import wanted
from plein.foundation.communities.access import member_required
from plein.foundation.communities.addresses import Address
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.foundation.media.forms import PhotoForm
from plein.foundation.media.refusals import Refused
from plein.lib.week import said_exactly, said_roughly
from plein.lib.writing.hints import HINTS
from plein.ui.render import render_page, wants_part


@require_safe
def post(request: PleinRequest, address: Address) -> HttpResponse:
    found = access.visible_post(request.member, request.community, address.code)
    if found.address != str(address):
        return redirect(found, permanent=True)
    response = queries.my_response(found, request.member)
    if not access.may_read(found, request.member):
        context = {"teaser": wording.teaser(found), "is_open": found.is_open, "waits": response}
        return render_page(request, "noticeboard/post_teaser.html", context)
    mine = request.member is not None and found.author_id == request.member.pk
    if not found.is_open and not (mine or response or access.may_change(found, request.member)):
        return render_page(
            request, "noticeboard/post_closed.html", {"teaser": wording.teaser(found)}
        )
    return render_page(request, "noticeboard/post.html", _context(found, request, mine, response))


def _context(found: Post, request: PleinRequest, mine: bool, response: object) -> dict[str, object]:
    member = request.member
    when = said_exactly(found.when_bits) if member and member.is_greeted else ""
    if when == said_roughly(found.when_bits):
        when = ""
    return {
        "post": found,
        "mine": mine,
        "may_close": access.may_change(found, member),
        "may_call": found.is_ask and access.may_call(found, member),
        "response": response,
        "strip": found.theme.said(found.kind),
        "about_money": visits.about_money(found),
        "facts": wording.facts(found),
        "when": when,
        **(_answers(found, cast(Member, member)) if mine else {}),
        "groups": [row.group for row in found.groups.select_related("group")],
        "asked": rungs.asked_in_words(found),
        "waits_for_yes": bool(found.hidden_at) and voices_waiting.waits(found),
    } | (missing_context(found, member) if isinstance(response, Response) and member else {})


def _answers(found: Post, member: Member) -> dict[str, object]:
    answers = queries.answers_to(found, member)
    ended = (Response.State.CHOSEN, Response.State.DONE)
    to_choose = found.is_open and any(
        each.conversation_id and each.state not in ended for each in answers
    )
    return {"answers": answers, "seen": queries.stamp_of(answers), "to_choose": to_choose}


@require_safe
@member_required
def answers(request: MemberRequest, address: Address) -> HttpResponse:
    """Who answered, for a page of one's own that stays open; 204 while `gezien` is how it is."""
    found = access.own_post(request.member, request.community, address.code)
    if not wants_part(request):
        return redirect(found)
    context = _answers(found, request.member)
    if context["seen"] == request.GET.get("gezien"):
        return HttpResponse(status=204)
    return render(request, "noticeboard/_answers.html", {"post": found} | context)


@require_safe
@member_required
def published(request: MemberRequest, address: Address) -> HttpResponse:
    """'What happens now', and the photo that may be added."""
    found = access.own_post(request.member, request.community, address.code)
    return render_page(request, "noticeboard/published.html", {"post": found, "form": PhotoForm()})


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def photo(request: MemberRequest, address: Address) -> HttpResponse:
    found = access.own_post(request.member, request.community, address.code)
    form = PhotoForm(request.POST or None, request.FILES or None, shown=found.picture)
    if request.method == "POST" and form.is_valid():
        file, alt = form.cleaned_data["photo"], form.cleaned_data["alt"]
        try:
            if file:
                actions.add_picture(found, file, alt=alt, by=request.member)
            else:
                actions.describe_picture(found, alt, by=request.member)
        except Refused as refusal:
            form.add_error("photo", str(refusal.sentence))
        except (actions.TellsTheClient, actions.NamesSomebody):
            form.add_error("alt", str(HINTS["name"]))
        else:
            messages.success(request, _("Your photo is on the board."))
            return redirect(found)
    context = {"post": found, "form": form, "question": form.question}
    status = 422 if request.method == "POST" else 200
    return render_page(request, "noticeboard/photo.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def edit(request: MemberRequest, address: Address) -> HttpResponse:
    found = access.own_post(request.member, request.community, address.code)
    choices = _choices(found, request.community.tree.all[found.community_id])
    form = EditForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        try:
            said = wanted(choices, choices.answers | form.answers())
            if said:
                sure = form.cleaned_data.get("sure", False)
                actions.edit(found, said, by=request.member, sure=sure)
                messages.success(request, _("Your changes have been saved."))
            return redirect(access.own_post(request.member, request.community, address.code))
        except actions.TellsTheClient as telling:
            form.add_error(None, telling.hints)
        except actions.NamesSomebody as naming:
            form.ask_whether_sure(naming.names)
        except actions.PostIsClosed:
            form.add_error(None, _("This is closed. Put it back on the board first."))
    status = 422 if request.method == "POST" else 200
    return render_page(
        request, "noticeboard/edit.html", {"post": found, "form": form}, status=status
    )


def _choices(found: Post, place: Community) -> Choices:
    answers = {
        "theme": found.theme.key,
        "title": found.title,
        "text": found.text,
        "when_bits": found.when_bits,
        "again": found.again,
        "task_class": found.task_class,
        "audience": found.audience,
        "reach": found.reach,
        "groups": [row.group.key for row in found.groups.select_related("group")],
    }
    themes, groups = queries.themes(found.town_id), queries.target_groups(found.town_id)
    if found.theme not in themes:
        themes = [*themes, found.theme]
    return Choices(kind=found.kind, themes=themes, groups=groups, answers=answers, place=place)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def known_to(request: MemberRequest, address: Address) -> HttpResponse:
    """The asker picks again who may know who asks."""
    found = access.own_post(request.member, request.community, address.code)
    if not found.may_be_shy:
        raise Http404
    place = request.community.tree.all[found.community_id]
    choices = Choices(
        kind=found.kind,
        answers={"known_to": found.known_to, "age": found.age},
        knowers=[*shy.choices(request.member, place), found.known_to],
        ages=shy.ages(place),
    )
    form = ShyForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose_who_knows(found, **form.answers(), by=request.member)
        except actions.PostIsClosed:
            form.add_error(None, _("This is closed. Put it back on the board first."))
        else:
            messages.success(request, _("Your changes have been saved."))
            return redirect(found)
    context = {"post": found, "form": form, "place": shy.place_for(place)}
    status = 422 if request.method == "POST" else 200
    return render_page(request, "noticeboard/known_to.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def close(request: MemberRequest, address: Address) -> HttpResponse:
    found = access.closable_post(request.member, request.community, address.code)
    mine = found.author_id == request.member.pk
    form = CloseForm(request.POST or None)
    if request.method == "POST" and (not mine or form.is_valid()):
        reason = form.cleaned_data["reason"] if mine else Post.Closing.ARRANGED
        actions.close(found, reason, by=request.member)
        messages.success(request, _("It is off the board."))
        return redirect("noticeboard:mine") if mine else redirect(found)
    context = {"post": found, "form": form if mine else None, "mine": mine}
    status = 422 if request.method == "POST" else 200
    return render_page(request, "noticeboard/close.html", context, status=status)


@require_POST
@member_required
def renew(request: MemberRequest, address: Address) -> HttpResponse:
    """One tap: open again, or open for longer."""
    found = access.own_post(request.member, request.community, address.code)
    actions.renew(found, by=request.member)
    messages.success(request, _("It is on the board again."))
    return redirect(found)
