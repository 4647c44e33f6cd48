"""My news, how I want to be told, and the way out that stands in every mail."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from plein.foundation.audit.actions import record
from plein.foundation.communities.access import local_path, member_required
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.shared.notifications import access, actions, queries
from plein.shared.notifications.forms import HowForm, RhythmForm
from plein.shared.notifications.go_betweens import SOMEBODY, number_of
from plein.shared.notifications.unsubscribing import member_with
from plein.ui.render import render_page

A_PAGE = 40


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def told(request: MemberRequest) -> HttpResponse:
    """What I was told; a button makes all of it seen."""
    if request.method == "POST":
        actions.see(request.member)
        return redirect("notifications:told")
    news = list(queries.told(request.member, before=_key(request.GET.get("voor")))[: A_PAGE + 1])
    context = {
        "news": news[:A_PAGE],
        "unseen": any(one.seen_at is None for one in news),
        "more_url": f"?voor={news[A_PAGE - 1].pk}" if len(news) > A_PAGE else "",
    }
    return render_page(request, "notifications/told.html", context)


@require_safe
@member_required
def open_it(request: MemberRequest, key: UUID) -> HttpResponse:
    """To what it is about; from then on it counts as seen, for the reader's own counter only."""
    notification = access.my_notification(request.member, key)
    actions.see(request.member, notification.url)
    return redirect(local_path(notification.url))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def choose(request: MemberRequest) -> HttpResponse:
    member = request.member
    form = HowForm(
        request.POST or None,
        member=member,
        initial={"channel": member.channel, "rhythm": member.rhythm},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if said["channel"] == SOMEBODY:
            actions.choose(member, rhythm=said["rhythm"])
            return redirect("notifications:somebody")
        actions.choose(member, **said)
        messages.success(request, _("Saved. This is how we tell you from now on."))
        return redirect("notifications:told")
    status = 422 if form.errors else 200
    return render_page(request, "notifications/choose.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def tell(request: MemberRequest, key: UUID) -> HttpResponse:
    """For a connector: whom to call or write to, and that it was done. Each look is recorded."""
    to = access.member_to_tell(request.member, request.community, key)
    if request.method == "POST":
        actions.tell_in_person(to, by=request.member)
        messages.success(request, _("Thank you for telling it."))
        return redirect("dayboard:today")
    record("notifications.member.looked_at", on=to, by=request.member)
    news = queries.to_tell(to)
    context = {"to": to, "news": news, "number": number_of(to), "asks": queries.asks(news)}
    return render_page(request, "notifications/tell.html", context)


# Mail programs post here by themselves ("one click", RFC 8058): without cookie, so without csrf
# token. The signed key in the address is the proof, and all it can do is mail less or more.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: PleinRequest, key: str) -> HttpResponse:
    """Shows a page first, for scanners fetch links; only a POST changes something (H18)."""
    member = member_with(key, request.community)
    if member is None:
        raise Http404
    if request.method == "POST":
        form = RhythmForm(request.POST)
        if form.is_valid():
            actions.choose(member, rhythm=form.cleaned_data["rhythm"])
            return render_page(request, "notifications/unsubscribe.html", {"done": member.rhythm})
    return render_page(request, "notifications/unsubscribe.html", {"now": member.rhythm})


def _key(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
