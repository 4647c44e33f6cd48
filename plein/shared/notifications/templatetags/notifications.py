"""What stands beside other questions at a screen of the place and on the phone."""

from typing import Any

from django import template

register = template.Library()


@register.inclusion_tag("notifications/_through.html", takes_context=True)
def through_somebody(context: dict[str, Any]) -> dict[str, Any]:
    """Who hears their news. Context: form (ThroughSomebody)."""
    return {"form": context["form"]}
