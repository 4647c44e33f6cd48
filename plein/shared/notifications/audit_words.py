"""Lines of the audit as managers read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "notifications.member.looked_at": _("%(by)s looked up how to reach %(on)s"),
    "notifications.go_between.asked": _("Somebody may hear the news of %(on)s"),
    "notifications.go_between.agreed": _("Who hears the news of %(on)s said yes"),
    "notifications.go_between.refused": _("Who was to hear the news of %(on)s said no"),
    "notifications.go_between.stopped": _("%(on)s hears their news without anybody between again"),
    "notifications.go_between.texted": _("%(by)s sent a text to who may hear news of %(on)s"),
    "notifications.member.told_in_person": _("%(by)s told %(on)s the news"),
}
