"""'We have an appointment': a page of its own, and a piece of the talk page."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.features.noticeboard import (
    access,
    actions,
    queries,
    releasing,
    rungs,
    shy,
    visits,
)
from plein.features.noticeboard.actions.agreeing import helped, helper
from plein.features.noticeboard.forms.answering import AgreementForm, ThanksForm
from plein.features.noticeboard.models import Match, Opening, Post, Response
from plein.foundation.communities.access import greeted_required, member_required
from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocked_between
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.proofs.queries import proofs_of
from plein.foundation.proofs.wording import asked, said
from plein.ui.render import render_page, wants_part

State = Response.State


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def agreement(request: MemberRequest, code: str) -> HttpResponse:
    """How it stands, and what each of the two can do now."""
    response = access.response_in(request.member, request.community, code)
    what = DOING.get(request.POST.get("what", "")) if request.method == "POST" else None
    if what is None:
        return page(request, response)
    return what(request, response)


def page(
    request: MemberRequest,
    response: Response,
    *,
    form: AgreementForm | None = None,
    thanks: ThanksForm | None = None,
    status: int = 200,
) -> HttpResponse:
    post, mine = response.post, response.post.author_id == request.member.pk
    apart = blocked_between(response.author, post.author)
    match = queries.match_read_by(request.member, response)
    context = {
        "response": response,
        "is_part": wants_part(request),
        "post": post,
        "match": match,
        "code": response.conversation.code if response.conversation else "",
        "other": named(response, request.member),
        "proposed_by_me": bool(match and match.proposed_by_id == request.member.pk),
        "form": form or _form(request, response),
        "changes": form is not None or "anders" in request.GET,
        "thanks_form": thanks or ThanksForm(),
        "was_helped": helped(response).pk == request.member.pk,
        "can_agree": not apart and response.state in (State.OPEN, State.THANKED),
        "asks_more": mine and post.is_ask,
        "meet_first": visits.meet_first(post) and visits.is_first(response),
        "about_money": visits.about_money(post),
        "opens": mine and post.is_ask,
        "seen_of": [said(one) for one in proofs_of(response.author)] if mine and not apart else (),
        **_missing(request, response),
        **_shown(request, response, match, apart=apart),
    }
    return render_page(
        request, "noticeboard/agreement.html", context, part="agreement", status=status
    )


def named(response: Response, reader: Member) -> dict[str, str]:
    """The other one of the two, by the name that this reader may know."""
    mine = response.post.author_id == reader.pk
    return {"name": shy.name_in(response, response.author if mine else response.post.author)}


def _missing(request: MemberRequest, response: Response) -> dict[str, str]:
    """A proof that ended or was taken back after they began to talk; words for both sides."""
    rung = rungs.missing(response)
    if rung is None:
        return {}
    helps = rungs.helper_of(response).pk == request.member.pk
    how = rungs.how_to_get(rung, response.post) if helps else ""
    return {"missing": asked(rung), "how_to_get": how}


def _shown(
    request: MemberRequest, response: Response, match: Match | None, *, apart: bool
) -> dict[str, object]:
    """What one opened or gave to the other; nothing of it after a block (H4)."""
    post, member = response.post, request.member
    if apart:
        return {"opened": (), "releases": ()}
    helps = post.is_ask and post.author_id != member.pk
    return {
        "opened": _seen_by_helper(request, response) if helps else (),
        "releases": releasing.shown_to(member, post, match),
    }


def _seen_by_helper(request: MemberRequest, response: Response) -> list[Opening]:
    """What the asker opened to this helper; that it was read is written down."""
    standing = queries.standing_openings(response)
    if standing:
        actions.look_at(response.post, by=request.member)
    return [one for what, one in standing.items() if what != Opening.What.NAME]


def _form(request: MemberRequest, response: Response, data: object = None) -> AgreementForm:
    match = queries.match_of(response)
    parts = ("when_words", "planned_on", "place_words")
    initial = {name: getattr(match, name) for name in parts} if match else {}
    mine = response.post.author_id == request.member.pk
    return AgreementForm(
        data,
        initial=initial,
        walk_in=(response.post.community.walk_in or request.community.walk_in).rstrip(". "),
        may_keep_open=mine and response.post.is_ask,
    )


def _propose(request: MemberRequest, response: Response) -> HttpResponse:
    form = _form(request, response, request.POST)
    if not form.is_valid():
        return page(request, response, form=form, status=422)
    said = form.cleaned_data
    try:
        actions.propose(
            response,
            said["when_words"],
            said["place_words"],
            said["planned_on"],
            by=request.member,
            more=said.get("more", False),
        )
    except (actions.AlreadyAgreed, actions.NotAgreed):
        messages.warning(request, _("There is an appointment already. Look at it below."))
    return _after(request, response)


def _confirm(request: MemberRequest, response: Response) -> HttpResponse:
    more = "more" in request.POST if response.post.author_id == request.member.pk else None
    return _try(request, response, lambda: actions.confirm(response, by=request.member, more=more))


def _cancel(request: MemberRequest, response: Response) -> HttpResponse:
    match = queries.match_of(response)
    actions.cancel(response, by=request.member)
    if match and match.is_agreed and not (match.met_at or match.done_at):
        messages.success(request, _called_off(request, response))
    return _after(request, response)


def _called_off(request: MemberRequest, response: Response) -> str:
    words = _("The appointment has been called off. %(name)s gets a message.")
    said = words % named(response, request.member)
    if not response.post.opens_again:
        return said
    mine = response.post.author_id == request.member.pk
    back = _("Your ask is on the board again.") if mine else _("The ask is on the board again.")
    return f"{said} {back}"


def _done(request: MemberRequest, response: Response) -> HttpResponse:
    def happened() -> None:
        if actions.done(response, by=request.member).goes_on:
            messages.success(request, _("Good to hear. You see each other again."))

    return _try(request, response, happened)


def _stop(request: MemberRequest, response: Response) -> HttpResponse:
    def ended() -> None:
        actions.stop(response, by=request.member)
        words = _("You stopped. %(name)s gets a message.")
        messages.success(request, words % named(response, request.member))

    return _try(request, response, ended)


def _missed(request: MemberRequest, response: Response) -> HttpResponse:
    """Kind words, and the form for a new date."""
    try:
        actions.nobody_came(response, by=request.member)
    except actions.NotAgreed:
        messages.warning(request, _("The appointment changed in the meantime. Look at it below."))
    else:
        messages.success(request, _("What a pity. Something may have come up. Try a new day?"))
    talk = response.conversation
    return redirect("noticeboard:agreement", talk.code) if talk else redirect(response.post)


def _thank(request: MemberRequest, response: Response) -> HttpResponse:
    form = ThanksForm(request.POST)
    if not form.is_valid():
        return page(request, response, thanks=form, status=422)
    words = form.cleaned_data["words"]
    return _try(request, response, lambda: actions.thank(response, words, by=request.member))


def _try(request: MemberRequest, response: Response, do: Callable[[], object]) -> HttpResponse:
    try:
        do()
    except actions.NotTheDayYet:
        messages.warning(request, _("The day is still to come. Tell here afterwards how it went."))
    except actions.NotAgreed:
        messages.warning(request, _("The appointment changed in the meantime. Look at it below."))
    return _after(request, response)


def _after(request: MemberRequest, response: Response) -> HttpResponse:
    """htmx gets the piece as it stands now; a browser is led to the talk."""
    talk = response.conversation
    if talk is None:
        return redirect(response.post)
    if wants_part(request):
        return page(request, access.response_in(request.member, request.community, talk.code))
    return redirect(talk)


DOING: dict[str, Callable[[MemberRequest, Response], HttpResponse]] = {
    "propose": _propose,
    "confirm": _confirm,
    "cancel": _cancel,
    "done": _done,
    "stop": _stop,
    "missed": _missed,
    "thank": _thank,
}


@require_safe
@greeted_required
def card(request: MemberRequest, code: str) -> HttpResponse:
    """The first meeting on one small page, to print or to keep at hand."""
    response = access.response_in(request.member, request.community, code)
    match = queries.match_of(response)
    if match is None or not match.is_agreed or match.held_at:
        raise Http404
    post = response.post
    context = {
        "match": match,
        "other": named(response, request.member),
        "post": post,
        "about_money": visits.about_money(post),
        "talk": response.conversation,
    }
    return render_page(request, "noticeboard/visit_card.html", context)


@require_POST
@member_required
def again(request: MemberRequest, code: str) -> HttpResponse:
    """'The same person again please': one tap makes a draft, ready to check."""
    response = access.response_in(request.member, request.community, code)
    if helped(response).pk != request.member.pk:
        return redirect(response.post)
    actions.again_with(response.post, helper(response), by=request.member)
    return redirect("noticeboard:ask-step", step=_first_step(response.post))


def _first_step(post: Post) -> str:
    return "controleer" if post.is_ask else "wat"
