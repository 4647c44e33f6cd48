"""'Er kwam niemand': noted kindly, of the two together, and a new date is offered."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from plein.features.noticeboard import telling
from plein.features.noticeboard.actions import agreeing
from plein.features.noticeboard.models import Match, NoShow, Response
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member

KEPT = timedelta(days=30)


@transaction.atomic
def nobody_came(response: Response, *, by: Member) -> None:
    """The two make a new date; help that comes back simply goes on. Raises `NotAgreed`."""
    match = Match.objects.filter(town=by.town_id, response=response, done_at=None).first()
    if match is None or not match.may_be_missed:
        raise agreeing.NotAgreed
    match.response = response
    note, _new = NoShow.objects.update_or_create(
        town_id=by.town_id, response=response, defaults={"made_at": timezone.now()}
    )
    # Who said so stands in no record: it would tell who stayed away.
    record("noticeboard.match.missed", on=note)
    if match.met_at:
        telling.about_match(match, "missed", by=by)
    else:
        agreeing.cancel(response, by=by, told="missed")
    jobs.changed("noticeboard.match", match.pk)


@transaction.atomic
def looked(note: NoShow, *, by: Member) -> None:
    """A connector knows; nothing of it is kept."""
    record("noticeboard.match.missed_seen", on=note, by=by)
    jobs.changed("noticeboard.match", note.pk)
    NoShow.objects.filter(town=by.town_id, pk=note.pk).delete()


def forget_old() -> None:
    NoShow.objects.filter(made_at__lt=timezone.now() - KEPT).delete()
