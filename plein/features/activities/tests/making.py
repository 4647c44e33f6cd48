"""Activities for tests, made by the same actions as on the site."""

from datetime import date, time, timedelta

from django.utils import timezone

from plein.features.activities.actions import enrolling, publishing
from plein.features.activities.actions.enrolling import Guest
from plein.features.activities.models import Activity, Occurrence
from plein.foundation.organisations.actions import add_editor, admit
from plein.foundation.taxonomy.models import TargetGroup, Theme

TITLE = "Kanarieclub bij de thee"


def next_week(weekday: int = 1) -> date:
    """A Tuesday of next week, or another day of it."""
    today = timezone.localdate()
    return today + timedelta(days=7 - today.weekday() + weekday)


def make_activity(
    author, *, community=None, organisation=None, theme="gezelschap", groups=(), **said
):
    """One Tuesday from ten to twelve in De Wiek, unless it says something else."""
    usual = {
        "title": TITLE,
        "text": "Samen zingen en koffie.",
        "place": "Buurthuis De Wiek",
        "street": "Molenpark 1",
        "first_day": next_week(),
        "starts_at": time(10),
        "ends_at": time(12),
    }
    if said.get("at_home"):
        usual |= {"place": "", "street": ""}
    if "first_day" in said and said["first_day"] is None:
        usual |= {"starts_at": None, "ends_at": None}
    found = Theme.objects.get(town=author.town_id, key=theme) if theme else None
    wanted = publishing.Wanted(
        said=usual | {"theme": found} | said,
        groups=list(TargetGroup.objects.filter(town=author.town_id, key__in=groups)),
        organisation=organisation,
        community=community or author.home,
    )
    return publishing.publish(wanted, by=author)


def make_weekly(author, **said) -> Activity:
    return make_activity(author, **{"rrule": "FREQ=WEEKLY;BYDAY=TU"} | said)


def make_club(author, *, seats=None, guests=1, **said) -> Activity:
    """One date for which people enrol."""
    return make_activity(author, enrolment="each", seats=seats, guests=guests, **said)


def first(activity) -> Occurrence:
    return activity.occurrences.order_by("starts_at").first()


def come(occurrence, who, *, people=1, by=None):
    """Enrol a member, or a guest by their name."""
    if isinstance(who, str):
        guest = Guest(name=who, mail=f"{who.lower()}@voorbeeld.example", people=people)
    else:
        guest = Guest(name=who.name, member=who, people=people)
    return enrolling.enrol(occurrence, guest, by=by)


def make_organisation(editor, by, name="Zangclub De Kanarie"):
    organisation = admit(editor.home, name=name, by=by)
    add_editor(organisation, editor, by=by)
    return organisation
