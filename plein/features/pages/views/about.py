"""The front of the house "Over <plaats>", and how it works here."""

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plein.features.pages import queries
from plein.features.pages.models import Page
from plein.foundation.communities.requests import PleinRequest
from plein.foundation.communities.rights import may_anywhere
from plein.ui.render import render_page


@require_safe
def about(request: PleinRequest) -> HttpResponse:
    """The pages of this place, its news and stories, and what neighbours tell and ask."""
    member, community = request.member, request.community
    notes, _more = queries.notes_page(member, community)
    questions, _more = queries.questions_page(member, community)
    context = {
        "tree": queries.tree_of(member, community),
        "news": queries.newest(member, community, Page.Kind.NEWS, most=4),
        "stories": queries.newest(member, community, Page.Kind.STORY, Page.Kind.INTERVIEW, most=3),
        "notes": notes[:3],
        "questions": questions[:4],
        "writes": may_anywhere(member, "page.write") or may_anywhere(member, "note.let-in"),
    }
    return render_page(request, "pages/about.html", context)


@require_safe
def how(request: PleinRequest) -> HttpResponse:
    context = {
        "town": request.community.tree.town,
        "minimum_age": request.community.tree.town.least_age,
        "loosened": request.community.public_tasks_open,
        "demo": settings.DEMO,
    }
    return render_page(request, "pages/how.html", context)
