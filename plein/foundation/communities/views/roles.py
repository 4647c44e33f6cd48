"""Who does what here: giving and taking roles."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.foundation.communities import actions
from plein.foundation.communities.access import known_neighbour, right_required
from plein.foundation.communities.actions.roles import LastOne
from plein.foundation.communities.forms.roles import RoleForm
from plein.foundation.communities.models import BOUND, Member
from plein.foundation.communities.queries import roles_in
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import gives, may_within, places_within
from plein.foundation.communities.subjects import subjects_of
from plein.ui.render import render_page

giver = right_required("role.give", may_within)


@require_GET
@giver
def roles(request: MemberRequest) -> HttpResponse:
    """Everybody with a role in this place or inside it."""
    tree = request.community.tree
    names = dict(subjects_of(request.community.town_id))
    rows = [
        (
            role,
            tree.all[role.community_id],
            names.get(role.subject, role.subject),
            role.role in gives(request.member, tree.all[role.community_id]),
        )
        for role in roles_in(request.community, request.member)
    ]
    return render_page(request, "communities/roles.html", {"rows": rows, "bound": BOUND})


@require_http_methods(["GET", "HEAD", "POST"])
@giver
def give(request: MemberRequest) -> HttpResponse:
    """One form: who, what, where, for which theme, until when."""
    here = request.community
    mine = places_within(request.member, "role.give", here)
    # Here first; who arranges a part only, gives roles in that part.
    places = [here.tree.all[key] for key in sorted(mine, key=lambda key: (key != here.pk, key))]
    whom = _whom(request)
    form = RoleForm(
        request.POST if request.method == "POST" else None,
        places=places,
        roles=frozenset().union(*(gives(request.member, place) for place in places)),
        subjects=subjects_of(here.town_id),
        town=here.tree.town,
        initial={"community": str(places[0].pk)},
    )
    if whom:
        del form.fields["member"]
    if form.is_bound and form.is_valid():
        return _give(request, form, whom or form.cleaned_data["member"])
    context = {"form": form, "whom": whom}
    status = 422 if form.errors else 200
    return render_page(request, "communities/give_role.html", context, status=status)


def _give(request: MemberRequest, form: RoleForm, member: Member) -> HttpResponse:
    data = form.cleaned_data
    try:
        actions.give_role(
            member,
            data["role"],
            form.chosen_community(),
            by=request.member,
            subject=data["subject"],
            until=data["until"],
        )
        waits = data["role"] in BOUND and not member.is_bound
        words = _("%(name)s can begin after the promise and the safety training.")
        messages.success(
            request, (words if waits else _("%(name)s can begin.")) % {"name": member.name}
        )
    except actions.MayNotGive:
        messages.error(request, _("This role is not yours to give."))
    except LastOne:
        messages.error(request, _last_one())
    return redirect("communities:roles")


@require_POST
@giver
def take(request: MemberRequest, pk: UUID) -> HttpResponse:
    role = get_object_or_404(roles_in(request.community, request.member), pk=pk)
    try:
        actions.take_role(role, by=request.member)
        messages.success(
            request, _("Done. %(name)s hears it from you.") % {"name": role.member.name}
        )
    except actions.MayNotGive:
        messages.error(request, _("This role is not yours to take."))
    except LastOne:
        messages.error(request, _last_one())
    return redirect("communities:roles")


def _last_one() -> str:
    return _("Somebody must arrange this place. First give the role to another.")


def _whom(request: MemberRequest) -> Member | None:
    """Somebody chosen on their own page."""
    asked = request.POST.get("wie") or request.GET.get("wie")
    try:
        key = UUID(asked) if asked else None
    except ValueError:
        return None
    return known_neighbour(request.member, request.community, key) if key else None
