"""What also shows at a screen of the place and on the phone."""

from typing import Any

from django import template

from plein.features.noticeboard import visits
from plein.features.noticeboard.forms.answering import AgreementForm
from plein.features.noticeboard.models import Match, Response

register = template.Library()


@register.inclusion_tag("noticeboard/_propose.html")
def propose_a_day(response: Response, match: Match | None, agree: AgreementForm) -> dict[str, Any]:
    """A day and a place, as long as nothing is agreed."""
    post = response.post
    return {
        "response": response,
        "post": post,
        "match": match,
        "agree": agree,
        "meet_first": visits.meet_first(post) and visits.is_first(response),
        "walk_in": post.community.walk_in or post.community.tree.town.walk_in,
        "about_money": visits.about_money(post),
    }


@register.inclusion_tag("noticeboard/_elsewhere.html", takes_context=True)
def who_else_may_help(context: dict[str, Any]) -> dict[str, Any]:
    """Numbers to call where a place takes no asks. Context: elsewhere."""
    return {"elsewhere": context.get("elsewhere")}


@register.inclusion_tag("noticeboard/_without_name.html", takes_context=True)
def without_name(context: dict[str, Any]) -> dict[str, Any]:
    """A shy ask. Context: form (ShyForm), shy_place."""
    return {"form": context["form"], "shy_place": context.get("shy_place")}


@register.inclusion_tag("noticeboard/_meldcode.html")
def meldcode(concern: Any) -> dict[str, Any]:
    """Advice for who hears it. `concern` has a `kind`: open when somebody is worried."""
    return {"concern": concern}
