"""The call list: who to call, what to say, and one tap for how it went. Also on paper."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.telephone import access, actions, queries
from plein.bridges.telephone.models import Call
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard.models import FollowUp
from plein.foundation.audit import record
from plein.foundation.communities.access import right_required
from plein.foundation.communities.links import absolute
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may_within
from plein.shared.notifications import queries as news
from plein.ui.render import render_page

Result = Call.Result


@require_safe
@right_required("day.see", may_within)
def call_list(request: MemberRequest) -> HttpResponse:
    """Numbers stand here: each look is in the audit."""
    dayboard.catch_up(request.community.town_id)
    lines = queries.lines(request.member, request.community)
    if lines and request.method == "GET":
        record("telephone.list.seen", on=request.community, by=request.member, calls=len(lines))
    number = len(lines)
    if number == queries.MOST:
        number = queries.waiting(request.member, request.community).count()
    return render_page(request, "telephone/list.html", {"lines": lines, "waiting": number})


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("day.see", may_within)
def called(request: MemberRequest, key: UUID) -> HttpResponse:
    """One call: the words to say, what may be asked, and how it went."""
    row = access.row(request.member, request.community, key)
    if request.method == "POST":
        return _note(request, key)
    [line] = queries.with_people([row], row.town_id)
    record("telephone.list.seen", on=request.community, by=request.member, calls=1)
    told = row.kind == queries.NEWS and line.member
    to_tell = news.to_tell(told) if told else []
    if told:
        record("notifications.member.looked_at", on=told, by=request.member)
    tidings = access.tidings(row)
    context = {
        "line": line,
        "tidings": tidings,
        "meant": queries.who_may_be_meant(tidings, request.member) if tidings else (),
        "results": _results(line),
        "news": to_tell,
        "asks": news.asks(to_tell),
        "asked": queries.with_whom(queries.how_it_went(line.member), request.member),
        "answers": FollowUp.Answer.choices,
        "talks": queries.talks_of(line.member),
    }
    return render_page(request, "telephone/call.html", context)


def _note(request: MemberRequest, key: UUID) -> HttpResponse:
    row = access.row(request.member, request.community, key)
    if answer := request.POST.get("answer", ""):
        return _answered(request, key, answer)
    result = request.POST.get("result", "")
    if result not in Result.values:
        return redirect("telephone:called", key)
    [line] = queries.with_people([row], row.town_id)
    if result == Result.MOVED and line.member and not line.member.gone_at:
        # One slip of a thumb settles nothing: that page asks first, and then stops everything.
        return redirect("communities:gone", line.member.pk)
    actions.called(row, result, by=request.member)
    messages.success(request, _noted(result))
    return redirect("telephone:list")


def _noted(result: str) -> str:
    if result == Result.WRONG:
        return _("Noted. Nothing stops: it comes back tomorrow. Write a letter, or go by.")
    return _("Noted. Thank you for calling.")


def _answered(request: MemberRequest, key: UUID, answer: str) -> HttpResponse:
    """What somebody says on the phone is their own answer; the audit says who wrote it down."""
    row = access.row(request.member, request.community, key)
    text, _colon, about = answer.partition(":")
    try:
        asked = access.follow_up(row, UUID(about))
        choice = FollowUp.Answer(text)
    except ValueError:
        raise Http404 from None
    noticeboard.answer_follow_up(asked, choice, by=asked.member, noted_by=request.member)
    messages.success(request, _("Written down as their own answer."))
    return redirect("telephone:called", key)


def _results(line: queries.Line) -> list[tuple[str, str]]:
    """'Did not ask' is for numbers; 'moved' and another number for people."""
    of_people = (Result.MOVED, Result.WRONG)
    not_now = of_people if line.row.kind in queries.OF_A_NUMBER else (Result.NOT_ASKED,)
    return [(value, str(label)) for value, label in Result.choices if value not in not_now]


@require_safe
@right_required("day.see", may_within)
def letter(request: MemberRequest, key: UUID) -> HttpResponse:
    """The same news on paper, in large letters, each with a short number to name on the phone."""
    row = access.row(request.member, request.community, key)
    [line] = queries.with_people([row], row.town_id)
    if row.kind != queries.NEWS or line.member is None:
        raise Http404
    record("notifications.member.looked_at", on=line.member, by=request.member)
    gone_url = absolute(request.community, reverse("telephone:gone"))
    context = {
        "gone_url": gone_url,
        "to": line.member,
        "news": news.to_tell(line.member),
        "line": line,
    }
    return render_page(request, "telephone/letter.html", context)
