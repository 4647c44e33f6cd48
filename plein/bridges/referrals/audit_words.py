"""Lines of the audit as managers read them. The echo stands in none of them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "referrals.given": _("%(by)s gave somebody a slip for something chosen together"),
    "referrals.dropped": _("%(by)s erased a slip"),
    "referrals.rules.changed": _("%(by)s changed how long slips are kept"),
}
