"""One tap after a call, whatever it was about."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.telephone.models import Call, CallBack, Tidings
from plein.bridges.telephone.queries import ASKS, TIDINGS
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard.models import Farewell, FollowUp, Post
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.shared.notifications.actions import tell_in_person

Result = Call.Result
ENDS = (Result.REACHED, Result.NOT_ASKED, Result.MOVED)


@transaction.atomic
def called(row: MatterRow, result: str, *, by: Member) -> Call:
    """Who was reached is off the list; who was not comes back tomorrow morning. A matter of safety
    stays for today: who called keeps it, and others may after some hours.

    An ask stays a matter of this week until a neighbour helps, but nobody calls about it twice.
    """
    call = Call.objects.create(
        town_id=row.town_id, kind=row.kind, about=row.about, result=Result(result), by=by
    )
    record("telephone.call.noted", on=call, by=by, kind=row.kind, result=call.result)
    _pass_on(row, call, by)
    if call.result not in ENDS and dayboard.may_wait(row):
        wrong, why = call.result == Result.WRONG, MatterRow.Because
        because = why.WAITS if wrong else why.NO_ANSWER
        dayboard.snooze(row, MatterRow.Until.TOMORROW, because, by=by)
    elif row.kind in ASKS:
        dayboard.snooze(row, MatterRow.Until.TOMORROW, MatterRow.Because.WAITS, by=by)
    return call


def _pass_on(row: MatterRow, call: Call, by: Member) -> None:
    """To the app it is about, in its own words."""
    town, key, reached = row.town_id, row.about, call.result == Result.REACHED
    if row.kind == "telephone.call_back":
        one = CallBack.objects.open().filter(town=town, pk=key).first()
        if one and call.result in ENDS:
            note_call_back(one, not_asked=call.result == Result.NOT_ASKED, by=by)
    elif row.kind == TIDINGS:
        if call.result in ENDS:
            _note_tidings(town, key, by)
    elif row.kind in ASKS:
        if call.result != Result.NOT_ASKED:
            noticeboard.note_contact(Post.objects.get(town=town, pk=key), call.result, by=by)
    elif reached and row.kind == "notifications.tell":
        tell_in_person(Member.objects.get(town=town, pk=key), by=by)
    elif reached and row.kind == "noticeboard.follow_up":
        noticeboard.follow_up_seen(FollowUp.objects.get(town=town, pk=key), by=by)
    elif reached and row.kind == "noticeboard.farewell":
        noticeboard.farewell_told(Farewell.objects.get(town=town, pk=key), by=by)


@transaction.atomic
def note_call_back(one: CallBack, *, not_asked: bool, by: Member) -> None:
    """Somebody of the place called; the number stands on the list no more."""
    one.done_at, one.not_asked = timezone.now(), not_asked
    one.save(update_fields=["done_at", "not_asked"])
    record("telephone.call_back.done", on=one, by=by, not_asked=not_asked)
    jobs.changed("telephone.call_back", one.pk)


def _note_tidings(town: UUID, key: UUID, by: Member) -> None:
    """It was checked; whoever is gone was stopped on their own page."""
    one = Tidings.objects.open().filter(town=town, pk=key)
    if one.update(done_at=timezone.now()):
        record("telephone.tidings.checked", on=Tidings.objects.get(town=town, pk=key), by=by)
        jobs.changed("telephone.tidings", key)
