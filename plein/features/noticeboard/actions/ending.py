"""What was agreed ends: kindly, for both, and without a word of who said so."""

from django.db.models import QuerySet
from django.utils import timezone

from plein.features.noticeboard import telling_behalf, telling_life
from plein.features.noticeboard.models import FollowUp, Match, Post, Response
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member


def end(match: Match, *, by: Member | None, helper_left: bool = False) -> None:
    """In the transaction of who says so. Nobody is asked any more how it goes.

    `helper_left`: the asker did not choose this, and is asked whether we look for somebody else.
    """
    running = Match.objects.filter(town=match.town_id, pk=match.pk, done_at=None)
    if not running.update(done_at=timezone.now()):
        return
    match.refresh_from_db(fields=["done_at"])
    Response.objects.filter(town=match.town_id, pk=match.response_id).update(
        state=Response.State.DONE, changed_at=timezone.now()
    )
    FollowUp.objects.filter(town=match.town_id, match=match, asked_at=None).delete()
    record("noticeboard.match.stopped", on=match, by=by)
    telling_life.they_stopped(match, helper_left=helper_left)
    jobs.changed("noticeboard.match", match.pk)


def call_off(posts: "QuerySet[Post]", *, by: Member | None) -> None:
    """The word that these stood on is gone: who was going to help hears it, before they close."""
    running = Match.objects.filter(response__post__in=posts.values("pk"), done_at=None)
    for match in running.select_related(
        "response__post__author", "response__post__community", "response__author"
    ).order_by("pk"):
        if match.met_at:
            end(match, by=by)
            continue
        if match.is_agreed:
            telling_behalf.called_off(match)
            Response.objects.filter(town=match.town_id, pk=match.response_id).update(
                state=Response.State.THANKED, changed_at=timezone.now()
            )
            record("noticeboard.match.cancelled", on=match, by=by)
        jobs.changed("noticeboard.match", match.pk)
        match.delete()
