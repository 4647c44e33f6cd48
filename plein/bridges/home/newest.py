"""The newest things on the board, as cards: with the eyes of whoever looks (TRUST-7)."""

from plein.bridges.overviews import queries
from plein.bridges.overviews.cards import Reading, card
from plein.foundation.communities.models import Community
from plein.foundation.communities.requests import PleinRequest
from plein.ui.card import Card

HOW_MANY = 6


def newest_cards(request: PleinRequest, part: Community | None = None) -> list[Card]:
    """Of the whole place, or of one part of it and what lies inside."""
    community, member = request.community, request.member
    if "noticeboard" not in community.modules:
        return []
    rows = queries.on_site(member, community, "noticeboard")
    if part:
        rows = rows.filter(area__in=community.tree.below(part))
    found = list(rows.order_by("-pk")[:HOW_MANY])
    if not found:
        return []
    themes = {theme.key: theme for theme in queries.themes(community.town_id)}
    reading = Reading(member, community, themes)
    return [card(row, reading) for row in found]
