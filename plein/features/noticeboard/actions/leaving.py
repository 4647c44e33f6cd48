"""Somebody leaves the town: what they asked and offered goes, what others wrote stays."""

from plein.features.noticeboard.actions import closing
from plein.features.noticeboard.models import Draft, Match, Post, Response, VisitDraft
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
    Match.objects.filter(town=member.town_id, response__in=mine).update(thanks="")
