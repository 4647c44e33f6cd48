"""Who comes to what, in every state: a seat, the waiting list, an offer, a kind no."""

from collections.abc import Mapping
from datetime import timedelta

from plein.demo.maker import BATCH, Maker
from plein.features.activities.models import Occurrence, Registration
from plein.foundation.communities.models import Member

State = Registration.State
FULL, EMPTY, BY_MAIL, BY_PHONE = 0.25, 0.1, 0.2, 0.08
DATES = 2
"""Of a series the next dates only: nobody enrols for next summer."""
DIETS = ("vegetarisch", "geen noten", "halal", "geen melk", "", "", "")
RIDES = ("ja, graag", "nee", "", "")


def make_guests(
    maker: Maker, rows: list[Occurrence], members: list[Member], cast: Mapping[str, Member]
) -> None:
    """Enrolments for what is asked for, within the seats; who is too late waits."""
    here = [m for m in members if m.greeted_at] + list(cast.values())
    made: list[Registration] = []
    seen: dict[object, int] = {}
    for row in rows:
        if row.seats is None or row.activity.is_cancelled:
            continue
        seen[row.activity_id] = seen.get(row.activity_id, 0) + 1
        if seen[row.activity_id] <= DATES:
            made += _fill(maker, row, [m for m in here if m.pk != row.activity.author_id])
    Registration.objects.bulk_create(made, batch_size=BATCH)
    changed = [row for row in rows if row.numbered]
    Occurrence.objects.bulk_update(changed, ["taken", "numbered"], batch_size=200)


def _fill(maker: Maker, row: Occurrence, people: list[Member]) -> list[Registration]:
    """People in the order in which they came."""
    seats = row.seats or 0
    share = maker.chance.choices(
        (0.0, maker.chance.uniform(0.1, 0.9), 1.25), (EMPTY, 1 - EMPTY - FULL, FULL)
    )[0]
    wanted = min(round(seats * share), 45)
    chosen = maker.chance.sample(people, min(wanted, len(people)))
    rows = [_guest(maker, row, member, number) for number, member in enumerate(chosen, 1)]
    for registration in rows:
        _seat(maker, row, registration)
    row.numbered = len(rows)
    return rows


def _guest(maker: Maker, row: Occurrence, member: Member, number: int) -> Registration:
    made = maker.ago(0.1, 12)
    registration = Registration(
        pk=maker.key(made),
        town_id=row.town_id,
        occurrence=row,
        number=number,
        name=member.name,
        member=member,
        people=1 + (1 if row.activity.guests and maker.often(0.2) else 0),
        answers=_answers(maker, row.activity.questions),
        made_at=made,
        changed_at=made,
    )
    if maker.often(BY_MAIL):
        registration.member, registration.mail = (
            None,
            f"gast{registration.pk.hex[-8:]}@voorbeeld.example",
        )
    elif maker.often(BY_PHONE):
        registration.member = None
        registration.phone = f"+3118455{maker.chance.randint(1000, 9999)}"
        registration.entered_by = row.activity.author
    return registration


def _answers(maker: Maker, questions: list[str]) -> list[str]:
    return [maker.chance.choice(DIETS if key == "diet" else RIDES) for key in questions]


def _seat(maker: Maker, row: Occurrence, registration: Registration) -> None:
    seats = row.seats or 0
    if maker.often(0.06):
        registration.state = State.CANCELLED
    elif row.taken + registration.people <= seats:
        registration.state = State.COMES
        if maker.often(0.04):
            registration.state = State.OFFERED
            registration.offered_until = maker.now + timedelta(hours=maker.chance.randint(3, 30))
        row.taken += registration.people
    else:
        registration.state = State.LAPSED if maker.often(0.1) else State.WAITS
