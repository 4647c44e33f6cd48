"""Lines of the audit as people read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "proofs.proof.noted": _("%(by)s noted what was seen of %(on)s"),
    "proofs.proof.withdrawn": _("%(by)s took back what was noted of %(on)s"),
    "proofs.rules.changed": _("%(by)s changed what tasks ask in %(on)s"),
}
