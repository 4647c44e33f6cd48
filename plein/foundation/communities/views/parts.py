"""The tree under a place, arranged from its own site: also what has no site of its own."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.foundation.communities.actions import arranging as actions
from plein.foundation.communities.forms import parts as forms_here
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Community
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.tree import Tree
from plein.foundation.communities.views.settings_shown import (
    form_page,
    get_or_post,
    manager,
    page,
    part_of,
    posted,
    saved,
)
from plein.ui.render import render_page


@require_GET
@manager
def parts(request: MemberRequest) -> HttpResponse:
    """The tree under this place."""
    tree = request.community.tree
    below = tree.below(request.community) - {request.community.pk}
    found = [tree.all[key] for key in below]
    found.sort(key=lambda part: _line(tree, part))
    rows = [(c, tree.all[c.parent_id]) for c in found if c.parent_id]
    return render_page(request, "communities/parts.html", {"rows": rows})


def _line(tree: Tree, part: Community) -> list[str]:
    """Names from the top down: each wijk has its buurten under it."""
    names = [part.name]
    while part.parent_id:
        part = tree.all[part.parent_id]
        names.insert(0, part.name)
    return names


@get_or_post
@manager
def add_part(request: MemberRequest) -> HttpResponse:
    form = forms_here.NewPartForm(posted(request), tree=request.community.tree)
    back = reverse("communities:parts")
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        parent = form.chosen_parent()
        try:
            actions.add_part(parent, name=data["name"], kind=data["kind"], by=request.member)
            return saved(request, back)
        except actions.MayNotArrange:
            form.add_error("parent", _("That place is arranged by others."))
    return form_page(request, form, _("Add a part"), back=back)


@get_or_post
@manager
def part(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Its name and words, who to call, where it lies; and the way to the rest."""
    found = part_of(request, pk)
    form = forms_here.PartForm(posted(request), tree=request.community.tree, part=found)
    if form.is_bound and form.is_valid():
        try:
            actions.change_part(
                found, parent=form.chosen_parent(), by=request.member, **form.said()
            )
            return saved(request, reverse("communities:parts"))
        except (actions.MayNotArrange, actions.WouldHangInItself):
            form.add_error("parent", _("That place is arranged by others."))
    own_settings = absolute(found, reverse("communities:settings")) if found.host else ""
    context = {"form": form, "part": found, "own_settings": own_settings}
    return page(request, "communities/part.html", context, form)
