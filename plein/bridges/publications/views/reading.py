"""Who gets it each month as well: the maker asks an address, and who reads there answers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from plein.bridges.publications import access, actions
from plein.bridges.publications.forms import TOO_MANY_READERS, TOO_OFTEN, ReaderForm
from plein.bridges.publications.shapes import BY_KEY
from plein.foundation.accounts import limits
from plein.foundation.communities.access import greeted_required
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def readers(request: MemberRequest, code: str) -> HttpResponse:
    """The addresses, and a field for another one."""
    standing = access.my_standing(request.member, request.community, code)
    form = ReaderForm(request.POST or None)
    if form.is_valid():
        try:
            actions.add_reader(standing, form.cleaned_data["mail"], by=request.member)
            messages.success(request, _("We ask this address by mail. It comes after a yes."))
            return redirect("publications:readers", code)
        except actions.TooManyReaders:
            form.add_error(None, TOO_MANY_READERS)
        except limits.TooOften:
            form.add_error(None, TOO_OFTEN)
    context = {"form": form, "standing": standing, "readers": standing.readers.all()}
    status = 422 if form.errors else 200
    return render_page(request, "publications/readers.html", context, status=status)


@require_POST
@greeted_required
def drop_reader(request: MemberRequest, code: str, key: UUID) -> HttpResponse:
    standing = access.my_standing(request.member, request.community, code)
    actions.drop_reader(access.reader_of(standing, key), by=request.member)
    return redirect("publications:readers", code)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def reader(request: PleinRequest, key: str) -> HttpResponse:
    """From a mail: opening it changes nothing, a button does."""
    found = access.reader_by_key(request.community, key)
    if found is None:
        return render_page(request, "publications/reader_gone.html", {}, status=404)
    if request.method == "POST":
        if request.POST.get("answer") == "yes":
            actions.confirm_reader(found)
            messages.success(request, _("You hear of it each month."))
            return redirect("publications:reader", key)
        if request.POST.get("answer") == "no":
            actions.drop_reader(found)
            return render_page(request, "publications/reader_gone.html", {})
    context = {"reader": found, "standing": found.standing, "shape": BY_KEY[found.standing.shape]}
    return render_page(request, "publications/reader.html", context)
