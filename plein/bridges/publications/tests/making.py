"""Things to print, and people who ask for it, made as on the site."""

from plein.bridges.overviews.actions import index_town
from plein.bridges.publications import actions
from plein.bridges.publications.models import Order, Standing
from plein.features.activities.tests.making import make_activity
from plein.features.noticeboard.tests.making import make_offer


def make_offer_row(author, **said):
    """The key of an offer in the index, open to everybody."""
    post = make_offer(author, **said)
    index_town(author.town_id)
    return post.pk


def make_agenda(author, *titles, **said):
    """Activities of next week in the index."""
    made = [make_activity(author, title=title, **said) for title in titles]
    index_town(author.town_id)
    return made


def ordered(community, house="", shape="lijst-tekst", query="", **said) -> Order:
    return actions.order(community, house, query, shape, by="192.0.2.7", **said)


def made(community, *args, **said) -> Order:
    """Ordered, and the worker did its work."""
    order = ordered(community, *args, **said)
    actions.make_order(order.pk)
    order.refresh_from_db()
    return order


def make_standing(member, community, *, name="Boekje voor de bibliotheek", mails=False, **said):
    order = ordered(community, **said)
    kept: Standing = actions.keep_standing(order, name, mails=mails, by=member)
    return kept
