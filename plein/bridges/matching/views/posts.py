"""Suggestions for one's own post: the 'klaar' page asks for them until they are there."""

from datetime import datetime, timedelta
from time import sleep
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from plein.bridges.matching import access, said
from plein.bridges.matching.actions import inviting
from plein.bridges.matching.models import Feature, Invitation
from plein.bridges.matching.queries import busy, suggested
from plein.features.noticeboard.models import Post
from plein.foundation.communities.access import member_required
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page, wants_part

PATIENCE = timedelta(seconds=20)
LOOKS, BETWEEN = 20, 0.04
"""The first part of a fresh post is held for 0.8 s: most suggestions are there by then."""
NOTHING_NEW = 204


@require_safe
@member_required
def for_post(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The first suggestions for an ask or offer of one's own.

    The first part of a post of a moment ago waits a little for the worker. Later ones answer 204
    ("nothing new") after one cheap look and ask again in a quarter of a second; after twenty
    seconds they stop and say where to look later.
    """
    feature, since = suggested.feature_of(pk, request.member), _since(request)
    if wants_part(request) and not _ready(feature) and since and _just_now(since):
        return HttpResponse(status=NOTHING_NEW)
    post = access.own_post(request.member, request.community, pk)
    if wants_part(request) and not _ready(feature) and not since and _just_now(post.made_at):
        feature = _held(pk, request)
    ready = _ready(feature)
    context = {"post": post, "ready": ready, "tired": since is not None and not ready}
    context["now"] = int(timezone.now().timestamp())
    if ready and feature:
        context |= _found(request, post, feature)
    return render_page(request, "matching/for_post.html", context, part="found")


def _ready(feature: Feature | None) -> bool:
    return feature is not None and feature.matched_at is not None


def _just_now(moment: datetime) -> bool:
    return timezone.now() - moment < PATIENCE


def _held(pk: UUID, request: MemberRequest) -> Feature | None:
    """What the worker read, as soon as it did; what there is when this took too long."""
    for _look in range(LOOKS):
        sleep(BETWEEN)
        if _ready(feature := suggested.feature_of(pk, request.member)):
            return feature
    return None


def _found(request: MemberRequest, post: Post, feature: Feature) -> dict[str, object]:
    member, community = request.member, request.community
    if not post.is_ask:
        rows = suggested.for_helper(member, community, offer=post.pk, most=suggested.OFFERS)
        shown = [said.ask_for(row, member) for row in rows]
        return {"shown": shown, "further": said.further(feature)}
    found = suggested.for_asker(post, member, community)
    asked = suggested.asked_for(post)
    free = busy.open_to_questions(post.town_id, [row.helper_id for row in found.offers])
    return {
        "shown": [said.offer_for(row, member) for row in found.offers],
        "nearest": [said.offer_for(row, member) for row in found.nearest],
        "people": found.people,
        "asked": {row.pk for row in found.offers if row.helper_id in asked},
        "askable": {row.pk for row in found.offers if row.helper_id in free},
        "fallen": said.fallen(feature.fallen),
        "nearest_people": said.nearest_people(feature),
        "room": inviting.room(post) if post.is_open else 0,
    }


def _since(request: MemberRequest) -> datetime | None:
    """When the part began to ask; an odd number is no moment."""
    try:
        return datetime.fromtimestamp(
            int(request.GET.get("sinds", "")), tz=timezone.get_current_timezone()
        )
    except (ValueError, OverflowError, OSError):
        return None


@require_POST
@member_required
def ask_person(request: MemberRequest, pk: UUID) -> HttpResponse:
    """'Vraag deze persoon': one careful question to who made an offer."""
    row = access.suggestion_for(request.member, request.community, pk)
    ask = access.own_ask(request.member, request.community, row.ask_id)
    try:
        inviting.invite(row, by=request.member, way=Invitation.Way.ASKER)
    except inviting.EnoughAsked:
        messages.info(request, enough_words())
    except inviting.NotToBeAsked:
        messages.info(
            request, _("We cannot ask this person now. You may answer the offer yourself.")
        )
    except inviting.NotOpen:
        messages.info(request, _("This is closed. Put it back on the board first."))
    else:
        messages.success(
            request,
            _(
                "We ask it for you, at a good moment. Nobody gets more than two questions a week, "
                "so it may take some days."
            ),
        )
    return redirect("matching:for_post", ask.pk)


@require_POST
@member_required
def ask_people(request: MemberRequest, pk: UUID) -> HttpResponse:
    """'Vraag een paar mensen': the asker never sees who; they show themselves by answering."""
    ask = access.own_ask(request.member, request.community, pk)
    if not request.member.is_greeted:
        messages.info(request, _("We would like to meet you first. Then we ask people for you."))
    elif not ask.is_open:
        messages.info(request, _("This is closed. Put it back on the board first."))
    elif not inviting.room(ask):
        messages.info(request, enough_words())
    else:
        inviting.invite_best(ask, by=request.member, way=Invitation.Way.ASKER)
        messages.success(
            request, _("We ask a few people for you. Does somebody want to? Then they write you.")
        )
    return redirect("matching:for_post", ask.pk)


def enough_words() -> str:
    return ngettext(
        "We asked %(count)s person already. We give them some days to think.",
        "We asked %(count)s people already. We give them some days to think.",
        inviting.AT_ONCE,
    ) % {"count": inviting.AT_ONCE}
