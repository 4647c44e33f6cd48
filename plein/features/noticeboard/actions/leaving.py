"""Somebody leaves the town: what they asked and offered goes, what others wrote stays."""

from django.db.models import Q
from django.utils import timezone

from plein.features.noticeboard.actions import closing
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
    mine.filter(state=Response.State.OPEN).update(state=Response.State.WITHDRAWN)
    mine.update(message="")
    told = Q(response__in=mine) | Q(response__post__author=member)
    standing = Opening.objects.standing().filter(told, town=member.town_id)
    standing.update(words="", taken_back_at=timezone.now())
    Look.objects.filter(town=member.town_id, by=member).delete()
    Match.objects.filter(town=member.town_id, response__in=mine).update(thanks="")
