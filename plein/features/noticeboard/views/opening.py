"""'Wat laat ik zien?': for the asker, about one helper; with a log, and a way to take it back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.features.noticeboard import access, actions, queries
from plein.features.noticeboard.forms.opening import OpeningForm, What
from plein.features.noticeboard.models import Response
from plein.foundation.communities.access import greeted_required
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def mine(request: MemberRequest, code: str) -> HttpResponse:
    response = _of_my_ask(request, code)
    wrong: OpeningForm | None = None
    if request.method == "POST":
        what = request.POST.get("what", "")
        if what not in What.values:
            raise Http404
        form = OpeningForm(request.POST, what=what)
        if form.is_valid() and _opened(request, response, form):
            return redirect("noticeboard:opening", code)
        wrong = form
    return _page(request, response, code, wrong)


@require_POST
@greeted_required
def take_back(request: MemberRequest, code: str) -> HttpResponse:
    response = _of_my_ask(request, code)
    actions.take_back(response, request.POST.get("what", ""), by=request.member)
    messages.success(request, _("Taken back. It cannot be read any more."))
    return redirect("noticeboard:opening", code)


def _opened(request: MemberRequest, response: Response, form: OpeningForm) -> bool:
    words = form.cleaned_data.get("words", "")
    try:
        actions.open_to(response, form.about, words, by=request.member)
    except actions.OpenToSomebodyElse:
        form.add_error(None, _("This stands open to another helper. First take that back."))
    except actions.NameFirst:
        form.add_error(None, _("First show your name. After that you can show more."))
    else:
        messages.success(request, _("Only this helper can read it now."))
        return True
    return False


def _page(
    request: MemberRequest, response: Response, code: str, wrong: OpeningForm | None
) -> HttpResponse:
    standing = queries.standing_openings(response)
    post = response.post
    wanted = [what for what in What if what != What.NAME or post.is_shy]
    usual = {What.PHONE: request.member.phone}
    forms = {
        what: wrong
        if wrong and wrong.about == what
        else OpeningForm(what=what, words=usual.get(what, ""))
        for what in wanted
    }
    context = {
        "response": response,
        "post": post,
        "code": code,
        "rows": [(what, forms[what], standing.get(what)) for what in wanted],
        "form": wrong,
        "named": not post.is_shy or What.NAME in standing,
        "log": queries.opening_log(post),
    }
    status = 422 if wrong else 200
    return render_page(request, "noticeboard/opening.html", context, status=status)


def _of_my_ask(request: MemberRequest, code: str) -> Response:
    """Only for who asks; the helper reads what was opened beside the appointment."""
    response = access.response_in(request.member, request.community, code)
    if response.post.author_id != request.member.pk or not response.post.is_ask:
        raise Http404
    return response
