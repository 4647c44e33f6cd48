"""Coming, waiting, answering, staying away. Every seat is given out under a lock."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from plein.features.activities import telling
from plein.features.activities.actions import seats
from plein.features.activities.models import Occurrence, Registration
from plein.features.activities.queries import registrations_of, where_they_are_off
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocked_between

State = Registration.State


class EnrolmentIsClosed(Exception):
    """It is over, cancelled, or the closing date has passed."""


class TooManyPeople(Exception):
    """More guests than the organiser said."""


class StandsAlready(Exception):
    """This person enrolled anew since; `args[0]` is that registration."""


class OfferIsOver(Exception):
    """The time to answer has passed, and the seat went to the next."""


class NoSeatForThem(Exception):
    """There is no room for more guests."""


@dataclass(frozen=True, kw_only=True)
class Guest:
    """Who wants to come: a member, or a name with a way to reach it."""

    name: str
    mail: str = ""
    phone: str = ""
    people: int = 1
    answers: tuple[str, ...] = ()
    member: Member | None = None
    language: str = "nl"


def closes_at(occurrence: Occurrence) -> datetime | None:
    """When enrolment closes; None: it stays open."""
    activity = occurrence.activity
    if occurrence.starts_at:
        return occurrence.starts_at - timedelta(days=activity.closes_days)
    if activity.plan and activity.closes_days:
        local = datetime.combine(activity.plan.first_day, datetime.min.time(), activity.zone)
        return local - timedelta(days=activity.closes_days)
    return None


def is_open(occurrence: Occurrence) -> bool:
    activity = occurrence.activity
    if not activity.enrols or activity.is_cancelled or activity.hidden_at or not occurrence.happens:
        return False
    end = closes_at(occurrence)
    return end is None or end > timezone.now()


@transaction.atomic
def enrol(occurrence: Occurrence, guest: Guest, *, by: Member | None) -> Registration:
    """Give a seat, or a place in the line. Somebody who is in already finds that again."""
    row = seats.locked(occurrence.town_id, occurrence.pk)
    if guest.people > row.activity.guests + 1:
        raise TooManyPeople
    if mine := _standing(row, guest):
        return mine
    if not is_open(row):
        raise EnrolmentIsClosed
    if guest.member and not row.activity.organisation_id:
        _not_blocked(row, guest.member)
    seats.count(row)
    comes = seats.there_is_room(row, guest.people)
    row.numbered += 1
    registration = Registration.objects.create(
        town_id=row.town_id,
        occurrence=row,
        number=row.numbered,
        member=guest.member,
        name=guest.name,
        mail="" if guest.member else guest.mail,
        phone=guest.phone,
        people=guest.people,
        answers=list(guest.answers),
        state=State.COMES if comes else State.WAITS,
        entered_by=by if by and by != guest.member else None,
        language=guest.member.language if guest.member else guest.language,
    )
    _save(row)
    record("activities.registration.made", on=registration, by=by, state=registration.state)
    telling.enrolled(registration)
    telling.somebody_enrolled(row)
    return registration


@transaction.atomic
def leave(registration: Registration, *, by: Member | None) -> None:
    """Does not come after all. The seat goes to who waits longest."""
    row, mine = seats.of(registration)
    if not mine.stands:
        return
    held = mine.state in Registration.SEATED
    _set(mine, State.CANCELLED)
    mine.answers = []
    mine.save(update_fields=["answers"])
    seats.move_up(row)
    _save(row)
    record("activities.registration.left", on=mine, by=by)
    telling.left(mine, by_organiser=bool(by and by.pk != mine.member_id))
    if held:
        telling.somebody_left(row)


@transaction.atomic
def accept(registration: Registration, *, by: Member | None) -> Registration:
    """Yes, I take the seat that came free. Raises `OfferIsOver`."""
    _row, mine = seats.of(registration)
    if mine.comes:
        return mine
    if not mine.is_offered:
        raise OfferIsOver
    _set(mine, State.COMES)
    record("activities.registration.accepted", on=mine, by=by)
    telling.accepted(mine)
    return mine


@transaction.atomic
def queue_again(registration: Registration, *, by: Member | None) -> Registration:
    """Who did not answer in time may stand in line again, at the end. Raises `StandsAlready`."""
    row, mine = seats.of(registration)
    if mine.state != State.LAPSED or not is_open(row):
        raise EnrolmentIsClosed
    if anew := _standing(row, Guest(name=mine.name, mail=mine.mail, member=mine.member)):
        raise StandsAlready(anew)
    row.numbered += 1
    mine.number = row.numbered
    mine.save(update_fields=["number"])
    seats.count(row)
    _set(mine, State.COMES if seats.there_is_room(row, mine.people) else State.WAITS)
    _save(row)
    record("activities.registration.again", on=mine, by=by)
    return mine


@transaction.atomic
def bring(registration: Registration, people: int, *, by: Member | None) -> Registration:
    """Come with more or fewer people. Raises `NoSeatForThem` or `TooManyPeople`."""
    row, mine = seats.of(registration)
    if not 1 <= people <= row.activity.guests + 1:
        raise TooManyPeople
    if not mine.stands or people == mine.people:
        return mine
    seats.count(row)
    more = people - mine.people
    if mine.state in Registration.SEATED and more > 0 and not seats.there_is_room(row, more):
        raise NoSeatForThem
    mine.people, mine.changed_at = people, timezone.now()
    mine.save(update_fields=["people", "changed_at"])
    seats.move_up(row)
    _save(row)
    record("activities.registration.changed", on=mine, by=by, people=people)
    return mine


@transaction.atomic
def lapse(registration: Registration) -> bool:
    """The time to answer is over: the seat goes to the next in line."""
    row, mine = seats.of(registration)
    if mine.state != State.OFFERED or mine.offer_end > timezone.now():
        return False
    _set(mine, State.LAPSED)
    seats.move_up(row)
    _save(row)
    record("activities.registration.lapsed", on=mine)
    telling.did_not_answer(mine)
    return True


def lapse_all() -> int:
    """Every offer whose time is over. Where activities are off nobody can say yes, so nobody is
    told that they did not: there the offer waits, and the day that they are back has time left."""
    now = timezone.now()
    over = Registration.objects.filter(state=State.OFFERED, offered_until__lte=now)
    closed = over.filter(occurrence__activity__community__in=where_they_are_off())
    closed.update(offered_until=now + timedelta(days=1))
    return jobs.each(lapse, list(over.order_by("offered_until")[:500]))


def _standing(row: Occurrence, guest: Guest) -> Registration | None:
    found = registrations_of(row).standing().select_related("member")
    if guest.member:
        mine = found.filter(member=guest.member).first()
    elif guest.mail:
        mine = found.filter(mail=guest.mail, member=None).first()
    else:
        return None
    if mine:
        mine.occurrence = row
    return mine


def _not_blocked(row: Occurrence, member: Member) -> None:
    if blocked_between(row.activity.author, member):
        raise EnrolmentIsClosed


def _set(registration: Registration, state: str) -> None:
    registration.state, registration.changed_at = state, timezone.now()
    if state != State.OFFERED:
        registration.offered_until = None
    registration.save(update_fields=["state", "changed_at", "offered_until"])


def _save(row: Occurrence) -> None:
    """The count in the row is what lists show; the index hears when it becomes full or not."""
    seats.count(row)
    row.save(update_fields=["taken", "numbered"])
    jobs.changed("activities.activity", row.activity_id)
