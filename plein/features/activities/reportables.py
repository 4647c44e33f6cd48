"""What can be reported here: an activity that one may read."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.activities import access
from plein.features.activities.models import Activity
from plein.foundation.communities.models import Community, Member
from plein.lib.reportable import Reportable


def find_activity(member: Member | None, community: Community, key: UUID) -> Activity | None:
    found: Activity | None = (
        access.visible_activities(member, community).filter(pk=key).complete().first()
    )
    return found


def activity_label(activity: Activity) -> str:
    return _("the activity “%(title)s”") % {"title": activity.title}


def activity_url(activity: Activity) -> str:
    return activity.get_absolute_url()


REPORTABLES = {
    "activities.activity": Reportable(
        find=find_activity,
        label=activity_label,
        name=gettext_lazy("an activity"),
        url=activity_url,
        people=lambda activity: (activity.author_id,),
        staff_may_open=True,
    )
}
