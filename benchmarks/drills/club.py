"""One evening with a few seats, and what must be true when everybody has pressed."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from django.utils import timezone

from plein.features.activities.actions import enrolling, publishing
from plein.features.activities.actions.enrolling import Guest
from plein.features.activities.models import Occurrence, Registration
from plein.foundation.communities.models import Community, Member
from plein.foundation.taxonomy.actions import start_lists

State = Registration.State


@dataclass(frozen=True)
class Club:
    """An evening for which people press at the same moment."""

    occurrence: Occurrence
    seats: int

    def press(self, number: int) -> None:
        mail = f"gast{number}@voorbeeld.example"
        enrolling.enrol(self.occurrence, Guest(name=f"Gast {number}", mail=mail), by=None)

    def compare(self, told: set[int]) -> dict[str, int]:
        """What is wrong now. `told` came home with an answer, so they must be on the list."""
        rows = list(Registration.objects.filter(occurrence=self.occurrence).order_by("number"))
        states = [row.state for row in rows]
        seated = states.count(State.COMES)
        known = {row.mail for row in rows}
        lost = sum(f"gast{number}@voorbeeld.example" not in known for number in told)
        in_order = [row.number for row in rows] == list(range(1, len(rows) + 1))
        first_come = states == [State.COMES] * seated + [State.WAITS] * (len(rows) - seated)
        return {
            "overbooked": max(seated - self.seats, 0),
            "lost": lost,
            "out of order": int(not (in_order and first_come)),
            "left empty": max(min(self.seats, len(rows)) - seated, 0),
        }


def warm_up() -> None:
    """Words, templates and queries are loaded before the children are born."""
    new_round(1).press(0)


def new_round(seats: int) -> Club:
    organiser = _organiser()
    said = {
        "title": "De laatste plekken",
        "first_day": timezone.localdate() + timedelta(days=7),
        "enrolment": "each",
        "seats": seats,
    }
    wanted = publishing.Wanted(said=said, community=organiser.home)
    activity = publishing.publish(wanted, by=organiser)
    return Club(activity.occurrences.get(), seats)


@cache
def _organiser() -> Member:
    town = Community(kind="town", name="Waterdrecht", slug="waterdrecht", host="localhost")
    town.town = town
    town.save()
    start_lists(town)
    return Member.objects.create(
        town=town, name="Noor", home=town, state=Member.State.ACTIVE, greeted_at=timezone.now()
    )
