"""'Wie wacht nog op iets?': connectors see asks without an answer, who fits, and every number."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from plein.bridges.matching import access, said
from plein.bridges.matching.actions import inviting
from plein.bridges.matching.models import Invitation, Suggestion
from plein.bridges.matching.queries import busy, suggested
from plein.bridges.matching.queries import waiting as queries
from plein.bridges.matching.views.posts import enough_words
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may, may_within
from plein.foundation.proofs import actions as proofs
from plein.foundation.proofs.models import Rung
from plein.foundation.proofs.queries import rules_of
from plein.ui.render import render_page, wants_part

A_FEW = 3


@require_safe
@right_required("match.arrange", may_within)
def waiting(request: MemberRequest) -> HttpResponse:
    context = {
        "rows": queries.waiting_in(request.member, request.community),
        "never_asked": queries.never_asked(request.member, request.community),
        "weighs": may(request.member, "match.weigh", request.community),
        "of_all": may(request.member, "match.arrange", request.community),
    }
    return render_page(request, "matching/waiting.html", context)


@require_safe
@right_required("match.arrange", may_within)
def who_fits(request: MemberRequest, pk: UUID) -> HttpResponse:
    """People and offers for one ask, with all parts of the score."""
    ask = access.arranged_ask(request.member, request.community, pk)
    rows = suggested.for_connector(ask, request.member)
    asked = suggested.asked_for(ask)
    free = busy.open_to_questions(ask.town_id, [row.helper_id for row in rows])
    feature = suggested.feature_of(ask.pk, ask.author)
    context = {
        "ask": ask,
        "rows": [
            {
                "row": row,
                "fits": fits,
                "doubts": doubts,
                "parts": said.parts_of(row),
                "asked": row.helper_id in asked,
                "askable": row.helper_id in free,
            }
            for row in rows
            for fits, doubts in [said.of_somebody(row)]
        ],
        "room": inviting.room(ask) if ask.is_open else 0,
        "asks_vog": rules_of(ask.community).asked_for(ask.task_class) == Rung.VOG,
        "not_asked": not_asked_words(),
        "fallen": said.fallen(feature.fallen) if feature else [],
        "nearest_people": said.nearest_people(feature),
    }
    return render_page(request, "matching/who_fits.html", context)


@require_safe
@right_required("match.arrange", may_within)
def for_connector(request: MemberRequest, pk: UUID) -> HttpResponse:
    """A piece for other pages of connectors: the first three. Without htmx the whole page."""
    ask = access.arranged_ask(request.member, request.community, pk)
    if not wants_part(request):
        return redirect("matching:who-fits", ask.pk)
    rows = suggested.for_connector(ask, request.member, most=A_FEW)
    shown = [(row, said.of_somebody(row)[0]) for row in rows if not row.near]
    return render_page(request, "matching/for_connector.html", {"ask": ask, "shown": shown})


@require_POST
@right_required("match.arrange", may_within)
def ask(request: MemberRequest, pk: UUID) -> HttpResponse:
    """A connector asks one person, with the same care: three at once, by their number."""
    found = access.arranged_ask(request.member, request.community, pk)
    row = _row(found.pk, request)
    try:
        inviting.invite(row, by=request.member, way=Invitation.Way.CONNECTOR)
    except inviting.EnoughAsked:
        messages.info(request, enough_words())
    except inviting.NotToBeAsked:
        messages.info(request, not_asked_words())
    except inviting.NotOpen:
        messages.info(request, _("This is closed."))
    else:
        messages.success(
            request, _("We ask %(name)s, at a good moment.") % {"name": row.helper.name}
        )
    return redirect("matching:who-fits", found.pk)


@require_POST
@right_required("match.arrange", may_within)
def vog(request: MemberRequest, pk: UUID) -> HttpResponse:
    """'I saw the certificate today': the day is written down, the paper is not kept."""
    found = access.arranged_ask(request.member, request.community, pk)
    row = _row(found.pk, request)
    proofs.note(row.helper, Rung.VOG, by=request.member)
    messages.success(request, _("Saved."))
    return redirect("matching:who-fits", found.pk)


def not_asked_words() -> str:
    return _("Cannot be asked now: not met yet, or rather looks without questions.")


def _row(ask: UUID, request: MemberRequest) -> Suggestion:
    try:
        key = UUID(request.POST.get("wie", ""))
    except ValueError:
        raise Http404 from None
    rows = suggested.connector_rows(ask, request.member).filter(pk=key)
    row = rows.select_related("helper", "ask").first()
    if row is None:
        raise Http404
    return row
