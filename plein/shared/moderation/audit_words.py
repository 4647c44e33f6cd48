"""Lines of the audit as managers read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "moderation.picture.judged": _("%(by)s decided about a photo"),
    "moderation.picture.refused": _("Somebody does not want to be on a photo"),
    "moderation.report.looked_at": _("%(by)s looked at a report"),
    "moderation.report.handled": _("%(by)s handled a report"),
}
