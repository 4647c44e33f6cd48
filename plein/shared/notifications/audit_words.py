"""Lines of the audit as managers read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "notifications.member.looked_at": _("%(by)s looked up how to reach %(on)s"),
    "notifications.member.told_in_person": _("%(by)s told %(on)s the news"),
}
