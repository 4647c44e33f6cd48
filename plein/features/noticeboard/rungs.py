"""Which proof a task asks of who helps, and who still has too little (HELP-13)."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from plein.features.noticeboard.models import Post, Response
from plein.foundation.communities import tree
from plein.foundation.communities.models import Community, Member
from plein.foundation.proofs import wording
from plein.foundation.proofs.models import Rung
from plein.foundation.proofs.queries import highest_of, lacking, nearest, rules_in, rules_of


def helper_of(response: Response) -> Member:
    return response.author if response.post.is_ask else response.post.author


def missing_of(helper: Member, post: Post) -> Rung | None:
    """What this helper still has to show for this task here; None: nothing.

    For an offer of an organisation that organisation answers for who comes.
    """
    if _answered_for(post):
        return None
    return lacking(helper, place_of(post), post.task_class)


def missing(response: Response) -> Rung | None:
    return missing_of(helper_of(response), response.post)


def missing_among(responses: Sequence[Response], town_id: UUID) -> Iterator[tuple[Response, Rung]]:
    """Those that lack something, with what; as few questions for a thousand as for two."""
    has = highest_of(town_id, (helper_of(one).pk for one in responses))
    rules, places = rules_in(town_id), tree.of(town_id).all
    for one in responses:
        post = one.post
        asked = nearest(rules, places[post.community_id]).asked_for(post.task_class)
        had = has.get(helper_of(one).pk, Rung.NONE)
        if not _answered_for(post) and asked.height > had.height:
            yield one, asked


def _answered_for(post: Post) -> bool:
    """By the organisation of the offer, for who comes."""
    return not post.is_ask and post.stands_for == Post.StandsFor.ORGANISATION


def asked_in_words(post: Post) -> str:
    """For the page of a task that asks something; empty for most tasks."""
    return wording.asked(rules_of(place_of(post)).asked_for(post.task_class))


def how_to_get(rung: Rung | None, post: Post) -> str:
    return wording.how_to_get(rung, place_of(post)) if rung else ""


def place_of(post: Post) -> Community:
    return post.community.tree.all[post.community_id]
