"""My talks, and one talk."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from plein.foundation import jobs
from plein.foundation.communities.access import member_required
from plein.foundation.communities.actions import block as block_member
from plein.foundation.communities.actions import unblock as unblock_member
from plein.foundation.communities.requests import MemberRequest
from plein.shared.conversations import access, actions, queries
from plein.shared.conversations.bubbles import bubbles, names_of_others, shown_name
from plein.shared.conversations.forms import MessageForm
from plein.shared.conversations.keeping_away import kept_away
from plein.shared.conversations.models import Conversation
from plein.shared.notifications.actions import see as see_notifications
from plein.ui.render import render_page

SHOWN_AT_ONCE = 200


@require_safe
@member_required
def mine(request: MemberRequest) -> HttpResponse:
    """The newest first; `voor` is the key of the last one of the page before."""
    rows, before = queries.talk_rows(request.member, before=request.GET.get("voor", ""))
    context = {"rows": rows, "more_url": f"?voor={before}" if before else ""}
    return render_page(request, "conversations/mine.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def talk(request: MemberRequest, code: str) -> HttpResponse:
    conversation = access.my_talk(request.member, request.community, code)
    if request.method != "POST":
        return _talk_page(request, conversation, _empty_form())
    form = MessageForm(request.POST)
    if not form.is_valid():
        return _talk_page(request, conversation, form, status=422)
    try:
        with transaction.atomic():
            if jobs.first_time(form.cleaned_data["form_key"]):
                actions.say(conversation, form.cleaned_data["text"], by=request.member)
    except actions.ConversationIsClosed:
        return _talk_page(request, conversation, form, status=422)
    except actions.NotMetYet:
        return _talk_page(request, conversation, form, status=422)
    return redirect(conversation)


@require_GET
@member_required
def newer(request: MemberRequest, code: str) -> HttpResponse:
    """What was said after `na`; 204 when nothing was."""
    after = _key(request.GET.get("na", ""))
    if not access.has_newer(request.member, request.community, code, after):
        return HttpResponse(status=204)
    conversation = access.my_talk(request.member, request.community, code)
    new = access.readable(request.member, conversation)
    if after:
        new = new.after(after)
    rows = bubbles(new[:SHOWN_AT_ONCE], conversation, request.member)
    actions.see(conversation, request.member)
    context = {"conversation": conversation, "bubbles": rows, "last": rows[-1].key if rows else ""}
    return render(request, "conversations/_newer.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def block(request: MemberRequest, code: str) -> HttpResponse:
    """Keep away from the other one, or take that back. The other hears nothing (H4)."""
    conversation = access.my_talk(request.member, request.community, code)
    if request.method == "POST":
        other = access.other_in(request.member, conversation, _key(request.POST.get("who", "")))
        if request.POST.get("take_back"):
            unblock_member(other, by=request.member)
            messages.success(request, _("The block is gone."))
            return redirect(conversation)
        block_member(other, by=request.member)
        messages.success(
            request,
            _(
                "Done. You and %(name)s do not meet here any more. "
                "You can always take it back, in your profile."
            )
            % {"name": shown_name(other, conversation)},
        )
        return redirect("conversations:mine")
    mine = queries.blocked_by(request.member)
    others = [
        (one, shown_name(one, conversation), one.pk in mine)
        for one in queries.people_in(conversation)
        if one.pk != request.member.pk
    ]
    context = {"conversation": conversation, "others": others}
    return render_page(request, "conversations/block.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def keep_away(request: MemberRequest) -> HttpResponse:
    """Whom I do not want to meet, and meeting them again: a slip of the thumb lasts a minute."""
    if request.method == "POST":
        mine = access.my_block(request.member, _key(request.POST.get("block", "")))
        unblock_member(mine.blocked, by=request.member)
        messages.success(request, _("You can meet each other here again."))
        return redirect("conversations:keep-away")
    context = {"people": kept_away(request.member)}
    return render_page(request, "conversations/kept_away.html", context)


def _talk_page(
    request: MemberRequest, conversation: Conversation, form: MessageForm, status: int = 200
) -> HttpResponse:
    people = queries.people_in(conversation)
    # The newest ones, shown in the order in which they were said.
    readable = access.readable(request.member, conversation)
    newest = list(readable.reverse()[:SHOWN_AT_ONCE])[::-1]
    rows = bubbles(newest, conversation, request.member)
    actions.see(conversation, request.member)
    see_notifications(request.member, conversation.get_absolute_url())
    context: dict[str, Any] = {
        "conversation": conversation,
        "names": names_of_others(people, conversation, request.member),
        "bubbles": rows,
        "last": rows[-1].key if rows else "",
        "form": form,
        "stopped": queries.is_stopped(conversation, people),
    }
    return render_page(request, "conversations/talk.html", context, part="talk", status=status)


def _empty_form() -> MessageForm:
    return MessageForm(initial={"form_key": jobs.new_form_key()})


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
