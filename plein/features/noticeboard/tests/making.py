"""Posts and answers for tests, made by the same actions as on the site."""

from plein.features.noticeboard import actions
from plein.features.noticeboard.models import Post
from plein.foundation.taxonomy.models import Theme
from plein.shared.conversations.models import Conversation

SECRET_TITLE, SECRET_TEXT = "Kanarietitel boodschappen", "Kanarietekst van de derde etage."


def make_post(author, *, kind="ask", theme="boodschappen-koken", community=None, **said) -> Post:
    wanted = actions.Wanted(
        kind=kind,
        theme=Theme.objects.get(town=author.town_id, key=theme),
        title=said.pop("title", SECRET_TITLE),
        text=said.pop("text", SECRET_TEXT),
        **said,
    )
    return actions.publish(wanted, community=community or author.home, by=author)


def make_ask(author, **said) -> Post:
    return make_post(author, **said)


def make_offer(author, **said) -> Post:
    usual = {"title": "Ik help met lampen", "text": "Rustig aan, met een praatje."}
    return make_post(author, kind="offer", **usual | said)


def answered(post, by, message="Ik kan dinsdag.") -> Conversation:
    return actions.respond(post, message, by=by).conversation


def agreed(post, by):
    """An answer with an appointment, said yes to by both."""
    response = actions.respond(post, "Ik kan dinsdag.", by=by)
    actions.propose(response, "dinsdag om 10 uur", "bij de bibliotheek", by=by)
    actions.confirm(response, by=post.author)
    response.refresh_from_db()
    return response
