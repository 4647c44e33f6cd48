"""'There is news for you': reading it aloud to who has no screen, and writing down the answer."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.bridges.telephone import access, actions
from plein.bridges.telephone.forms import SaidForm
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard import queries as board
from plein.features.noticeboard.forms.answering import AgreementForm
from plein.features.noticeboard.models import Response
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.shared.conversations import actions as conversations
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("day.see")
def talk(request: MemberRequest, key: UUID, code: str) -> HttpResponse:
    """Words show after a tap that says: this person asks me to read them aloud."""
    row = access.row(request.member, request.community, key)
    response = access.talk(row, request.community, code)
    what = request.POST.get("what", "")
    said = SaidForm(request.POST if what == "say" else None)
    agree = AgreementForm(
        request.POST if what == "propose" else None,
        walk_in=request.community.walk_in.rstrip(". "),
    )
    trouble = _do(request, response, what, said, agree)
    if trouble == "":
        messages.success(request, _("Written down as their own answer."))
        return redirect("telephone:talk", key, code)
    match = board.match_of(response)
    context = {
        "row": row,
        "response": response,
        "asker": response.post.author,
        "heard": actions.hear(response, by=request.member) if what == "read" else None,
        "match": match,
        "theirs": bool(match and match.proposed_by_id == response.author_id),
        "said": said,
        "agree": agree,
        "trouble": trouble,
    }
    status = 200 if what in ("", "read") else 422
    return render_page(request, "telephone/talk.html", context, status=status)


def _do(
    request: MemberRequest, response: Response, what: str, said: SaidForm, agree: AgreementForm
) -> str | None:
    """Empty when it was done, words when it could not, None when there was nothing to do."""
    by = request.member
    try:
        if what == "say" and said.is_valid():
            actions.say(response, said.cleaned_data["text"], by=by)
        elif what == "propose" and agree.is_valid():
            when, place = agree.cleaned_data["when_words"], agree.cleaned_data["place_words"]
            actions.propose(response, when, place, by=by)
        elif what == "confirm":
            actions.confirm(response, by=by)
        else:
            return None
    except (noticeboard.AlreadyAgreed, noticeboard.NotAgreed):
        return _("The appointment changed in the meantime. Look at it below.")
    except (conversations.ConversationIsClosed, conversations.NotInThisTalk):
        return _("Nothing can be said here any more.")
    return ""
