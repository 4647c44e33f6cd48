"""Somebody leaves the town: what they asked and offered goes, what others wrote stays."""

from django.db.models import Q
from django.utils import timezone

from plein.features.noticeboard.actions import agreeing, climbing, closing, ending, farewell
from plein.features.noticeboard.models import (
    Draft,
    Look,
    Match,
    Opening,
    Post,
    Response,
    VisitDraft,
)
from plein.foundation import jobs
from plein.foundation.communities.models import Member
from plein.foundation.media.actions import erase_picture


def forget(member: Member) -> None:
    """Close their posts, tell who waited for them, and erase their words."""
    Draft.objects.filter(town=member.town_id, member=member).delete()
    VisitDraft.objects.filter(town=member.town_id, member=member).delete()
    _cancel(member)
    farewell.call_no_more(member)
    for post in Post.objects.of(member).select_related("picture"):
        if post.closed_at is None:
            closing.close(post, Post.Closing.NOT_NEEDED, by=member)
        picture, post.picture = post.picture, None
        post.title, post.text = "…", ""
        post.save(update_fields=["title", "text", "picture"])
        if picture:
            erase_picture(picture, by=member)
        jobs.changed("noticeboard.post", post.pk)
    mine = Response.objects.filter(town=member.town_id, author=member)
    talking = mine.filter(state=Response.State.OPEN)
    left = list(talking.select_related("post__community"))
    talking.update(state=Response.State.WITHDRAWN)
    for response in left:
        climbing.look(response.post)
    mine.update(message="")
    told = Q(response__in=mine) | Q(response__post__author=member)
    standing = Opening.objects.standing().filter(told, town=member.town_id)
    standing.update(words="", taken_back_at=timezone.now())
    Look.objects.filter(town=member.town_id, by=member).delete()
    Match.objects.filter(town=member.town_id, response__in=mine).update(thanks="")


def _cancel(member: Member) -> None:
    """What was agreed is off and the other one hears it; a neighbour's ask is open again.

    What a professional asked for a client is handed over or ended by itself.
    """
    theirs = Q(response__author=member) | Q(response__post__author=member)
    matches = Match.objects.filter(theirs, town=member.town_id, done_at=None)
    matches = matches.exclude(response__post__mandate__isnull=False, response__post__author=member)
    for match in matches.select_related(
        "response__post__author", "response__post__community", "response__author"
    ):
        response, post = match.response, match.response.post
        stays = post.is_ask and post.author_id != member.pk
        again = stays and post.closing in ("", Post.Closing.FOUND)
        if match.met_at:
            ending.end(match, by=member, helper_left=again)
            continue
        agreeing.cancel(response, by=member, told="helper_left" if again else "left")
        if match.is_agreed and post.author_id == member.pk:
            # They heard it just now: no second word when the post closes.
            told = Response.objects.filter(town=member.town_id, pk=response.pk)
            told.filter(state=Response.State.OPEN).update(state=Response.State.THANKED)
