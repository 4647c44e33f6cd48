"""The asks of one client for their team, and the yes that a connector hears for family."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.features.noticeboard import access, wording
from plein.features.noticeboard.forms.on_behalf import ChangedMindForm, HeardForm
from plein.features.noticeboard.models import Post
from plein.foundation.audit import record
from plein.foundation.care import access as care
from plein.foundation.care import actions as caring
from plein.foundation.care.gate import caseload_required
from plein.foundation.care.models import Voice
from plein.foundation.communities.access import greeted_required
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page


@require_safe
@caseload_required
def asks_of_client(request: MemberRequest, client: UUID) -> HttpResponse:
    found = care.client(request.member, request.community, client)
    mandates = list(found.mandates.values_list("pk", flat=True))
    posts = Post.objects.filter(town=request.community.town_id, mandate__in=mandates)
    context = {"client": found, "posts": posts.select_related("theme").order_by("-id")[:50]}
    return render_page(request, "noticeboard/asks_of_client.html", context, part="asks")


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def voice(request: MemberRequest, key: UUID) -> HttpResponse:
    """Call, ask whether it is all right, and note the answer with one tap. After a yes this page
    stays for who changes their mind."""
    post = access.voice_ask(request.member, request.community, key)
    found = get_object_or_404(Voice, town=request.community.town_id, pk=key)
    if found.refused_at:
        raise Http404
    asked: type[HeardForm | ChangedMindForm] = ChangedMindForm if found.agreed_at else HeardForm
    form = asked(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if (how := form.cleaned_data["heard"]) == "no":
            caring.refuse(found, by=request.member)
        else:
            caring.hear_yes(found, how, by=request.member)
        messages.success(request, _("Noted. Thank you for calling."))
        return redirect("overviews:board")
    if request.method == "GET":
        record("noticeboard.number.seen", on=post, by=request.member)
    context = {"post": post, "voice": found, "form": form, "facts": wording.facts(post)}
    status = 422 if form.errors else 200
    return render_page(request, "noticeboard/voice.html", context, status=status)


@require_safe
@greeted_required
def voice_card(request: MemberRequest, key: UUID) -> HttpResponse:
    """The same question on paper, for who is not called: a yes or a no, and a signature."""
    post = access.voice_ask(request.member, request.community, key)
    record("noticeboard.voice.printed", on=post, by=request.member)
    return render_page(request, "noticeboard/voice_card.html", {"post": post, "key": key})
