"""Lines of the audit as managers read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "publications.standing.kept": _("%(by)s has something made anew every month"),
    "publications.standing.stopped": _("%(by)s stopped what was made anew every month"),
}
