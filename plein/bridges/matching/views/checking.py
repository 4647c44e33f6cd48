"""Friendly questions before something goes on the board, and the one tap that answers them.

For whoever writes it, signed in or not: the draft belongs to their browser.
"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from plein.bridges.matching import access, asking
from plein.features.noticeboard import access as board
from plein.features.noticeboard import actions, browser, steps
from plein.features.noticeboard.actions.drafting import turn as turn_draft
from plein.features.noticeboard.models import Draft
from plein.foundation.communities.requests import PleinRequest
from plein.ui.render import render_page


@require_safe
def questions(request: PleinRequest, pk: UUID) -> HttpResponse:
    """A piece of the check page."""
    draft = _mine(request, pk)
    context = {"draft": draft, "questions": asking.questions(draft)}
    return render_page(request, "matching/questions.html", context, part="questions")


@require_POST
def turn(request: PleinRequest, pk: UUID) -> HttpResponse:
    """'I want to offer this': the same words go along to the other wizard."""
    draft = _mine(request, pk)
    turn_draft(draft)
    messages.success(request, _("Your words came along. Look whether it is right like this."))
    return _back_to(draft)


@require_POST
def fill(request: PleinRequest, pk: UUID) -> HttpResponse:
    """What the text says, in the field where neighbours are looked for by it."""
    draft = _mine(request, pk)
    if answers := asking.filled(draft, request.POST.get("wat", "")):
        actions.keep(
            draft,
            answers,
            kind=draft.kind,
            community=draft.community,
            browser=draft.browser,
            by=request.member,
        )
        messages.success(request, _("Filled in. Look whether it is right like this."))
    return _back_to(draft)


def _mine(request: PleinRequest, pk: UUID) -> Draft:
    drafts = board.drafts_of(request.member, browser.digest(request), request.community)
    return access.own_draft(drafts, pk)


def _back_to(draft: Draft) -> HttpResponse:
    return redirect(steps.url_of(draft.kind, steps.first_open(draft)))
