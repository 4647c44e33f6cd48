"""'There is news for you': reading it aloud to who has no screen, and writing down the answer."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.bridges.telephone import access, actions
from plein.bridges.telephone.forms import SaidForm
from plein.features.noticeboard import queries as board
from plein.features.noticeboard.forms.talking import TalkForms
from plein.features.noticeboard.models import Response
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may_within
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("day.see", may_within)
def talk(request: MemberRequest, key: UUID, code: str) -> HttpResponse:
    """From the call list."""
    row = access.row(request.member, request.community, key)
    response = access.talk(request.member, row, request.community, code)
    back = reverse("telephone:called", args=[key])
    return read_and_answer(request, response, back=back, tell=reverse("telephone:tell", args=[key]))


def read_and_answer(
    request: MemberRequest, response: Response, *, back: str, tell: str
) -> HttpResponse:
    """Words show after a tap that says: this person asks me to read them aloud.

    `back` is where the page came from, `tell` where they can say that something happened; also
    for a host to whom somebody calls with a slip.
    """
    steps = TalkForms(request.POST, SaidForm, walk_in=request.community.walk_in)
    trouble = steps.do(
        say=partial(actions.say, response, by=request.member),
        propose=partial(actions.propose, response, by=request.member),
        confirm=partial(actions.confirm, response, by=request.member),
        cancel=partial(actions.cancel, response, by=request.member),
    )
    if trouble == "":
        messages.success(request, _("Written down as their own answer."))
        return redirect(request.path)
    match = board.match_read_by(response.post.author, response)
    context = {
        "back": back,
        "tell_url": tell,
        "response": response,
        "asker": response.post.author,
        "heard": actions.hear(response, by=request.member) if steps.what == "read" else None,
        "match": match,
        "theirs": bool(match and match.proposed_by_id == response.author_id),
        "said": steps.say,
        "agree": steps.agree,
        "trouble": trouble,
    }
    status = 200 if steps.what in ("", "read") else 422
    return render_page(request, "telephone/talk.html", context, status=status)
