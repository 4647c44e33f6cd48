"""Lines of the audit as managers read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "moderation.report.looked_at": _("%(by)s looked at a report"),
    "moderation.report.handled": _("%(by)s handled a report"),
}
