"""My asks and offers, what I answered, and what I began."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.features.noticeboard import access, actions, browser, expiry, queries, wording
from plein.features.noticeboard.forms.answering import CloseForm
from plein.features.noticeboard.models import Draft, Post, Response
from plein.foundation.communities.access import member_required
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.ui.render import render_page


@require_safe
@member_required
def mine(request: MemberRequest) -> HttpResponse:
    drafts = access.drafts_of(request.member, browser.digest(request), request.community)
    responses = queries.my_responses(request.member, _after(request, "reacties"))
    context = {
        "open_posts": queries.my_open_posts(request.member, _after(request, "open")),
        "closed_posts": queries.my_closed_posts(request.member, _after(request, "afgesloten")),
        "responses": [_shown(request, response) for response in responses.rows],
        "responses_after": responses.after,
        "drafts": [(d, _said(d)) for d in drafts if d.answers.get("theme")][: queries.A_PAGE],
    }
    return render_page(request, "noticeboard/mine.html", context)


def _after(request: MemberRequest, name: str) -> UUID | None:
    """From which key a list goes on; an odd one begins at the newest."""
    try:
        return UUID(request.GET.get(name, ""))
    except ValueError:
        return None


def _shown(request: MemberRequest, response: Response) -> dict[str, object]:
    """An answer of mine; of a private ask I may not read yet, only its teaser."""
    post = response.post
    title = post.title if access.may_read(post, request.member) else wording.teaser(post).title
    return {"response": response, "title": title, "url": post.get_absolute_url(), "kind": post.kind}


def _said(draft: Draft) -> str:
    return str(draft.answers.get("title") or _("Without words yet"))


@require_http_methods(["GET", "HEAD", "POST"])
def still_needed(request: PleinRequest, key: str) -> HttpResponse:
    """From the mail, without signing in: a page first, then one tap is the answer."""
    post = _post_of(request, key)
    if post is None:
        return render_page(request, "noticeboard/still_needed_over.html", status=404)
    form = CloseForm(request.POST if request.POST.get("answer") == "no" else None)
    if request.method == "POST" and request.POST.get("answer") == "yes":
        actions.renew(post, by=post.author)
        return _answered(request, post)
    if request.method == "POST" and form.is_valid():
        actions.close(post, form.cleaned_data["reason"], by=post.author)
        return _answered(request, post)
    status = 422 if form.errors else 200
    context = {"post": post, "form": form, "key": key}
    return render_page(request, "noticeboard/still_needed.html", context, status=status)


def _post_of(request: PleinRequest, key: str) -> Post | None:
    read = expiry.read_key(key)
    if read is None:
        return None
    pk, end = read
    found: Post | None = (
        Post.objects.filter(town=request.community.town_id, pk=pk).complete().first()
    )
    # Renewed or closed in the meantime: this key has done its work.
    if found is None or found.closed_at or int(found.expires_at.timestamp()) != end:
        return None
    return found


def _answered(request: PleinRequest, post: Post) -> HttpResponse:
    if request.member and request.member.pk == post.author_id:
        messages.success(request, _("Thank you, we know enough."))
        return redirect("noticeboard:mine")
    post.refresh_from_db(fields=["closed_at", "expires_at"])
    return render_page(request, "noticeboard/still_needed_thanks.html", {"is_open": post.is_open})
