"""The slip, also on the pages of a matchpoint."""

from typing import Any

from django import template

from plein.bridges.overviews.models import Row
from plein.bridges.referrals.models import Referral

register = template.Library()


@register.inclusion_tag("referrals/_goes.html", takes_context=True)
def slip_to_take(
    context: template.Context, referral: Referral, row: Row | None, paper: str, phone: str
) -> dict[str, Any]:
    """`paper` is a6 or strip; `phone` is whom to call when it does not work out."""
    around = {"request": context["request"], "site": context["site"]}
    return {"referral": referral, "row": row, "paper": paper, "phone": phone} | around
