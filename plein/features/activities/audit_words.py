"""Lines of the audit as people read them. Who comes where stands in none of them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "activities.activity.published": _("%(by)s put an activity on the site"),
    "activities.activity.cancelled": _("%(by)s cancelled an activity"),
    "activities.activity.hidden": _("%(by)s hid an activity"),
    "activities.activity.shown": _("%(by)s showed an activity again"),
    "activities.activity.call_list_seen": _("%(by)s looked at the numbers of who must be called"),
    "activities.feed.added": _("%(by)s handed in the calendar of an organisation"),
    "activities.feed.removed": _("%(by)s took away the calendar of an organisation"),
}
