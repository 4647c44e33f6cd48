"""Taking something, handing it over, putting it off, and settling it with one tap."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from plein.bridges.dayboard import access, actions, queries
from plein.bridges.dayboard.choice import choice_from
from plein.bridges.dayboard.forms import HandOverForm, LaterForm
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.dayboard.sources import by_kind
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may_within
from plein.lib.matter import NotSettled
from plein.ui.render import render_page

MOST_AT_ONCE = 20


@require_POST
@right_required("day.see", may_within)
def take(request: MemberRequest) -> HttpResponse:
    """The one form of the page: a button says which row, or of which kind the ticked boxes count.

    Boxes may stand ticked in every group, so a button settles those of its own group only.
    """
    if key := _key(request.POST.get("claim", "")):
        return _claim(request, access.row(request.member, request.community, key))
    one = _key(request.POST.get("done", ""))
    keys = [one] if one else [k for text in request.POST.getlist("key") if (k := _key(text))]
    rows = access.rows(request.member, request.community, keys[:MOST_AT_ONCE])
    if not one:
        kind = request.POST.get("all", "")
        rows = [row for row in rows if row.kind == kind and by_kind()[kind].batch]
        if not rows:
            messages.warning(request, _("Nobody has a tick. First tick who it is about."))
            return _back(request.POST)
    try:
        _say_done(request, actions.done(rows, by=request.member), len(rows))
    except NotSettled as why:
        messages.error(request, str(why))
    return _back(request.POST)


def _back(asked: QueryDict) -> HttpResponse:
    """To the same page: as much time, the same wijk and theme."""
    return redirect(reverse("dayboard:today") + choice_from(asked).address)


def _claim(request: MemberRequest, row: MatterRow) -> HttpResponse:
    try:
        actions.claim(row, by=request.member)
    except actions.TakenBySomebody:
        messages.error(request, _("Somebody else is at this already. Take another one."))
        return _back(request.POST)
    return redirect(row.url)


def _say_done(request: MemberRequest, settled: int, asked: int) -> None:
    if settled:
        words = ngettext("Done. Thank you.", "%(number)d done. Thank you.", settled)
        messages.success(request, words % {"number": settled})
    if settled < asked or not asked:
        messages.error(request, _("Nothing to do there any more, or somebody else is at it."))


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("day.see", may_within)
def one(request: MemberRequest, key: UUID) -> HttpResponse:
    """One matter: later with a reason, or to a colleague."""
    row = access.row(request.member, request.community, key)
    team = queries.team(row, request.community, request.member)
    asked = request.POST.get("do", "")
    may_wait = actions.may_wait(row)
    later = LaterForm(request.POST if may_wait and asked == "later" else None, row=row)
    to = HandOverForm(request.POST if asked == "hand_over" else None, team=team)
    if request.method == "POST" and (said := _act(request, row, asked, later, to)):
        messages.success(request, said)
        return _back(request.GET)
    source = by_kind()[row.kind]
    context = {"row": row, "source": source, "later": later, "to": to, "team": team}
    context |= {"may_wait": may_wait, "choice": choice_from(request.GET)}
    status = 422 if later.errors or to.errors else 200
    return render_page(request, "dayboard/one.html", context, status=status)


def _act(
    request: MemberRequest, row: MatterRow, asked: str, later: LaterForm, to: HandOverForm
) -> str:
    """What was done, in words; nothing when a form is not right."""
    if asked == "let_go":
        actions.let_go(row, by=request.member)
        return _("Somebody else can take it now.")
    if asked == "later" and later.is_valid():
        until = later.cleaned_data.get("until", MatterRow.Until.TOMORROW)
        actions.snooze(row, until, later.cleaned_data["because"], by=request.member)
        return _("It comes back by itself.")
    if asked == "hand_over" and to.is_valid():
        actions.hand_over(row, to.chosen, by=request.member)
        return _("%(name)s sees it on top of the day start.") % {"name": to.chosen.name}
    return ""


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
