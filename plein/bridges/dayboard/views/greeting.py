"""Greeting somebody with words of your own."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.bridges.dayboard.forms import GreetingForm
from plein.bridges.dayboard.welcome import usual_words
from plein.foundation.communities.access import greetable_member, right_required
from plein.foundation.communities.actions import greet as greet_member
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("member.greet")
def greet(request: MemberRequest, key: UUID) -> HttpResponse:
    """The usual words stand there already; they can be adapted."""
    member = greetable_member(request.member, request.community, key)
    usual = usual_words(member, request.member, request.community.tree)
    form = GreetingForm(initial={"words": usual})
    if request.method == "POST":
        form = GreetingForm({"words": request.POST.get("words", usual)})
        if form.is_valid():
            greet_member(member, by=request.member, words=form.cleaned_data["words"])
            messages.success(
                request, _("%(name)s has been greeted and can read along.") % {"name": member.name}
            )
            return redirect("dayboard:today")
    status = 422 if form.errors else 200
    context = {"person": member, "form": form}
    return render_page(request, "dayboard/greet.html", context, status=status)
