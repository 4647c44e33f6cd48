"""Lines of the audit as managers read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "publications.standing.kept": _("%(by)s has something made anew every month"),
    "publications.standing.stopped": _("%(by)s stopped what was made anew every month"),
    "publications.reader.asked": _("%(by)s asked an address whether it wants this each month"),
    "publications.reader.confirmed": _("An address wants this each month"),
    "publications.reader.stopped": _("An address does not get this any more"),
}
