"""What also shows at a screen of the place and on the phone."""

from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from plein.features.noticeboard import safety, telling_safety, visits
from plein.features.noticeboard.forms.answering import AgreementForm
from plein.features.noticeboard.models import Match, Response
from plein.foundation.communities.models import Community, Member

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


@register.inclusion_tag("noticeboard/_call_off_here.html")
def call_off_here(match: Match | None, asker: Member | None = None) -> dict[str, Any]:
    """'I cannot come': for who helps and asks without a screen of their own. `asker` is named
    where somebody else notes it."""
    return {"match": match, "asker": asker, "helper": match.response.author if match else None}


@register.simple_tag
def heard_before(community: Community) -> str:
    """Before when somebody calls who tells something now, as it is said: today before 14.30."""
    due = safety.due_after(safety.Step.TOLD, community, timezone.now())
    return telling_safety.before(due, get_language() or "nl")


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
