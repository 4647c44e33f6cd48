"""What pages need of several tables."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from plein.features.activities.access import visible_activities
from plein.features.activities.models import (
    Activity,
    CalendarFeed,
    Occurrence,
    OccurrenceQuerySet,
    Registration,
    RegistrationQuerySet,
)
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.sizes import modules_with
from plein.foundation.organisations.access import organisations_of
from plein.foundation.organisations.models import Editor
from plein.foundation.taxonomy.models import TargetGroup, Theme
from plein.lib.codes import short_code

A_PAGE = 30
COMING = 8
"""Dates on the page of an activity."""


def themes(town_id: object) -> list[Theme]:
    return list(Theme.objects.in_town(town_id).in_use())


def target_groups(town_id: object) -> list[TargetGroup]:
    return list(TargetGroup.objects.in_town(town_id).in_use())


def free_code(town_id: UUID) -> str:
    """A short code that no activity of this town has."""
    code = short_code()
    while Activity.objects.filter(town=town_id, code=code).exists():
        code = short_code()
    return code


def coming(activity: Activity, number: int = COMING) -> list[Occurrence]:
    """The next dates, cancelled ones too: people look for why nobody is there."""
    rows = Occurrence.objects.filter(town=activity.town_id, activity=activity)
    return list(rows.exclude(day=None).upcoming().order_by("starts_at")[:number])


def whole_of(activity: Activity) -> Occurrence | None:
    return Occurrence.objects.filter(town=activity.town_id, activity=activity, day=None).first()


def busiest(activity: Activity) -> int:
    """The busiest date that is still to come: fewer seats than that cannot be."""
    rows = Occurrence.objects.filter(town=activity.town_id, activity=activity)
    rows = rows.filter(Q(day=None) | Q(starts_at__gte=timezone.now()))
    return int(rows.aggregate(most=Max("taken"))["most"] or 0)


def registrations_of(occurrence: Occurrence) -> RegistrationQuerySet:
    return Registration.objects.filter(town=occurrence.town_id, occurrence=occurrence)


def concerned(occurrence: Occurrence, *, course: bool) -> RegistrationQuerySet:
    """Who counts on this date; with `course` also who enrolled once for all dates."""
    rows = Registration.objects.filter(town=occurrence.town_id)
    these = Q(occurrence=occurrence)
    if course:
        these |= Q(occurrence__activity=occurrence.activity_id, occurrence__day=None)
    return rows.filter(these).standing()


def without_mail(occurrence: Occurrence) -> list[Registration]:
    """Who comes or waits and hears of nothing unless somebody calls."""
    rows = registrations_of(occurrence).standing().filter(member=None, mail="")
    return list(rows.order_by("number"))


def my_standing(member: Member | None, activity: Activity) -> dict[UUID, Registration]:
    """My registrations for this activity that still count, by occurrence."""
    if member is None:
        return {}
    rows = Registration.objects.filter(
        town=activity.town_id, member=member, occurrence__activity=activity
    )
    return {row.occurrence_id: row for row in rows.standing()}


@dataclass(frozen=True)
class Numbers:
    """How many people; the only thing that others than the organiser may know."""

    coming: int
    waiting: int
    to_answer: int


def numbers_of(occurrence: Occurrence) -> Numbers:
    state = Registration.State
    found = registrations_of(occurrence).aggregate(
        coming=Sum("people", filter=Q(state=state.COMES)),
        waiting=Sum("people", filter=Q(state=state.WAITS)),
        to_answer=Sum("people", filter=Q(state=state.OFFERED)),
    )
    return Numbers(**{name: number or 0 for name, number in found.items()})


def organisers_of(activity: Activity) -> list[Member]:
    """Who is told: the maker, or the coordinators when the maker went away."""
    if activity.organisation_id is None:
        return [activity.author] if activity.author.is_here else []
    editors = Editor.objects.filter(town=activity.town_id, organisation=activity.organisation_id)
    people = [e.member for e in editors.select_related("member__account", "member__home")
              .order_by("-coordinator", "id")]  # fmt: skip
    mine = [one for one in people if one.pk == activity.author_id and one.is_here]
    return mine or [one for one in people if one.is_here][:1]


def made_by(member: Member, *, over: bool = False) -> list[tuple[Activity, Occurrence | None]]:
    """What a member organises, also for organisations, each with the next date."""
    mine = Q(author=member, organisation=None) | Q(organisation__in=organisations_of(member))
    rows = Activity.objects.filter(mine, town=member.town_id).select_related("organisation")
    upcoming = Occurrence.objects.filter(town=member.town_id).upcoming()
    ahead = Q(first_day=None) | Q(pk__in=upcoming.values("activity"))
    ended = Q(cancelled_at__isnull=False) | ~ahead
    rows = rows.filter(ended) if over else rows.exclude(ended)
    found = list(rows.order_by("-id")[:A_PAGE])
    dates = _next_dates(found)
    for activity in found:
        if following := dates.get(activity.pk):
            following.activity = activity
    return [(activity, dates.get(activity.pk)) for activity in found]


def _next_dates(activities: list[Activity]) -> dict[UUID, Occurrence]:
    rows = Occurrence.objects.filter(activity__in=activities).upcoming().exclude(day=None)
    first: dict[UUID, Occurrence] = {}
    for row in rows.order_by("starts_at")[: A_PAGE * 80]:
        first.setdefault(row.activity_id, row)
    return first


def my_registrations(member: Member) -> list[Registration]:
    """What I enrolled for and is not over yet, the first date first."""
    now = timezone.now()
    rows = Registration.objects.filter(town=member.town_id, member=member).standing()
    rows = rows.filter(
        Q(occurrence__starts_at=None) | Q(occurrence__starts_at__gte=now) |
        Q(occurrence__ends_at__gte=now)
    )  # fmt: skip
    return list(rows.complete().order_by("occurrence__starts_at", "id")[:A_PAGE])


def to_call(activity: Activity) -> list[Registration]:
    """People without mail who must hear that it is different from what they know."""
    rows = waiting_for_a_call(activity.town_id).filter(occurrence__activity=activity)
    return list(rows.select_related("occurrence").order_by("number"))


def waiting_for_a_call(town_id: UUID) -> RegistrationQuerySet:
    """Without mail, and their date is off or at another time since they heard of it last; or one
    date of the course for which they enrolled."""
    rows = Registration.objects.filter(town=town_id, member=None, mail="", forgotten_at=None)
    lately = different(town_id).filter(
        changed_at__gt=Coalesce(OuterRef("told_at"), OuterRef("made_at"))
    )
    own = lately.filter(pk=OuterRef("occurrence"))
    of_course = lately.filter(activity=OuterRef("occurrence__activity"))
    return rows.filter(Exists(own) | Q(occurrence__day=None) & Exists(of_course)).standing()


def different(town_id: UUID) -> OccurrenceQuerySet:
    """What is not as it was first said, and still lies ahead."""
    rows = Occurrence.objects.filter(town=town_id, sequence__gt=0)
    return rows.upcoming_or_whole()


def feeds_of(member: Member) -> QuerySet[CalendarFeed]:
    rows = CalendarFeed.objects.filter(
        town=member.town_id, organisation__in=organisations_of(member)
    )
    return rows.select_related("organisation").order_by("organisation__name", "id")


def also_nice(activity: Activity, member: Member | None) -> list[Activity]:
    """A few other activities that fit: the same theme, first in the same wijk."""
    if activity.theme_id is None:
        return []
    found = visible_activities(member, activity.community.tree.all[activity.community_id])
    found = found.exclude(pk=activity.pk).filter(cancelled_at=None, theme=activity.theme_id)
    rows = Occurrence.objects.filter(town=activity.town_id).upcoming().happening()
    ahead = Q(first_day=None) | Q(pk__in=rows.values("activity"))
    near = found.filter(ahead).annotate(here=Count("pk", filter=Q(community=activity.community_id)))
    return list(
        near.select_related("organisation", "author", "community").order_by("-here", "-id")[:3]
    )


def where_they_are_off() -> list[UUID]:
    """Places where neither agenda nor showcase is on: no activity has a page (SIMPLE-2)."""
    houses = modules_with("activities:")
    places = Community.objects.order_by("pk")
    return [at.pk for at in places if not houses & at.tree.site_of(at).modules]
