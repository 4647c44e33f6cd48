"""Making an activity, copying last year's, changing it, its photo."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.features.activities import access, queries
from plein.features.activities.actions import publishing
from plein.features.activities.forms.copying import as_typed, as_typed_a_year_later
from plein.features.activities.forms.making import ActivityForm, Choices
from plein.features.activities.models import Activity
from plein.foundation import jobs
from plein.foundation.communities.access import member_required
from plein.foundation.communities.addresses import Address
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.media.forms import PhotoForm
from plein.foundation.media.refusals import Refused
from plein.foundation.organisations.access import organisations_of
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
@member_required
def new(request: MemberRequest) -> HttpResponse:
    """Four things to fill in; `?van=<code>` begins with a copy of an older one."""
    if not access.may_make(request.member):
        return redirect("communities:not-greeted")
    copied = _copied(request)
    choices = _choices(request, copied)
    initial = as_typed_a_year_later(copied) if copied else _wished(request)
    form = ActivityForm(request.POST or None, choices=choices, initial=initial)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            if not jobs.first_time(key := request.POST.get("form_key", "")):
                return redirect(jobs.remembered(key) or "activities:mine")
            made = publishing.publish(_wanted(form), by=request.member)
            if copied:
                publishing.take_picture_of(copied, made, by=request.member)
            published_url = f"{made.get_absolute_url()}klaar/"
            jobs.remember(key, published_url)
        return redirect(published_url)
    return _form_page(request, form, copied=copied)


@require_safe
@member_required
def published(request: MemberRequest, address: Address) -> HttpResponse:
    """What happens now, and the photo that may be added."""
    found = access.own_activity(request.member, request.community, address.code)
    return render_page(request, "activities/published.html", {"activity": found})


@get_or_post
@member_required
def edit(request: MemberRequest, address: Address) -> HttpResponse:
    found = access.own_activity(request.member, request.community, address.code)
    if found.is_imported:
        return render_page(request, "activities/of_a_calendar.html", {"activity": found})
    choices = _choices(request, found)
    form = ActivityForm(request.POST or None, choices=choices, initial=as_typed(found))
    form.fields.pop("who")
    if request.method == "POST" and form.is_valid():
        try:
            publishing.edit(found, _wanted(form), by=request.member)
        except publishing.MoreComeAlready as more:
            form.add_error("seats", _more_come(more.args[0]))
        else:
            messages.success(request, _("Your changes have been saved."))
            return redirect(access.own_activity(request.member, request.community, address.code))
    return _form_page(request, form, changed=found)


@get_or_post
@member_required
def photo(request: MemberRequest, address: Address) -> HttpResponse:
    found = access.own_activity(request.member, request.community, address.code)
    form = PhotoForm(request.POST or None, request.FILES or None, shown=found.picture)
    if request.method == "POST" and form.is_valid():
        file, alt = form.cleaned_data["photo"], form.cleaned_data["alt"]
        try:
            if file:
                publishing.add_picture(found, file, alt=alt, by=request.member)
            else:
                publishing.describe_picture(found, alt, by=request.member)
        except Refused as refusal:
            form.add_error("photo", str(refusal.sentence))
        else:
            messages.success(request, _("Your photo stands with the activity."))
            return redirect(found)
    context = {"activity": found, "form": form, "question": form.question}
    status = 422 if request.method == "POST" else 200
    return render_page(request, "activities/photo.html", context, status=status)


def _form_page(
    request: MemberRequest,
    form: ActivityForm,
    *,
    copied: Activity | None = None,
    changed: Activity | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "copied": copied,
        "changed": changed,
        "form_key": request.POST.get("form_key") or jobs.new_form_key(),
        "earlier": [] if copied or changed else _earlier(request.member),
    }
    status = 422 if request.method == "POST" else 200
    return render_page(request, "activities/make.html", context, status=status)


def _wanted(form: ActivityForm) -> publishing.Wanted:
    place = form.community
    assert place is not None  # noqa: S101 - there is always the usual place
    organisation = form.organisation if "who" in form.fields else None
    return publishing.Wanted(
        said=form.said(),
        organisation=organisation,
        groups=form.chosen_groups,
        community=place,
        reach=form.chosen_reach,
    )


def _copied(request: MemberRequest) -> Activity | None:
    code = request.GET.get("van", "")
    if not code:
        return None
    return access.own_activity(request.member, request.community, code)


def _wished(request: MemberRequest) -> dict[str, str] | None:
    """From the showcase one comes here to make something without a date."""
    return {"rhythm": "always"} if request.GET.get("wanneer") == "doorlopend" else None


def _choices(request: MemberRequest, activity: Activity | None) -> Choices:
    member = request.member
    organisations = organisations_of(member)
    return Choices(
        themes=queries.themes(member.town_id),
        groups=queries.target_groups(member.town_id),
        organisations=organisations,
        places=_places(request.community),
        resident=member.is_greeted,
        usual_place=activity.community if activity else _usual_place(member, request.community),
    )


def _places(community: Community) -> list[Community]:
    """This place and everything inside it, by name."""
    tree = community.tree
    below = [tree.all[key] for key in tree.below(community)]
    return sorted(below, key=lambda place: (place.pk != community.pk, place.name))


def _usual_place(member: Member, community: Community) -> Community:
    """Where the member lives when that is here, else this site."""
    tree = community.tree
    home = tree.all.get(member.home_id, community)
    return home if home.pk in tree.below(community) else community


def _earlier(member: Member) -> list[Activity]:
    """What can be copied."""
    return [activity for activity, _next in queries.made_by(member, over=True)][:5]


def _more_come(number: int) -> str:
    return _("%(number)d people come already. Choose that number or more.") % {"number": number}
