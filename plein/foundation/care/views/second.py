"""The second code, once for each visit."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.foundation.accounts.forms import CodeForm
from plein.foundation.accounts.limits import TooOften
from plein.foundation.accounts.models import SignInCode
from plein.foundation.audit import record
from plein.foundation.care import access, second
from plein.foundation.care.gate import admitted_required
from plein.foundation.communities.access import local_path
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.views.arriving import is_right, send_code, too_often
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@admitted_required
def step(request: MemberRequest) -> HttpResponse:
    """One button sends a code to the phone of work; one field takes it."""
    admission = access.admissions_of(request.member)[0]
    back = local_path(request.GET.get("terug"), "/clienten/")
    form = CodeForm(request.POST if "code" in request.POST else None)
    context = {"form": form, "sent": "code" in request.POST, "end": admission.phone[-2:]}
    context["by_phone"] = second.came_by_phone(request)
    status = 200
    if request.method == "POST" and not context["by_phone"]:
        try:
            if not form.is_bound:
                send_code(request, admission.phone)
                context["sent"] = True
            elif form.is_valid() and _came_on(admission.phone, request, form.cleaned_data["code"]):
                second.passed(request, admission)
                record("care.second.passed", on=admission, by=request.member)
                return redirect(back)
            elif not form.errors:
                form.add_error("code", _("This code is not right, or too old. Ask for a new one."))
        except TooOften as wrong:
            form = context["form"] = CodeForm({})
            form.errors.clear()
            form.add_error(None, too_often(wrong, request.community))
    if form.errors:
        status = 422
    return render_page(request, "care/second_step.html", context, status=status)


def _came_on(phone: str, request: MemberRequest, digits: str) -> bool:
    """A code that somebody read aloud proves no phone: whoever may read it could use it."""
    return is_right(request, phone, digits) == SignInCode.Way.TEXT
