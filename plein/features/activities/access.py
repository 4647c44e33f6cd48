"""Who may see, make and arrange activities: views get them here and nowhere else."""

from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.utils.translation import gettext as _

from plein.features.activities import keys
from plein.features.activities.models import (
    Activity,
    ActivityQuerySet,
    CalendarFeed,
    Occurrence,
    Registration,
)
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.queries import blocked_ids
from plein.foundation.communities.rights import may
from plein.foundation.organisations.access import organisations_of
from plein.foundation.organisations.models import Editor, Organisation


def visible_activities(member: Member | None, community: Community) -> ActivityQuerySet:
    """What may stand on this site's pages for this reader."""
    found: ActivityQuerySet = Activity.objects.in_community(community).not_hidden()
    if member is None or not member.is_greeted:
        found = found.filter(audience=Activity.Audience.PUBLIC)
    if member and (blocked := blocked_ids(member)):
        found = found.exclude(author__in=blocked, organisation=None)
    return found


def visible_activity(member: Member | None, community: Community, code: str) -> Activity:
    """One of this site, one's own, or one for which one enrolled; else it does not exist."""
    found = Activity.objects.filter(town=community.town_id, code=code)
    on_site = Q(pk__in=visible_activities(member, community).filter(code=code).values("pk"))
    if member and member.town_id == community.town_id:
        enrolled = Registration.objects.filter(
            town=member.town_id, member=member, occurrence__activity=OuterRef("pk")
        )
        edits = Editor.objects.filter(
            town=member.town_id, member=member, organisation=OuterRef("organisation")
        )
        on_site |= Q(author=member) | Q(Exists(enrolled), hidden_at=None) | Q(Exists(edits))
    activity: Activity | None = found.filter(on_site).complete().first()
    if activity is None:
        raise Http404
    return activity


def arrangeable_activity(member: Member, community: Community, code: str) -> Activity:
    """To hide or show, and to enrol somebody who calls: the organiser, or a connector here."""
    activity = shown_activity(member, community, code)
    if is_organiser(activity, member) or may_arrange(activity, member):
        return activity
    raise PermissionDenied(_("Only the organiser or a connector can do this."))


def callable_activity(member: Member, community: Community, code: str) -> Activity:
    """To call who has no mail: the organiser, and whoever sees it on the day start, hosts too."""
    activity: Activity | None = (
        Activity.objects.filter(town=community.town_id, code=code).complete().first()
    )
    if activity is None or not sees_calls(activity, member):
        return arrangeable_activity(member, community, code)
    return activity


def sees_calls(activity: Activity, member: Member) -> bool:
    return may(member, "day.see", activity.community.tree.all[activity.community_id])


def hideable_activity(member: Member, community: Community, code: str) -> Activity:
    """To take it from the site and put it back: a connector or manager of the place."""
    activity = shown_activity(member, community, code)
    if may_arrange(activity, member):
        return activity
    raise PermissionDenied(_("Only a connector of this place can do this."))


def own_activity(member: Member, community: Community, code: str) -> Activity:
    """To change, cancel, and read who comes: the organiser only."""
    activity = visible_activity(member, community, code)
    if is_organiser(activity, member):
        return activity
    raise PermissionDenied(_("Only the organiser can do this."))


def shown_activity(member: Member | None, community: Community, code: str) -> Activity:
    """For its page. A connector also opens what is hidden, to show it again."""
    try:
        return visible_activity(member, community, code)
    except Http404:
        found: ActivityQuerySet = Activity.objects.in_community(community)
        activity: Activity | None = found.filter(code=code).complete().first()
        if activity is None or not may_arrange(activity, member):
            raise
        return activity


def is_organiser(activity: Activity, member: Member | None) -> bool:
    """The resident who made it, or whoever may speak for its organisation now."""
    if member is None or member.town_id != activity.town_id or not member.is_here:
        return False
    if activity.organisation_id is None:
        return activity.author_id == member.pk
    return Editor.objects.filter(
        town=activity.town_id, organisation=activity.organisation_id, member=member
    ).exists()


def may_arrange(activity: Activity, member: Member | None) -> bool:
    place = activity.community.tree.all[activity.community_id]
    return may(member, "activity.arrange", place)


def may_make(member: Member | None) -> bool:
    """Residents whom somebody has met, and who speaks for an organisation."""
    return member is not None and (member.is_greeted or bool(organisations_of(member)))


def occurrence_of(activity: Activity, when: date | None) -> Occurrence:
    """One date by its day in the plan, or the whole."""
    rows = Occurrence.objects.filter(town=activity.town_id, activity=activity, day=when)
    occurrence = rows.first()
    if occurrence is None:
        raise Http404
    occurrence.activity = activity
    return occurrence


def my_registration(community: Community, key: str) -> Registration:
    """By the personal link: whoever has it may see and change this one registration."""
    pk = keys.read_key(key)
    if pk is None:
        raise Http404
    registration = (
        Registration.objects.complete()
        .filter(town=community.town_id, pk=pk, forgotten_at=None)
        .first()
    )
    if registration is None:
        raise Http404
    return registration


def spoken_for(member: Member, key: object) -> Organisation:
    """An organisation for which this member may hand in a calendar."""
    for organisation in organisations_of(member):
        if str(organisation.pk) == str(key):
            return organisation
    raise Http404


def own_feed(member: Member, pk: UUID) -> CalendarFeed:
    feeds = CalendarFeed.objects.filter(
        town=member.town_id, organisation__in=organisations_of(member), pk=pk
    )
    feed = feeds.select_related("organisation").first()
    if feed is None:
        raise Http404
    return feed
