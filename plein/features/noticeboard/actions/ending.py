"""Help that came back ends: kindly, for both, and without a word of who said so."""

from django.utils import timezone

from plein.features.noticeboard import telling_life
from plein.features.noticeboard.models import FollowUp, Match, Response
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member


def end(match: Match, *, by: Member) -> None:
    """In the transaction of who says so. Nobody is asked any more how it goes."""
    running = Match.objects.filter(town=match.town_id, pk=match.pk, done_at=None)
    if not running.update(done_at=timezone.now()):
        return
    match.refresh_from_db(fields=["done_at"])
    Response.objects.filter(town=match.town_id, pk=match.response_id).update(
        state=Response.State.DONE, changed_at=timezone.now()
    )
    FollowUp.objects.filter(town=match.town_id, match=match, asked_at=None).delete()
    record("noticeboard.match.stopped", on=match, by=by)
    telling_life.they_stopped(match)
    jobs.changed("noticeboard.match", match.pk)
