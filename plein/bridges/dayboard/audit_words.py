"""Lines of the audit as managers read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "dayboard.matter.claimed": _("%(by)s took something of the day start"),
    "dayboard.matter.handed_over": _("%(by)s handed something of the day start over"),
    "dayboard.matter.snoozed": _("%(by)s put something of the day start off"),
}
