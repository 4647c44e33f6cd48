"""A board with something on it, indexed."""

from plein.bridges.overviews.actions import index_town
from plein.features.noticeboard.tests.making import make_ask, make_offer


def indexed(*posts):
    """The same posts, once the worker has done its work."""
    for town_id in {post.town_id for post in posts}:
        index_town(town_id)
    return posts


def titles(response):
    return [card.title for card in response.context["page"].cards]


__all__ = ["indexed", "make_ask", "make_offer", "titles"]
